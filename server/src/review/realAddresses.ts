// SPDX-License-Identifier: MIT
import type { XepDocument } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import { phoneDigits } from './phoneNumber.ts';
import { realAddress, realPhone } from './realAddress.ts';
import type { Carrier, Occurrence } from './record.ts';

/** A value in an example that somebody may own, with what to write instead. */
export interface RealValue {
  readonly host: string;
  readonly instead: string;
  /** The value as written, in the source. */
  readonly span: Span;
}

/** Names whose values are telephone numbers, however they are written. */
const phoneNames = /^(?:.*[-_#.])?(?:tel|phone|telephone|number|mobile|cell|fax|voice|msisdn|home_phone|mobile_phone|work_phone)$/i;

/** The values of examples that somebody may own, each at its first place: addresses, network addresses, telephone numbers. */
export function realAddresses({ text }: XepDocument, carriers: readonly Carrier[]): RealValue[] {
  const seen = new Set<string>();
  /** Most occurrences show what another has shown. */
  const looked = { phones: new Set<string>(), others: new Set<string>() };
  const values: RealValue[] = [];
  for (const carrier of carriers) {
    const holdsPhone = carrier.category === 'contact-details' && phoneNames.test(carrier.field?.var ?? carrier.attribute ?? carrier.element);
    for (const occurrence of carrier.occurrences) {
      const span = occurrence.where === 'example' ? valueSpan(text, carrier, occurrence) : undefined;
      const value = span && text.slice(span.start, span.end);
      const before = holdsPhone ? looked.phones : looked.others;
      if (span === undefined || value === undefined || before.has(value)) {
        continue;
      }
      before.add(value);
      const address = realAddress(value);
      // Numbers with dots are versions too: as the text of an element they are addresses only where one is expected.
      const isVersion = address !== undefined && carrier.attribute === null && /^[\d.]+$/.test(address.host) && ![carrier.category, ...carrier.also].includes('network-address');
      const found = (isVersion ? undefined : address) ?? (holdsPhone || /^tel:/i.test(value) ? realPhone(value) : undefined);
      const key = found && (phoneDigits(found.host)?.replace('+', '') ?? found.host);
      if (found && key !== undefined && !seen.has(key)) {
        seen.add(key);
        values.push({ ...found, span });
      }
    }
  }
  return values;
}

/** Longest tag and longest value that are looked at. */
const tagLimit = 200;
const valueLimit = 100;

/** Where the value of an occurrence stands: between an attribute's quotes, as the whole text of an element or of one in it, as the one value of a form field. */
function valueSpan(text: string, { attribute, field }: Carrier, { offset, length }: Occurrence): Span | undefined {
  const end = offset + length;
  if (attribute !== null) {
    const quote = text.charAt(end - 1);
    const start = text.indexOf(quote, offset) + 1;
    return (quote === '"' || quote === "'") && start < end ? { start, end: end - 1 } : undefined;
  }
  let opened = tagEnd(text, end);
  if (opened !== undefined && field) {
    const value = text.indexOf('<value>', opened);
    opened = value >= 0 && /^\s*(?:<required\/>\s*)?$/.test(text.slice(opened, Math.min(value, opened + valueLimit))) && value - opened < valueLimit ? value + '<value>'.length : undefined;
  }
  // The value may have an element of its own, as in `<tel><uri>…</uri></tel>`.
  const wrapper = opened === undefined || field ? undefined : /^\s{0,50}<[A-Za-z][\w.:-]{0,60}(?:\s[^<>]{0,100})?>/.exec(text.slice(opened, opened + tagLimit))?.[0];
  if (opened !== undefined && wrapper !== undefined && !wrapper.endsWith('/>')) {
    opened += wrapper.length;
  }
  const close = opened === undefined ? -1 : text.indexOf('<', opened);
  if (opened === undefined || close < 0 || close - opened > valueLimit || text.charAt(close + 1) !== '/') {
    return undefined;
  }
  const inside = text.slice(opened, close);
  const value = inside.trim();
  const start = opened + inside.indexOf(value);
  return value === '' || value.includes('&') ? undefined : { start, end: start + value.length };
}

/** First offset behind the start tag that an offset stands in; undefined for a tag that closes itself and for what is no tag. */
function tagEnd(text: string, from: number): number | undefined {
  const end = text.indexOf('>', from);
  const isOpen = end >= 0 && end - from <= tagLimit && text.charAt(end - 1) !== '/' && !text.slice(from, end).includes('<');
  return isOpen ? end + 1 : undefined;
}
