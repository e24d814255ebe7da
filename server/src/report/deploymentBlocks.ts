// SPDX-License-Identifier: MIT
import type { Told } from '../deployment/index.ts';

/** A piece of a line: `datum` out of the operator data, `fact` out of deployment and dataset, `mark` what joins them. */
export interface Run {
  readonly text: string;
  readonly from: 'datum' | 'fact' | 'mark';
  readonly look?: 'strong' | 'label' | 'code' | 'cite';
  readonly url?: string;
  /** What it is about, for pages that can lead from one mention to another: the row of the record itself, or something that traces to it. */
  readonly row?: { readonly id: string; readonly isItself: boolean };
}

/** What a page is made of; each format sets it in its own way. `relevance` stands for the relevance table. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'grid'; readonly head: readonly (readonly Run[])[]; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'relevance' };

/** All runs of a block, in order. */
export function runsIn(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': return block.runs;
    case 'list': return block.items.flat();
    case 'grid': return [...block.head.flat(), ...block.rows.flat(2)];
    case 'relevance': return [];
  }
}

/** A blank that the operator fills in. */
export const blank = /(\[[^[\]]+\])/;

export function told({ text }: Pick<Told, 'text'>, look?: Run['look']): Run {
  return look ? { text, from: 'datum', look } : { text, from: 'datum' };
}

export function fact(text: string, look?: Run['look'], url?: string): Run {
  return { text, from: 'fact', ...look && { look }, ...url !== undefined && { url } };
}

export function mark(text: string): Run {
  return { text, from: 'mark' };
}

/** A label with what it says, such as "Kept: until changed"; nothing where there is nothing to say. */
export function labelled(label: Told, runs: readonly Run[]): readonly Run[] {
  return runs.length === 0 ? [] : [{ text: label.text, from: 'datum', look: 'label' }, mark(': '), ...runs];
}

/** Ends what a label says with a full stop, unless it ends a sentence already. */
export function closed(runs: readonly Run[]): readonly Run[] {
  return runs.length === 0 || /[.!?]$/.test(runs.at(-1)?.text ?? '') ? runs : [...runs, mark('.')];
}

/** Texts one behind the other. */
export function sentences(texts: readonly Told[]): readonly Run[] {
  return joined(texts.map((text) => [told(text)]), ' ');
}

/** Groups of runs with a mark between any two; empty groups fall out. */
export function joined(groups: readonly (readonly Run[])[], between: string): readonly Run[] {
  return groups.filter((runs) => runs.length > 0).flatMap((runs, index) => (index === 0 ? runs : [mark(between), ...runs]));
}

/** The first of some words, and how many there are beyond. */
export function atMost(words: readonly string[], limit: number): Run {
  return fact(words.length > limit ? `${words.slice(0, limit).join(', ')}, +${words.length - limit}` : words.join(', '));
}
