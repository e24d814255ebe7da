// SPDX-License-Identifier: MIT
import { repairNamespace } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import type { Reviewed } from './reviews.ts';

export interface Replacement extends Span {
  readonly newText: string;
}

/** A change to the document that mends a problem. */
export interface Fix {
  readonly title: string;
  readonly replacements: readonly Replacement[];
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Writes a broken namespace declaration as its author meant it. */
export function namespaceFix(text: string, { offset, length }: Place): Fix | undefined {
  const source = text.slice(offset, offset + length);
  const match = /^[\w:.-]+(\s*=\s*)(["'])([^]*)\2$/.exec(source);
  if (!match) {
    return undefined;
  }
  const [, equals = '=', quote = "'", value = ''] = match;
  const newText = `xmlns${equals}${quote}${repairNamespace(value)}${quote}`;
  return newText === source ? undefined : { title: `Write ${newText}`, replacements: [{ start: offset, end: offset + length, newText }] };
}

/** Puts a reserved name or address in the place of one that somebody may own, in all examples and the prose around them. */
export function realAddressFix({ text, document }: Reviewed, { offset, length }: Place): Fix | undefined {
  const value = text.slice(offset, offset + length).trim();
  const host = value.slice(value.indexOf('@') + 1).split('/')[0] ?? '';
  const isAddress = /^[\d.]+$/.test(value) || (/^[\da-f:.]+$/i.test(value) && value.includes(':'));
  const old = isAddress ? value : host;
  if (old === '') {
    return undefined;
  }
  // The header names the authors, whose addresses are real on purpose.
  const from = document.header.span.end;
  const newText = isAddress ? reservedAddress(old, text) : reservedDomain(old, text);
  const replacements = occurrences(text, old, from).map((start) => ({ start, end: start + old.length, newText }));
  return replacements.length === 0 ? undefined : { title: `Replace ${old} by ${newText} in the whole document`, replacements };
}

/** Where a host stands as a whole, and not inside a URL or namespace: `http://jabber.org/protocol/...` names no host of an example. */
function occurrences(text: string, host: string, from: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(host, from); at >= 0; at = text.indexOf(host, at + host.length)) {
    const before = text.charAt(at - 1);
    const after = text.slice(at + host.length, at + host.length + 2);
    if (!/[\w.:/-]/.test(before) && !/^(?:[\w-]|[.:]\w)/.test(after)) {
      found.push(at);
    }
  }
  return found;
}

/** `conference.jabber.org` becomes `conference.example.org`; another reserved domain where the document uses that one already. */
function reservedDomain(host: string, text: string): string {
  const service = host.split('.').slice(0, -2).join('.');
  const candidates = ['example.org', 'example.com', 'example.net'].map((domain) => (service === '' ? domain : `${service}.${domain}`));
  return candidates.find((candidate) => !text.includes(candidate)) ?? `${host.split('.').at(-2) ?? 'other'}.example.org`;
}

/** The first free address of the ranges for documentation (RFC 5737, RFC 3849). */
function reservedAddress(address: string, text: string): string {
  const candidate = address.includes(':') ? (host: number): string => `2001:db8::${host}` : (host: number): string => `192.0.2.${host}`;
  for (let host = 1; host < 255; host++) {
    if (!text.includes(candidate(host))) {
      return candidate(host);
    }
  }
  return candidate(1);
}
