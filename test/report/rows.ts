// SPDX-License-Identifier: MIT
import { compileDataset, type Dataset } from '../../server/src/dataset/index.ts';
import type { TableRow } from '../../server/src/report/index.ts';

/** Two categories, one of them with a name that every format has to escape. */
export const dataset: Dataset = compileDataset({
  version: 'test', notes: {}, entries: [],
  categories: [
    { id: 'tea', label: 'Tea habits', short: 'Tea', definition: '', dpv: ['pd:Habit'], sensitivity: 'medium', articles: ['4(1)'], weight: 2, terms: ['tea'] },
    { id: 'mug', label: 'Mug & spoon', short: 'Mug & spoon', definition: '', dpv: ['pd:Thing'], sensitivity: 'low', articles: ['4(1)'], weight: 1, terms: ['mug'] },
  ],
});

/** A row with some words changed. */
export function row(changes: Partial<TableRow> = {}): TableRow {
  return {
    number: '9042', name: 'XEP-9042', path: 'xep-9042.xml', title: 'Kettle', status: 'Draft', type: 'Standards Track', version: '1.0', level: 'medium', codes: ['M1', 'M4'],
    reason: 'Tells who drinks tea', basis: 'curated', tags: [], categories: ['tea', 'mug'], recipients: ['contact', 'public'], retention: 'stored', privacy: 'absent', security: 'present', ...changes,
  };
}

/** Texts that a document may hold to get out of its cell, by what they try. */
export const hostile: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script>', 'a cell border': 'one | two || three', 'the end of a CDATA section': 'a ]]> b', 'a formula': '=HYPERLINK("http://tea.example","x")',
  'a template': '{{delete}} [[File:x]]', 'a line break': 'one\n|-\n| two\r\nthree', 'an entity': '&lt;b&gt; &xep9042; &#0;', 'quotes': `"double" and 'single'`, 'a terminal sequence': 'red\u001b[31m \u0007\u202eback',
  'half a character': 'half \ud83d of it', 'a table end': '|} </table> </tr>', 'markup of Markdown': '# *a* _b_ `c` [d](http://tea.example) ~~e~~', 'a magic word': '__NOTOC__ ~~~~ http://tea.example',
};
