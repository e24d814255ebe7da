// SPDX-License-Identifier: MIT
import { validateEntry } from '../../generated/validators.js';
import { entryKey } from './documentEntry.ts';
import type { DatasetSource, Entry } from './entry.ts';

/** Reads own entries from JSON text: one entry, an array of them, or `{ "entries": [...] }`. Errors say where in the file and what is wrong. */
export function readEntries(text: string): { readonly entries: readonly Entry[]; readonly errors: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { entries: [], errors: [error instanceof Error ? error.message : String(error)] };
  }
  const wrapped = typeof value === 'object' && value !== null && Object.hasOwn(value, 'entries') ? (value as { readonly entries: unknown }).entries : value;
  const list: readonly unknown[] = Array.isArray(wrapped) ? wrapped : [wrapped];
  const errors: string[] = [];
  list.forEach((entry, index) => {
    for (const error of entryErrors(entry)) {
      errors.push(Array.isArray(wrapped) ? `entry ${index + 1}, ${error}` : error);
    }
  });
  return { entries: errors.length === 0 ? list as readonly Entry[] : [], errors };
}

/** What is wrong with an entry, one line per fault: path in the file, and what was expected. */
export function entryErrors(entry: unknown): string[] {
  if (validateEntry(entry)) {
    return [];
  }
  return (validateEntry.errors ?? []).map(({ instancePath, message, params }) => {
    const allowed = params['allowedValues'];
    const extra = params['additionalProperty'];
    const detail = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : typeof extra === 'string' ? `: "${extra}"` : '';
    return `${instancePath === '' ? 'the entry' : instancePath.slice(1)} ${message ?? 'is not valid'}${detail}`;
  });
}

/** A dataset with own entries in front: an own entry replaces the one of the same XEP or ProtoXEP. */
export function mergeDatasets(base: DatasetSource, own: DatasetSource): DatasetSource {
  const replaced = new Set(own.entries.map(entryKey));
  return { ...base, version: `${base.version}+own`, notes: { ...base.notes, ...own.notes }, entries: [...base.entries.filter((entry) => !replaced.has(entryKey(entry))), ...own.entries] };
}
