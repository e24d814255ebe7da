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
  const values = new Map<string, RealValue>();
  /** Most occurrences show what another has shown. */
  const looked = new Map<string, Owned | undefined>();
  for (const carrier of carriers) {
    const holdsPhone = carrier.category === 'contact-details' && phoneNames.test(carrier.field?.var ?? carrier.attribute ?? carrier.element);
    for (const occurrence of carrier.occurrences) {
      const span = occurrence.where === 'example' ? valueSpan(text, carrier, occurrence) : undefined;
      if (span === undefined) {
        continue;
      }
      const value = text.slice(span.start, span.end);
      const look = value + String(holdsPhone);
      const found = looked.has(look) ? looked.get(look) : ownedValue(value, carrier, holdsPhone);
      looked.set(look, found);
      const known = found && values.get(found.key);
      if (found && (!known || span.start < known.span.start)) {
        const { key, ...owned } = found;
        values.set(key, { ...owned, span });
      }
    }
  }
  return [...values.values()];
}

/** A value that somebody may own; whose it is told by the key, however it is written. */
type Owned = Omit<RealValue, 'span'> & { readonly key: string };

function ownedValue(value: string, { attribute, category, also }: Carrier, holdsPhone: boolean): Owned | undefined {
  const address = realAddress(value);
  // Numbers with dots are versions too: as the text of an element they are addresses only where one is expected.
  const isVersion = address !== undefined && attribute === null && /^[\d.]+$/.test(address.host) && ![category, ...also].includes('network-address');
  const found = (isVersion ? undefined : address) ?? (holdsPhone || /^tel:/i.test(value) ? realPhone(value) : undefined);
  return found && { ...found, key: phoneDigits(found.host)?.replace('+', '') ?? found.host };
}

/** Longest tag and longest value that are looked at. */
const tagLimit = 200;
const valueLimit = 100;

/** Where the value of an occurrence stands: between an attribute's quotes, as the whole text of an element or of one in it, as the one value of a form field. */
function valueSpan(text: string, { attribute, field }: Carrier, { offset, length }: Occurrence): Span | undefined {
  const end = offset + length;
  if (attribute !== null) {
    const quote = text.charAt(end - 1);
    // In escaped text, quotes are references.
    return quote === '"' || quote === "'" ? { start: text.indexOf(quote, offset) + 1, end: end - 1 } : undefined;
  }
  const opened = tagEnd(text, end);
  // The value may have an element of its own, as in `<tel><uri>…</uri></tel>`.
  const inside = opened === undefined ? undefined : field ? behind(text, opened, /\s{0,50}(?:<required\/>\s{0,50})?<value>/y) : behind(text, opened, /\s{0,50}<[A-Za-z][\w.:-]{0,60}(?:\s[^<>]{0,100})?(?<!\/)>/y) ?? opened;
  const close = inside === undefined ? -1 : text.indexOf('<', inside);
  if (inside === undefined || text.charAt(close + 1) !== '/' || close - inside > valueLimit) {
    return undefined;
  }
  const value = text.slice(inside, close).trim();
  const start = text.indexOf(value, inside);
  return value === '' || value.includes('&') ? undefined : { start, end: start + value.length };
}

/** The offset behind what a sticky pattern matches at another; undefined where it does not match. */
function behind(text: string, at: number, pattern: RegExp): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** First offset behind the start tag that an offset stands in; undefined for a tag that closes itself and for what is no tag. */
function tagEnd(text: string, from: number): number | undefined {
  const end = text.indexOf('>', from);
  const isOpen = end >= 0 && end - from <= tagLimit && text.charAt(end - 1) !== '/' && !text.slice(from, end).includes('<');
  return isOpen ? end + 1 : undefined;
}
