// SPDX-License-Identifier: MIT
import { validateEntry } from '../../generated/validators.js';
import { entryKey } from './documentEntry.ts';
import type { DatasetSource, Entry } from './entry.ts';
import { pointerSegment, readJsonText } from './jsonText.ts';
import { placesOf } from './textPlaces.ts';

/** Reads own entries from JSON text: one entry, an array of them, or `{ "entries": [...] }`. Errors begin with `line:column: ` and say what is wrong there. Never throws. */
export function readEntries(text: string): { readonly entries: readonly Entry[]; readonly errors: readonly string[] } {
  const { value, fault, spanOf, keySpanOf } = readJsonText(text);
  const placeAt = placesOf(text);
  const said = (offset: number, message: string): string => {
    const { line, column } = placeAt(offset);
    return `${line}:${column}: ${message}`;
  };
  if (fault) {
    return { entries: [], errors: [said(fault.offset, fault.message)] };
  }
  const isWrapped = typeof value === 'object' && value !== null && Object.hasOwn(value, 'entries');
  const wrapped = isWrapped ? (value as { readonly entries: unknown }).entries : value;
  const list: readonly unknown[] = Array.isArray(wrapped) ? wrapped : [wrapped];
  const errors: string[] = [];
  list.forEach((entry, index) => {
    const home = `${isWrapped ? '/entries' : ''}${Array.isArray(wrapped) ? `/${index}` : ''}`;
    for (const { pointer, member, message } of entryFaults(entry)) {
      const { start } = (member === undefined ? undefined : keySpanOf(`${home}${pointer}/${pointerSegment(member)}`)) ?? spanOf(home + pointer);
      errors.push(said(start, Array.isArray(wrapped) ? `entry ${index + 1}, ${message}` : message));
    }
  });
  return { entries: errors.length === 0 ? list as readonly Entry[] : [], errors };
}

/** What is wrong with an entry, one line per fault: path in the file, and what was expected. */
export function entryErrors(entry: unknown): string[] {
  return entryFaults(entry).map(({ message }) => message);
}

interface EntryFault {
  /** JSON pointer of the part at fault. */
  readonly pointer: string;
  /** A member that the part must not have. */
  readonly member: string | undefined;
  readonly message: string;
}

function entryFaults(entry: unknown): EntryFault[] {
  if (validateEntry(entry)) {
    return [];
  }
  return (validateEntry.errors ?? []).map(({ instancePath: pointer, message, params }) => {
    const allowed = params['allowedValues'];
    const extra = params['additionalProperty'];
    const member = typeof extra === 'string' ? extra : undefined;
    const detail = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : member === undefined ? '' : `: "${member}"`;
    return { pointer, member, message: `${pointer === '' ? 'the entry' : pointer.slice(1)} ${message ?? 'is not valid'}${detail}` };
  });
}

/** A dataset with own entries in front: an own entry replaces the one of the same XEP or ProtoXEP. */
export function mergeDatasets(base: DatasetSource, own: DatasetSource): DatasetSource {
  const replaced = new Set(own.entries.map(entryKey));
  return { ...base, version: `${base.version}+own`, notes: { ...base.notes, ...own.notes }, entries: [...base.entries.filter((entry) => !replaced.has(entryKey(entry))), ...own.entries] };
}
