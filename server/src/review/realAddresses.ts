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
  const looked = new Set<string>();
  const values: RealValue[] = [];
  for (const carrier of carriers) {
    const holdsPhone = carrier.category === 'contact-details' && phoneNames.test(carrier.field?.var ?? carrier.attribute ?? carrier.element);
    for (const occurrence of carrier.occurrences) {
      const span = occurrence.where === 'example' ? valueSpan(text, carrier, occurrence) : undefined;
      const value = span && text.slice(span.start, span.end);
      if (span === undefined || value === undefined || looked.has(value)) {
        continue;
      }
      looked.add(value);
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

/** How far behind a name its value is looked for. */
const valueLimit = 400;

/** Where the value of an occurrence stands: between an attribute's quotes, as the whole text of an element, as the one value of a form field. */
function valueSpan(text: string, { attribute, field }: Carrier, { offset, length }: Occurrence): Span | undefined {
  const match = attribute !== null ? /=\s*["']([^"']*)["']\s*$/d.exec(text.slice(offset, offset + length))
    : (field ? /^["'][^<>]{0,200}>\s{0,100}(?:<required\/>\s{0,100})?<value>\s{0,100}([^<>&\s](?:[^<>&]{0,100}[^<>&\s])?)\s{0,100}<\/value>/d : /^[^<>]{0,200}(?<!\/)>\s{0,100}([^<>&\s](?:[^<>&]{0,100}[^<>&\s])?)\s{0,100}<\//d).exec(text.slice(offset + length, offset + length + valueLimit));
  const [start, end] = match?.indices?.[1] ?? [];
  const from = attribute !== null ? offset : offset + length;
  return start === undefined || end === undefined ? undefined : { start: from + start, end: from + end };
}
