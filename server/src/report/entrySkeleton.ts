// SPDX-License-Identifier: MIT
import { entryName, isNumber, type CarrierRecord, type CarrierVerdict, type Entry } from '../dataset/index.ts';
import { documentName, type Draft, type DraftName } from '../review/index.ts';

const noteLimit = 400;
const lineLimit = 110;

/** A dataset entry to start from, valid as it is. All that was inferred says so; `date` is the day of the review, `YYYY-MM-DD`. */
export function entrySkeleton({ review, supersededBy, namespaces, formTypes, names }: Draft, date: string): Entry & { readonly $schema: string } {
  const { level, codes, reason, tags } = review.relevance;
  const carriers = names.filter((name) => name.kind === 'carrier');
  return {
    $schema: '../schemas/entry.schema.json',
    ...isNumber(review.number) ? { xep: review.number } : { protoxep: documentName(review).replace(/\s+/g, '-') },
    title: review.title === '' ? 'TODO' : review.title,
    ...isNumber(review.number) && review.status !== '' && { status: review.status },
    ...isNumber(review.number) && supersededBy.length > 0 && { supersededBy },
    reviewed: { version: review.version, date },
    kind: review.kind,
    relevance: { level, codes, reason: marked(reason), tags: tags.filter((tag) => entryTags.has(tag)) },
    namespaces, formTypes,
    carriers: grouped(carriers, (name) => carrierRecord(name, name.verdict)),
    processing: [],
    containers: grouped(names.filter(({ kind }) => kind === 'container'), ({ namespace }) => ({ in: namespace })),
    controls: grouped(names.filter(({ kind }) => kind === 'control'), (name) => ({ ...homeOf(name), note: 'Inferred: a marker or a choice.' })),
    notPersonal: grouped(names.filter(({ kind }) => kind === 'not-personal'), (name) => ({ ...homeOf(name), why: 'Inferred: TODO say why.' })),
  };
}

/** An entry as the files of `data/xeps` and `data/inbox` are written. */
export function entryJson(entry: Entry): string {
  return `${pretty(entry, '')}\n`;
}

const entryTags: ReadonlySet<string> = new Set(['humorous', 'process', 'xsf-process', 'inherits']);

function carrierRecord(name: DraftName, verdict: CarrierVerdict | undefined): Omit<CarrierRecord, 'match'> {
  const { category = '', also = [], entry = '', note = '', subject = [] } = verdict ?? {};
  return {
    ...homeOf(name), category,
    ...also.length > 0 && { also: also.slice(0, 2) },
    ...subject.join() !== 'user' && subject.length > 0 && { subject },
    note: marked(entry === '' ? note : `judged like the same name in ${entryName(entry)}.`),
    source: name.section === '' ? 'TODO' : name.section,
  };
}

function homeOf({ namespace, field }: DraftName): { readonly in: string } | { readonly form: string | null } {
  return field ? { form: field.formType } : { in: namespace };
}

/** Puts names under one record where everything else is the same. */
function grouped<Rest extends object>(names: readonly DraftName[], restOf: (name: DraftName) => Rest): (Rest & { readonly match: readonly string[] })[] {
  const groups = new Map<string, { readonly rest: Rest; readonly match: string[] }>();
  for (const name of names) {
    const rest = restOf(name);
    const key = JSON.stringify(rest);
    const group = groups.get(key) ?? { rest, match: [] };
    groups.set(key, group);
    group.match.push(name.field?.var ?? (name.attribute === null ? name.element : `${name.element}@${name.attribute}`));
  }
  return [...groups.values()].map(({ rest, match }) => {
    const { in: namespace, form, ...others } = rest as { readonly in?: string; readonly form?: string | null };
    return { ...namespace !== undefined && { in: namespace }, ...form !== undefined && { form }, match, ...others } as unknown as Rest & { readonly match: readonly string[] };
  });
}

function marked(note: string): string {
  const text = note.startsWith('Inferred:') ? note : `Inferred: ${note.charAt(0).toLowerCase()}${note.slice(1)}`;
  return text.length <= noteLimit ? text : `${text.slice(0, noteLimit - 1)}…`;
}

/** Lists and records on one line where they fit, for files that people read. */
function pretty(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const isList = Array.isArray(value);
  const parts = isList ? (value as readonly unknown[]).map((item) => ['', item] as const) : Object.entries(value).map(([name, item]) => [`${JSON.stringify(name)}: `, item] as const);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) {
    return `${open}${close}`;
  }
  const isFlat = parts.every(([, item]) => typeof item !== 'object' || item === null || (Array.isArray(item) && item.every((one) => typeof one !== 'object')));
  const space = isList ? '' : ' ';
  const line = `${open}${space}${parts.map(([name, item]) => `${name}${Array.isArray(item) ? `[${item.map((one) => JSON.stringify(one)).join(', ')}]` : JSON.stringify(item)}`).join(', ')}${space}${close}`;
  if (isFlat && indent !== '' && line.length + indent.length <= lineLimit) {
    return line;
  }
  return `${open}\n${parts.map(([name, item]) => `${indent}  ${name}${pretty(item, `${indent}  `)}`).join(',\n')}\n${indent}${close}`;
}
