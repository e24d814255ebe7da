// SPDX-License-Identifier: MIT

const versionPart = /([:#/])v?\d+(?:\.\d+)?(?=$|[#:])/g;

const stanzaNamespaces: ReadonlySet<string> = new Set(['jabber:server', 'jabber:component:accept', 'jabber:component:connect']);

/**
 * The name under which all versions of a namespace are judged together: `urn:xmpp:mam:2` and `urn:xmpp:mam:1` give the same family.
 * Server and component streams share the vocabulary of `jabber:client` (RFC 6120, section 4.8.3).
 */
export function namespaceFamily(namespace: string): string {
  if (stanzaNamespaces.has(namespace)) {
    return 'jabber:client';
  }
  return namespace.replace(versionPart, '$1*');
}
