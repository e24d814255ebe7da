// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listFiles } from '@vscode/vsce';
import { generatedPages } from '../../scripts/docs/pages.ts';
import { packagedReadme } from '../../scripts/packagedReadme.mjs';

suite('the README in the extension\'s package', () => {
  test('has neither the pictures nor the links that lead into the source tree', () => {
    assert.equal(packagedReadme('A\n\n![A mark](docs/images/a.png)\n\nSee [the guide](docs/guide.md#start), [below](#below) and [XEPs](https://github.com/xsf/xeps).\n'),
      'A\n\nSee the guide, [below](#below) and [XEPs](https://github.com/xsf/xeps).\n');
  });

  test('keeps all other words of the project\'s README', () => {
    const words = (text: string): string[] => text.replace(/^!\[.*$/gm, '').replace(/\]\([^)]*\)/g, '').match(/[\w-]+/g) ?? [];
    const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    assert.deepEqual(words(packagedReadme(text)), words(text));
  });
});

suite('the extension\'s package', () => {
  test('holds the pages that findings link to, and those of the walkthrough, but no picture of the README', async () => {
    const files = new Set(await listFiles({ cwd: fileURLToPath(new URL('../..', import.meta.url)) }));
    const pages = generatedPages().map(({ path }) => path).filter((path) => path.startsWith('docs/findings/'));
    const steps = ['open', 'read', 'triage', 'considerations', 'workspace'].flatMap((step) => ['', '.nls.de'].map((language) => `client/media/walkthrough/${step}${language}.md`));
    assert.ok(pages.length > 25);
    assert.deepEqual([...pages, ...steps].filter((path) => !files.has(path)), []);
    assert.deepEqual([...files].filter((path) => path.startsWith('docs/images/')), []);
  });
});
