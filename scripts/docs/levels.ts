// SPDX-License-Identifier: MIT
// The page about relevance levels: what each code means, and which XEPs have it.
import type { Dataset, Entry } from '../../server/src/dataset/index.ts';
import { codeInWords, levelCodes, levels } from '../../server/src/report/index.ts';
import { codes, counted, page, table, type Page } from './markdown.ts';

export function levelsPage(dataset: Dataset): Page {
  const xeps = [...dataset.entries.values()].filter(({ xep }) => xep !== undefined);
  const counts = levels.map((level) => [level, String(xeps.filter(({ relevance }) => relevance.level === level).length)]);
  return {
    path: 'docs/levels.md',
    text: page(
      '# Relevance levels and their codes',
      `A document's level is the highest rule that what it defines, or the processing that it orders, meets. Its first code is the headline.`,
      'Status never moves a level. Humorous documents, procedures and lists of other XEPs have the level none. The same rules, without examples: [data/codes.md](../data/codes.md); every XEP\'s level: [relevance-table.md](relevance-table.md).',
      'A level says how much there may be to consider, never that something violates the law.',
      table(['Level', 'XEPs in the dataset'], counts),
      ...levelCodes.flatMap((code) => [`## ${headingOf(code)}`, `${codeInWords(code)}.`, examples(code, xeps)]),
    ),
  };
}

/** A plus or minus would leave no trace in an anchor. */
function headingOf(code: string): string {
  return code.replace('+', ' plus').replace('-', ' minus');
}

function examples(code: string, xeps: readonly Entry[]): string {
  const have = xeps.filter(({ relevance }) => relevance.codes.includes(code));
  // Those that it heads come first: it is the reason for their level.
  const heads = have.filter(({ relevance }) => relevance.codes[0] === code);
  const shown = (heads.length > 0 ? heads : have).slice(0, 4).map(({ xep, title, relevance }) => `* XEP-${xep ?? ''} ${title} (${relevance.level}, ${codes(relevance.codes, 8)}): ${relevance.reason}`);
  return have.length === 0 ? 'No XEP in the dataset has it; documents whose vocabulary nobody has judged may.' : [`${counted(have.length, 'XEP')}, among them:`, '', ...shown].join('\n');
}
