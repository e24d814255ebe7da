// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { relevancePage } from '../../scripts/docs.mjs';
import { generatedPages } from '../../scripts/docs/pages.ts';
import { notices } from '../../scripts/notices.mjs';
import { corpusFolder } from '../support/corpus.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(at(path), 'utf8');

suite('generated files', () => {
  const pages = generatedPages();

  test('the relevance table is the one that the program prints (npm run docs)', function currentTable() {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    assert.ok(read('docs/relevance-table.md') === relevancePage(folder), 'docs/relevance-table.md is not current');
  });

  test('the pages made from the program are current (npm run docs)', () => {
    assert.ok(pages.length > 25);
    assert.deepEqual(pages.filter(({ path, text }) => read(path) !== text).map(({ path }) => path), []);
  });

  test('the folder of findings has a page for each code and no other', () => {
    assert.deepEqual(readdirSync(at('docs/findings')).sort(), pages.map(({ path }) => path).filter((path) => path.startsWith('docs/findings/')).map((path) => path.slice('docs/findings/'.length)).sort());
  });

  test('the page about the command line has every option that the help has', () => {
    const { text = '' } = pages.find(({ path }) => path === 'docs/command-line.md') ?? {};
    const options = [...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, typed = '', words = '']) => ({ typed, words }));
    assert.ok(options.length > 30);
    assert.deepEqual(options.filter(({ typed, words }) => words.trim() === '' || typed.includes(': ')), []);
  });

  test('the licences are those of the packages in the bundles (node scripts/notices.mjs)', async () => {
    assert.ok(read('ThirdPartyNotices.txt') === await notices(), 'ThirdPartyNotices.txt is not current');
  });
});
