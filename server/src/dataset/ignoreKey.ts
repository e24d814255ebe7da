// SPDX-License-Identifier: MIT
import { namespaceFamily } from './family.ts';
import type { Ignore } from './workspaceFile.ts';

/** What an ignore means, whatever the version of a namespace and the case of a document's name. */
export function ignoreKey({ document, carrier, code }: Ignore): string {
  return `${documentKey(document)}|${carrier === undefined ? '' : carrierKey(carrier)}|${code ?? ''}`;
}

/** A document's name as it is compared: lower case, without `.xml`. */
export function documentKey(document: string): string {
  return document.trim().toLowerCase().replace(/\.xml$/, '');
}

/** A carrier's id with namespace and form type by family, so that all versions of a namespace have the same key. */
export function carrierKey(id: string): string {
  const words = id.trim();
  const field = /^jabber:x:data field\[([^\s\]]+) (.+)\]$/.exec(words);
  if (field) {
    return `jabber:x:data field[${namespaceFamily(field[1] ?? '')} ${field[2] ?? ''}]`;
  }
  const space = words.indexOf(' ');
  return space < 0 ? words : `${namespaceFamily(words.slice(0, space))} ${words.slice(space + 1)}`;
}
