// SPDX-License-Identifier: MIT
import type { Entry } from './entry.ts';
import { namespaceFamily } from './family.ts';

/** What tells which entry a document has; a header and a review both hold it. */
export interface DocumentId {
  /** As written in the header: four digits, or a stand-in such as `xxxx`. */
  readonly number: string;
  readonly title: string;
  readonly version: string;
}

/** Under what the dataset keeps an entry: a XEP's number, `core`, or `inbox/NAME` for a ProtoXEP. Numbers sort first. */
export function entryKey({ xep, protoxep }: Entry): string {
  return xep ?? (protoxep === undefined ? 'core' : `inbox/${protoxep}`);
}

/** What the document is called that an entry with this key is about: `XEP-0191`, `RFC 6120/6121`, or `ProtoXEP NAME`. */
export function entryName(key: string): string {
  return key === 'core' ? 'RFC 6120/6121' : isNumber(key) ? `XEP-${key}` : `ProtoXEP ${key.slice(key.indexOf('/') + 1)}`;
}

/** Whether a header's number, or an entry's key, is that of a XEP. */
export function isNumber(text: string): boolean {
  return /^\d{4}$/.test(text);
}

/** Whether a XEP of this status is no longer recommended. Deferred is none of these: that is only a lack of activity. */
export function isInactive(status: string): boolean {
  return /^(?:deprecated|obsolete|retracted|rejected)$/i.test(status);
}

/**
 * Finds the entry of a document: that of its number; else that of the ProtoXEP with its title, so that what was judged in the inbox still holds
 * when the XEP has just got its number. Of several states of one proposal the one of the document's version holds, else the newest.
 */
export function documentEntries(entries: ReadonlyMap<string, Entry>): (document: DocumentId) => Entry | undefined {
  let proposals: ReadonlyMap<string, readonly Entry[]> | undefined;
  return ({ number, title, version }) => {
    const numbered = isNumber(number) ? entries.get(number) : undefined;
    if (numbered) {
      return numbered;
    }
    const states = (proposals ??= proposalsIn(entries.values())).get(title.toLowerCase());
    return states?.find(({ reviewed }) => reviewed.version === version) ?? states?.[0];
  };
}

/** Entries of ProtoXEPs by title in lower case, the newest state of each first. */
function proposalsIn(entries: Iterable<Entry>): ReadonlyMap<string, readonly Entry[]> {
  const proposals = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.protoxep !== undefined) {
      const title = entry.title.toLowerCase();
      const states = proposals.get(title) ?? [];
      states.push(entry);
      proposals.set(title, states);
    }
  }
  for (const states of proposals.values()) {
    states.sort((one, other) => compareVersions(other.reviewed.version, one.reviewed.version));
  }
  return proposals;
}

/** Orders versions number by number, as `0.0.10` is newer than `0.0.9`. */
export function compareVersions(one: string, other: string): number {
  const [ours, theirs] = [one, other].map((version) => version.split('.').map(Number));
  for (let part = 0; part < Math.max(ours?.length ?? 0, theirs?.length ?? 0); part++) {
    const difference = (ours?.[part] ?? 0) - (theirs?.[part] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) {
      return difference;
    }
  }
  return 0;
}

/**
 * Entries as if nobody had judged what `hidden` is about: without it, and without ProtoXEPs' entries that have its title or judge its vocabulary,
 * which are mostly earlier states of the same.
 */
export function hideEntry(entries: readonly Entry[], hidden: Entry): readonly Entry[] {
  const families = new Set([...hidden.namespaces, ...hidden.formTypes].map(namespaceFamily));
  const title = hidden.title.toLowerCase();
  const isKin = (entry: Entry): boolean => entry.title.toLowerCase() === title || [...entry.namespaces, ...entry.formTypes].some((one) => families.has(namespaceFamily(one)))
    || [...entry.carriers, ...entry.containers, ...entry.controls, ...entry.notPersonal].some((judged) => families.has(namespaceFamily(judged.in ?? judged.form ?? '')));
  return entries.filter((entry) => entry !== hidden && (entry.protoxep === undefined || !isKin(entry)));
}
