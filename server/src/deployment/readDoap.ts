// SPDX-License-Identifier: MIT
import type { Role } from './deployment.ts';
import { childText, type PlainElement } from './plainXml.ts';
import type { Mention, ReadSource } from './readSource.ts';

/** Whether these are the elements of a DOAP file (XEP-0453). */
export function isDoap(elements: readonly PlainElement[]): boolean {
  return elements.some(({ name }) => name === 'SupportedXep' || name === 'Project');
}

/** What a project says that it implements. */
export function readDoap(elements: readonly PlainElement[]): ReadSource {
  const project = elements.find(({ name }) => name === 'Project');
  const links = elements.filter(({ name }) => name === 'implements').flatMap((link) => (link.children.length === 0 ? xepAt(link.attributes['resource'] ?? '', link.line, {}) : []));
  const described = elements.filter(({ name }) => name === 'SupportedXep');
  const unclear: ReadSource['flaws'][number][] = [];
  const mentions = described.flatMap((one) => {
    const target = one.children.find(({ name }) => name === 'xep');
    const address = target?.attributes['resource'] ?? target?.text ?? '';
    const found = xepAt(address, one.line, { status: childText(one, 'status').toLowerCase(), version: childText(one, 'version'), since: childText(one, 'since'), note: childText(one, 'note') });
    if (found.length === 0) {
      unclear.push({ code: 'garbage', what: address === '' ? '<SupportedXep/>' : address, line: one.line });
    }
    return found;
  });
  return {
    kind: 'doap', role: roleOf(elements), title: project ? childText(project, 'name') : '',
    mentions: [...links, ...mentions].sort((one, other) => one.line - other.line), features: [], identities: [], forms: [], flaws: unclear,
  };
}

/** The XEP that an address leads to, whatever the site; none for an RFC or anything else. */
function xepAt(address: string, line: number, said: Partial<Mention>): Mention[] {
  const number = /\bxep-?(\d{1,4})(?!\d)/i.exec(address)?.[1];
  const proposal = /\/inbox\/([\w.-]+?)(?:\.(?:html|xml|pdf))?$/.exec(address)?.[1];
  const xep = number?.padStart(4, '0') ?? (proposal === undefined ? undefined : `inbox/${proposal}`);
  return xep === undefined ? [] : [{ status: '', version: '', since: '', note: '', ...said, xep, line }];
}

function roleOf(elements: readonly PlainElement[]): Role {
  const categories = elements.filter(({ name }) => name === 'category').map(({ attributes, text }) => (attributes['resource'] ?? text).toLowerCase());
  // The last word of an address or a text: `…#category-server`, `XMPP server`.
  const has = (word: string): boolean => categories.some((category) => category.endsWith(word) && !/[a-z]/.test(category.charAt(category.length - word.length - 1)));
  return has('server') || has('component') ? 'server' : has('client') ? 'client' : has('library') ? 'library' : 'unknown';
}
