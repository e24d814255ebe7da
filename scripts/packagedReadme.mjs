// SPDX-License-Identifier: MIT

/** The README as an extension's page shows it: pictures and links that lead into the source tree, of which no address is published, would be broken there. */
export function packagedReadme(text) {
  return text.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '').replace(/\[([^\]]+)\]\((?!https:|#)[^)]*\)/g, '$1');
}
