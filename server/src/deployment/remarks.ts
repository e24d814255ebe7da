// SPDX-License-Identifier: MIT
import { compareVersions, entryName, isInactive, type Dataset } from '../dataset/index.ts';
import type { Spoken } from './deployment.ts';

/** Why something of a source is not counted, or is to be looked at. */
export type RemarkCode = 'unreadable' | 'unknown-xep' | 'unknown-feature' | 'duplicate' | 'empty' | 'inactive' | 'superseded' | 'not-counted' | 'newer' | 'range' | 'garbage';

/** Something that was found while reading a deployment's sources. */
export interface Remark {
  readonly code: RemarkCode;
  /** Name of the source; `''` for what is about the deployment as a whole. */
  readonly source: string;
  /** What it is about, as the source writes it; for `unreadable`, why and what to do. */
  readonly what: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** Key of the XEP that it is about. */
  readonly xep?: string;
  /** Numbers of the XEPs that took its place. */
  readonly successors?: readonly string[];
}

/** What is to be said of the XEPs that a deployment speaks: what is no longer recommended, and versions newer than the reviewed ones. */
export function remarksOnXeps(xeps: readonly Spoken[], dataset: Dataset): Remark[] {
  return xeps.flatMap(({ xep, support }): Remark[] => {
    const entry = dataset.entries.get(xep);
    const { status = '', supersededBy = [], reviewed } = entry ?? {};
    const name = entryName(xep);
    const old: Remark[] = supersededBy.length > 0 ? [{ code: 'superseded', source: '', xep, what: `${name}${status === '' ? '' : ` (${status})`}`, successors: supersededBy }]
      : isInactive(status) ? [{ code: 'inactive', source: '', xep, what: `${name} (${status})` }] : [];
    const newer = support.filter(({ version }) => reviewed && /^\d/.test(version) && compareVersions(version, reviewed.version) > 0);
    return [...old, ...newer.map(({ source, version, line }): Remark => ({ code: 'newer', source, line, xep, what: `${name} (${version} > ${reviewed?.version ?? ''})` }))];
  });
}
