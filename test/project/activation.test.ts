// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { bundles } from '../../scripts/build.mjs';

suite('what activation loads', () => {
  test('is small where the extension runs in Node.js: the library that speaks the protocol comes later', async () => {
    const bundle = bundles.find(({ outfile }) => outfile === 'dist/client.node.cjs');
    const { metafile, outputFiles } = await build({ ...bundle, write: false, metafile: true });
    const packages = Object.keys(metafile?.inputs ?? {}).filter((path) => path.includes('node_modules/'));
    // What translates is needed for the first words that are shown, and is a few kilobytes.
    assert.deepEqual(packages, ['node_modules/@vscode/l10n/dist/main.js']);
    const bytes = outputFiles?.[0]?.contents.length ?? Number.NaN;
    assert.ok(bytes < 60_000, `${bytes} bytes`);
  });
});
