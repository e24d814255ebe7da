// SPDX-License-Identifier: MIT
import { attributeValue, type XmlElement } from '../xml/index.ts';

/** How a stanza travels, which decides who sees what is in it. */
export type Way = 'message' | 'room-message' | 'presence' | 'node' | 'own-server' | 'entity';

/** What a node's items stand in (XEP-0060). */
const nodeWrappers: readonly string[] = ['publish', 'items', 'retract'];

/** The way of the stanza around an element of an example; undefined where none is shown. */
export function wayOf(element: XmlElement): Way | undefined {
  for (let at = element.parent; at; at = at.parent) {
    if (at.localName === 'item' && nodeWrappers.includes(at.parent?.localName ?? '')) {
      return 'node';
    }
    switch (at.localName) {
      case 'message': return attributeValue(at, 'type') === 'groupchat' ? 'room-message' : 'message';
      case 'presence': return 'presence';
      case 'iq': return wayOfQuery(at);
    }
  }
  return undefined;
}

/** An answer comes from where the question went: the own server and its services, unless that is somebody's client. */
function wayOfQuery(iq: XmlElement): Way {
  const type = attributeValue(iq, 'type');
  const address = attributeValue(iq, type === 'result' || type === 'error' ? 'from' : 'to') ?? '';
  return address.includes('@') && address.includes('/') ? 'entity' : 'own-server';
}

/** Who sees what travels so, as servers relay stanzas (RFC 6120 section 10, XEP-0045, XEP-0060): the nearest first. */
const recipients: Readonly<Record<Way, readonly string[]>> = {
  'own-server': ['own-server'],
  message: ['own-server', 'peer-server', 'contact'],
  presence: ['own-server', 'peer-server', 'contact'],
  entity: ['own-server', 'peer-server', 'contact'],
  'room-message': ['own-server', 'peer-server', 'occupants'],
  node: ['own-server', 'peer-server', 'subscribers'],
};
const order: readonly string[] = ['own-server', 'peer-server', 'contact', 'occupants', 'subscribers'];

/** The recipients on all these ways; none where no way is known. */
export function recipientsOn(ways: ReadonlySet<Way>): readonly string[] {
  const all = new Set([...ways].flatMap((way) => recipients[way]));
  return order.filter((one) => all.has(one));
}
