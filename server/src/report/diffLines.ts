// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { carrierName, namesInWords, type Carrier, type Change, type Comparison } from '../review/index.ts';
import { tableRow } from './row.ts';
import { documentInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';

/** One line of what a revision changes: `+` adds, `-` takes away, `~` changes. */
export interface DiffLine {
  readonly sign: '+' | '-' | '~';
  readonly text: string;
}

/** What a comparison has to say of one document, for renderers that only set it. */
export interface DocumentDiff {
  readonly heading: string;
  readonly lines: readonly DiffLine[];
}

/** A comparison in words; undefined where nothing changes. */
export function documentDiff(comparison: Comparison, dataset: Dataset): DocumentDiff | undefined {
  if (comparison.kind === 'same') {
    return undefined;
  }
  const { review, kind, level, codes, carriers, recipients, privacy, security, findings } = comparison;
  const lines: DiffLine[] = [];
  const say = (sign: DiffLine['sign'], text: string): void => {
    lines.push({ sign, text });
  };
  const [was, is] = [level.before, level.after].map((one) => (one === null ? '' : levelInWords(one)));
  if (was !== is) {
    say(was === '' ? '+' : is === '' ? '-' : '~', `level ${was === '' || is === '' ? `${was ?? ''}${is ?? ''}` : `${was ?? ''} to ${is ?? ''}`}`);
  }
  codes.added.forEach((code) => say('+', `level code ${code}`));
  codes.dropped.forEach((code) => say('-', `level code ${code}`));
  for (const [sign, list, of] of [['+', carriers.added, comparison.categories.added], ['-', carriers.dropped, comparison.categories.dropped]] as const) {
    for (const [category, group] of byCategory(list)) {
      const label = dataset.categories.get(category)?.short ?? category;
      const seen = recipientsInWords([...new Set(group.flatMap((carrier) => carrier.recipients))]);
      say(sign, `${label}${of.includes(category) ? (sign === '+' ? ' (a new category)' : ' (the whole category)') : ''}: ${namesInWords(group.map(carrierName), 6)}${sign === '+' && seen !== '' ? `; seen by ${seen}` : ''}`);
    }
  }
  for (const { carrier, changes } of carriers.changed) {
    say('~', `${carrierName(carrier)}: ${changes.map(changeInWords).join('; ')}`);
  }
  if (recipients.added.length > 0) {
    say('+', `new recipients: ${recipientsInWords(recipients.added)}`);
  }
  if (recipients.dropped.length > 0) {
    say('-', `recipients: ${recipientsInWords(recipients.dropped)}`);
  }
  for (const [name, changes] of [['Privacy', privacy], ['Security', security]] as const) {
    if (changes.length > 0 && kind === 'changed') {
      say('~', `${name} Considerations: ${changes.map(changeInWords).join('; ')}`);
    }
  }
  if (kind !== 'dropped') {
    findings.added.forEach((code) => say('+', `finding ${code}`));
  }
  if (kind === 'changed') {
    findings.dropped.forEach((code) => say('-', `finding ${code}`));
  }
  return { heading: `${documentInWords(tableRow(review, dataset))}${kind === 'added' ? ' (new document)' : kind === 'dropped' ? ' (document taken away)' : ''}`, lines };
}

function byCategory(carriers: readonly Carrier[]): ReadonlyMap<string, readonly Carrier[]> {
  const groups = new Map<string, Carrier[]>();
  for (const carrier of carriers) {
    const group = groups.get(carrier.category) ?? [];
    group.push(carrier);
    groups.set(carrier.category, group);
  }
  return groups;
}

function changeInWords({ what, before, after }: Change): string {
  const words = (value: string): string => (value === '' ? 'nothing' : what === 'retention' ? retentionInWords(value) : what === 'recipients' ? recipientsInWords(value.split(', ')) : value);
  return `${what} ${words(before)} to ${words(after)}`;
}
