// SPDX-License-Identifier: MIT
import { parseXml, tokenReader, type TokenReader, type XmlTree } from '../xml/index.ts';

/** Prefixes that examples use without declaring them (the streams of RFC 6120 declare them on a root that is not shown). */
const knownPrefixes: ReadonlyMap<string, string> = new Map([
  ['stream', 'http://etherx.jabber.org/streams'],
  ['db', 'jabber:server:dialback'],
  ['sasl', 'urn:ietf:params:xml:ns:xmpp-sasl'],
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema'],
  ['vcard', 'vcard-temp'],
]);

const stanzaNames: ReadonlySet<string> = new Set(['iq', 'message', 'presence']);
const stanzaNamespaces: ReadonlySet<string> = new Set(['jabber:client', 'jabber:server', 'jabber:component:accept', 'jabber:component:connect']);

/** Elements whose stanza children belong to `jabber:client` although they seem to inherit the wrapper's namespace. */
const stanzaParents: ReadonlySet<string> = new Set(['forwarded', 'stream', 'delegation', 'privilege']);

/** Caches the trees of examples by their text, so that a keystroke parses one example. Holds at most `limit` trees. */
export interface FragmentCache {
  get(text: string): XmlTree;
}

export function fragmentCache(limit: number): FragmentCache {
  const trees = new Map<string, XmlTree>();
  const reader = tokenReader();
  return {
    get(text) {
      const known = trees.get(text);
      if (known) {
        // Moved to the end: the tree that was used longest ago is the first to go.
        trees.delete(text);
        trees.set(text, known);
        return known;
      }
      const tree = parseFragment(text, reader);
      if (trees.size >= limit) {
        const oldest = trees.keys().next();
        if (oldest.done !== true) {
          trees.delete(oldest.value);
        }
      }
      trees.set(text, tree);
      return tree;
    },
  };
}

/** Parses the text of an example: several roots, stray text and `...` are allowed; stanzas without a namespace are `jabber:client`. */
export function parseFragment(text: string, reader: TokenReader = tokenReader()): XmlTree {
  return parseXml(text, {
    reader,
    fragment: true,
    knownPrefixes,
    namespaceAttribute: isNamespaceAttribute,
    repairNamespace,
    defaultNamespace(localName, inherited, parent) {
      if (!stanzaNames.has(localName) || stanzaNamespaces.has(inherited)) {
        return inherited;
      }
      return parent === undefined || stanzaParents.has(parent) || inherited === '' ? 'jabber:client' : inherited;
    },
  });
}

/** `xmlns` and its slips of the pen (`xmln`, `xmllns`, `xlmns`). */
export function isNamespaceAttribute(name: string): boolean {
  return name === 'xmlns' || misspelt.has(name);
}

const misspelt: ReadonlySet<string> = new Set(['xmln', 'xmls', 'xmlnl', 'xmllns', 'xlmns', 'xmnls', 'xmlnss', 'xmllsn', 'xlns', 'xmns']);

/** A namespace name as its author meant it: without stray quotes, spaces, or a second `xmlns=` inside. */
export function repairNamespace(value: string): string {
  const trimmed = value.replace(/^[\s'"\u2018\u2019\u201c\u201d>=]+|[\s'"\u2018\u2019\u201c\u201d]+$/g, '');
  return trimmed.startsWith('xmlns=') ? repairNamespace(trimmed.slice(6)) : trimmed;
}
