// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
