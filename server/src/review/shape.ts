// SPDX-License-Identifier: MIT
import type { ValueShape } from '../dataset/index.ts';

const roomPrefix = /^(?:conference|chat|muc|rooms?|groupchat|channels?|mix|talk|groups?)\d*\./i;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z][a-z0-9-]{1,30}$|^localhost$/i;

/**
 * What a value looks like (data/README.md, decision rule 8), or undefined. Used to tell occurrences apart, never to call something personal data by itself.
 * Content ids (XEP-0231) and anonymised ids look like addresses and are none.
 */
export function valueShape(value: string): ValueShape | undefined {
  const text = value.trim();
  if (text === '' || text.length > 300 || /[\s<>]/.test(text)) {
    return /^\+?[\d][\d ().-]{5,20}$/.test(text) && text.replace(/\D/g, '').length >= 7 ? 'phone' : undefined;
  }
  if (/^mailto:/i.test(text)) {
    return 'email';
  }
  if (/^tel:/i.test(text)) {
    return 'phone';
  }
  if (/^[a-z][a-z0-9+.-]{1,20}:/i.test(text) && !text.includes('@')) {
    return isIpAddress(text) ? 'ip' : 'uri';
  }
  if (/^(?:https?|xmpp|sip|sips|ftp|urn|cid|data):/i.test(text)) {
    return 'uri';
  }
  const at = text.indexOf('@');
  if (at > 0) {
    return addressShape(text, at);
  }
  if (isIpAddress(text)) {
    return 'ip';
  }
  const slash = text.indexOf('/');
  if (domain.test(slash < 0 ? text : text.slice(0, slash))) {
    return 'domain';
  }
  return /^\+\d{7,15}$/.test(text) ? 'phone' : undefined;
}

function addressShape(text: string, at: number): ValueShape | undefined {
  const slash = text.indexOf('/', at);
  const host = text.slice(at + 1, slash < 0 ? text.length : slash);
  if (!domain.test(host) || /^bob\.xmpp\.org$|\.internal$/i.test(host) || text.slice(0, at).includes('/')) {
    return undefined;
  }
  if (roomPrefix.test(host)) {
    return slash < 0 ? 'room-jid' : 'occupant-jid';
  }
  return 'user-jid';
}

function isIpAddress(text: string): boolean {
  return isIpv4Address(text) || isIpv6Address(text);
}

function isIpv4Address(text: string): boolean {
  return /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(text);
}

/** RFC 4291, section 2.2: eight groups, or "::" once for some of them; the last two may be written as an IPv4 address. A time of day and a fingerprint have colons too. */
function isIpv6Address(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  const groups = [head, tail ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  const endsInIpv4 = isIpv4Address((tail ?? head).split(':').at(-1) ?? '');
  const count = groups.length + (endsInIpv4 ? 1 : 0);
  return more.length === 0 && (tail === undefined ? count === 8 : count > 0 && count < 8)
    && (endsInIpv4 ? groups.slice(0, -1) : groups).every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}
