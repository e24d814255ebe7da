// SPDX-License-Identifier: MIT

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for XML and HTML content and for quoted attribute values; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 section 2.2 forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '').replace(/[&<>"']/g, (char) => references[char] ?? char);
}
