// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { relevancePage } from '../../scripts/docs.mjs';
import { notices } from '../../scripts/notices.mjs';
import { corpusFolder } from '../support/corpus.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

suite('generated files', () => {
  test('the relevance table is the one that the program prints (npm run docs)', function currentTable() {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    assert.ok(read('docs/relevance-table.md') === relevancePage(folder), 'docs/relevance-table.md is not current');
  });

  test('the licences are those of the packages in the bundles (node scripts/notices.mjs)', async () => {
    assert.ok(read('ThirdPartyNotices.txt') === await notices(), 'ThirdPartyNotices.txt is not current');
  });
});
