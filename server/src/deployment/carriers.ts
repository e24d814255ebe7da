// SPDX-License-Identifier: MIT
import { namespaceFamily, type CarrierRecord, type Dataset, type Entry } from '../dataset/index.ts';

/** Something that may carry personal data in a deployment. */
export interface DeploymentCarrier {
  /** `namespace element`, `namespace element@attribute`, or a form field as reviews write it. */
  readonly id: string;
  /** Key of the entry that says so: a XEP's number, `inbox/NAME`, or `core` for RFC 6120/6121. */
  readonly xep: string;
  readonly category: string;
  readonly also: readonly string[];
  readonly subject: readonly string[];
  readonly recipients: readonly string[];
  readonly retention: string;
  readonly rights: readonly string[];
}

/**
 * What an entry says that its XEP defines or orders to be processed; what the XEP merely borrows is left out. A review of the source finds the same,
 * but for what the source orders and never shows.
 */
export function carriersOf(entry: Entry, key: string, dataset: Dataset): DeploymentCarrier[] {
  const namespaces = new Set(entry.namespaces.map(namespaceFamily));
  const forms = new Set(entry.formTypes.map(namespaceFamily));
  const isOwn = ({ in: home, form }: CarrierRecord): boolean => (form === undefined
    ? home !== undefined && home !== '' && namespaces.has(namespaceFamily(home))
    : form === null || forms.has(namespaceFamily(form)));
  const own = entry.carriers.filter(isOwn).flatMap((record) => record.match.map((name): DeploymentCarrier => {
    const { subject, recipients, retention, rights } = { ...entry.defaults, ...record };
    return { id: idOf(record, name), xep: key, category: record.category, also: record.also ?? [], subject: subject ?? ['user'], recipients: recipients ?? [], retention: retention ?? 'unspecified', rights: rights ?? [] };
  }));
  const ordered = (entry.processing ?? []).flatMap((order): DeploymentCarrier[] => {
    const [namespace = '', name = ''] = order.of.split(' ');
    const [element = '', attribute = null] = name.split('@');
    const verdict = dataset.verdicts(namespace, element, attribute, key).find(({ kind }) => kind === 'carrier');
    if (verdict?.kind !== 'carrier') {
      return [];
    }
    const { category, also, subject, rights } = verdict;
    return [{ id: order.of, xep: key, category, also, subject, rights, recipients: order.recipients ?? verdict.recipients, retention: order.retention ?? verdict.retention }];
  });
  // Verdicts with conditions name a carrier more than once.
  return [...new Map([...ordered, ...own].reverse().map((carrier) => [`${carrier.id} ${carrier.category}`, carrier])).values()].reverse();
}

function idOf({ in: home = '', form }: CarrierRecord, name: string): string {
  return form === undefined ? `${home} ${name}` : `jabber:x:data field[${form === null ? '' : `${form} `}${name}]`;
}
