// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import type { OperatorData } from './operatorData.ts';
import { readSource, type Mention, type SourceKind } from './readSource.ts';
import { featureOwner } from './featureOwner.ts';
import { remarksOnXeps, type Remark } from './remarks.ts';

/** A text that says which XEPs a software or service speaks, and the name under which it is reported. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

export type Role = 'server' | 'client' | 'library' | 'unknown';

/** What one source says of one XEP. */
export interface Support {
  readonly source: string;
  readonly role: Role;
  /** `complete`, `partial`, `deprecated`, or `''` where the source does not say. */
  readonly status: string;
  /** Version of the XEP that is implemented; `''` where the source does not say. */
  readonly version: string;
  readonly since: string;
  readonly note: string;
  /** 1-based. */
  readonly line: number;
}

/** A XEP that the deployment speaks. */
export interface Spoken {
  /** Key of its entry: a number, or `inbox/NAME`. */
  readonly xep: string;
  readonly title: string;
  readonly support: readonly Support[];
}

/** A data form that a service publishes about itself, such as contact addresses (XEP-0157) or its data policy (XEP-0504). */
export interface PublishedForm {
  readonly source: string;
  readonly formType: string;
  readonly fields: readonly { readonly var: string; readonly values: readonly string[] }[];
}

/** What several sources together say, with all that was not counted. */
export interface Deployment {
  readonly sources: readonly { readonly name: string; readonly kind: SourceKind; readonly role: Role; readonly title: string }[];
  /** By key, numbers first. */
  readonly xeps: readonly Spoken[];
  readonly forms: readonly PublishedForm[];
  readonly remarks: readonly Remark[];
}

/** Support that is no support yet, or no more. */
const notCounted: ReadonlySet<string> = new Set(['planned', 'wontfix', 'removed']);
const statuses: ReadonlySet<string> = new Set(['complete', 'partial', 'deprecated', '', ...notCounted]);

/** Reads what a deployment speaks. Never throws: what cannot be read is a remark, and the other sources are still read. */
export function readDeployment(texts: readonly SourceText[], dataset: Dataset, features: OperatorData['features']): Deployment {
  const owner = featureOwner(dataset, features);
  const spoken = new Map<string, Support[]>();
  const remarks: Remark[] = [];
  const sources: Deployment['sources'][number][] = [];
  const forms: PublishedForm[] = [];
  for (const { name, text } of texts) {
    const read = readSource(text);
    if ('error' in read) {
      remarks.push({ code: 'unreadable', source: name, what: read.error, ...read.line !== undefined && { line: read.line }, ...read.column !== undefined && { column: read.column } });
      continue;
    }
    const { kind, role, title } = read;
    sources.push({ name, kind, role, title });
    read.flaws.forEach((flaw) => { remarks.push({ ...flaw, source: name }); });
    read.forms.forEach(({ formType, fields }) => { forms.push({ source: name, formType, fields }); });
    const seen = new Set<string>();
    const add = (mention: Mention, key: string): void => {
      const { status, version, since, note, line } = mention;
      const at = { source: name, line, xep: key, what: nameOf(key) };
      if (!statuses.has(status)) {
        remarks.push({ ...at, code: 'garbage', what: `${nameOf(key)} (${status})` });
      }
      if (notCounted.has(status)) {
        remarks.push({ ...at, code: 'not-counted', what: `${nameOf(key)} (${status})` });
      } else if (seen.has(key)) {
        remarks.push({ ...at, code: 'duplicate' });
      } else {
        seen.add(key);
        const support: Support = { source: name, role, status, version, since, note, line };
        spoken.set(key, [...spoken.get(key) ?? [], support]);
      }
    };
    for (const mention of read.mentions) {
      if (dataset.entries.has(mention.xep) && mention.xep !== 'core') {
        add(mention, mention.xep);
      } else {
        remarks.push({ code: 'unknown-xep', source: name, line: mention.line, what: nameOf(mention.xep) });
      }
    }
    for (const { feature, line } of [...read.features, ...read.identities]) {
      const keys = owner(feature);
      if (keys.length === 0 && !feature.startsWith('identity:')) {
        remarks.push({ code: 'unknown-feature', source: name, line, what: feature });
      }
      // Several features of one XEP are what the XEP orders, no duplicates.
      keys.filter((key) => key !== 'core' && !seen.has(key)).forEach((key) => { add({ xep: key, status: '', version: '', since: '', note: '', line }, key); });
    }
    if (read.mentions.length === 0 && read.features.length === 0) {
      remarks.push({ code: 'empty', source: name, what: name });
    }
  }
  const xeps = [...spoken].sort(([one], [other]) => (one < other ? -1 : 1)).map(([xep, support]): Spoken => ({ xep, title: dataset.entries.get(xep)?.title ?? '', support }));
  return { sources, xeps, forms, remarks: [...remarks, ...remarksOnXeps(xeps, dataset)] };
}

function nameOf(key: string): string {
  return /^\d+$/.test(key) ? `XEP-${key}` : key;
}
