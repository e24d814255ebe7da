// SPDX-License-Identifier: MIT
import { phoneDigits } from '../review/index.ts';
import type { XepDocument } from '../xep/index.ts';
import type { TextEdit } from './textEdit.ts';

/** A change that takes a value that somebody may own out of a document, everywhere at once. */
export interface ValueFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Puts a reserved domain, address or telephone number in the place of the value at a place of the source, in all examples and the prose around them. */
export function reservedValueFix({ text, header }: XepDocument, { offset, length }: { readonly offset: number; readonly length: number }): ValueFix | undefined {
  const value = text.slice(offset, offset + length).trim();
  // The header names the authors, whose addresses are real on purpose.
  const from = header.span.end;
  const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value) || (/^[\da-f:.]+$/i.test(value) && value.includes(':'));
  if (!isAddress && phoneDigits(value) !== undefined) {
    return phoneFix(text, value.replace(/^tel:/i, '').split(';', 1)[0] ?? '', from);
  }
  const old = isAddress ? value : value.slice(value.indexOf('@') + 1).split('/')[0] ?? '';
  if (old === '') {
    return undefined;
  }
  const newText = isAddress ? reservedAddress(old, text) : reservedDomain(old, text);
  return fixOf(old, newText, occurrences(text, old, from).map((start) => ({ start, end: start + old.length, newText })));
}

function fixOf(old: string, newText: string, edits: readonly TextEdit[]): ValueFix | undefined {
  return edits.length === 0 ? undefined : { title: `Replace ${old} by ${newText} in the whole document`, edits };
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

/** The same number in whatever way it is written becomes the same one of the range for fiction, written in the same way. */
function phoneFix(text: string, old: string, from: number): ValueFix | undefined {
  const digits = old.replace(/\D/g, '');
  const isNorthAmerican = /^\+?1?[2-9]\d{9}$/.test(old.replace(/[^\d+]/g, ''));
  // Without its country code a number of North America has ten digits, and a local one seven.
  const core = isNorthAmerican ? digits.slice(-10) : digits;
  const line = freeLine(text);
  const replacement = isNorthAmerican ? `${core.slice(0, 3)}55501${line}` : core.length === 7 && !old.includes('+') ? `55501${line}` : undefined;
  const edits = writings(text, core, from).map(({ start, end }): TextEdit => ({ start, end, newText: replacement === undefined ? `+1-202-555-01${line}` : rewritten(text.slice(start, end), replacement) }));
  return fixOf(old, replacement === undefined ? `+1-202-555-01${line}` : rewritten(old.replace(/^\+?1[^\d]*(?=[2-9])/, ''), replacement), edits);
}

/** Where digits stand one after the other with nothing but separators between, and no further digit around but a country code 1. */
function writings(text: string, digits: string, from: number): { readonly start: number; readonly end: number }[] {
  const pattern = new RegExp(`(?:(?<!\\d)|(?<=(?<!\\d)1))${[...digits].join('[ ()./-]{0,3}')}(?!\\d)`, 'g');
  pattern.lastIndex = from;
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: text.charAt(index - 1) === '+' ? index - 1 : index, end: index + found.length }));
}

/** Other digits in the place of those of a text, its separators kept. */
function rewritten(text: string, digits: string): string {
  let at = 0;
  return text.replace(/\d/g, (digit) => digits[at++] ?? digit);
}

/** The last two digits of the first line from 555-0100 that the document does not have. */
function freeLine(text: string): string {
  for (let line = 0; line < 100; line++) {
    const two = String(line).padStart(2, '0');
    if (!new RegExp(`555[ .-]?01${two}`).test(text)) {
      return two;
    }
  }
  return '00';
}
