// SPDX-License-Identifier: MIT

/** Text for XML and HTML content and for quoted attribute values; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 section 2.2 forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`.replace('&#38;', '&amp;').replace('&#60;', '&lt;').replace('&#62;', '&gt;').replace('&#34;', '&quot;'));
}
