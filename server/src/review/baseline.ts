// SPDX-License-Identifier: MIT
import type { CarrierVerdict, Dataset } from '../dataset/index.ts';
import { valueShape } from './shape.ts';

const stanzas: ReadonlySet<string> = new Set(['iq', 'message', 'presence']);
const streams: ReadonlySet<string> = new Set(['jabber:client', 'jabber:server', 'jabber:component:accept']);

/** Whether an attribute is the addressing baseline of stanzas (data/README.md, decision rule 3): shown, but never counted. */
export function isBaseline(namespace: string, element: string, attribute: string | null): boolean {
  return (attribute === 'from' || attribute === 'to' || attribute === 'type' || attribute === 'id') && stanzas.has(element) && streams.has(namespace);
}

/** The verdict on a stanza's address (data/README.md, decision rule 8): a person's address or room nickname is shown, a service's address is not. */
export function baselineVerdict(attribute: string, value: string, dataset: Dataset): CarrierVerdict | undefined {
  if (attribute !== 'from' && attribute !== 'to') {
    return undefined;
  }
  const shape = valueShape(value);
  if (shape !== 'user-jid' && shape !== 'occupant-jid') {
    return undefined;
  }
  const verdicts = dataset.verdicts('jabber:client', 'message', attribute, '');
  const category = shape === 'user-jid' ? 'jid' : 'pseudonym';
  const curated = verdicts.find((verdict) => verdict.kind === 'carrier' && verdict.category === category);
  return {
    subject: ['user'], recipients: ['own-server', 'peer-server'], retention: 'transient', mitigations: [], rights: [], flags: [], note: '', source: '', entry: 'core',
    ...curated,
    kind: 'carrier',
    category,
    also: value.includes('/') && shape === 'user-jid' ? ['device-client'] : [],
    sensitivity: 'low',
  };
}
