// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const tester = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');
const samples = readdirSync(folder).filter((name) => name.endsWith('.sample.xml')).sort();

suite('the grammar for stanzas in CDATA', () => {
  for (const sample of samples) {
    test(`scopes ${sample} as its comments say`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [tester, '--config', 'grammars.json', sample], { cwd: folder, encoding: 'utf8', timeout: 30_000 });
      assert.equal(status, 0, `${stdout}${stderr}`);
      assert.match(stdout, new RegExp(sample.replace('.', '\\.')));
    });
  }

  test('is injected into the grammar that the manifest names', () => {
    const grammars = (text: string): readonly { readonly scopeName: string; readonly injectTo?: readonly string[] }[] => (JSON.parse(text) as { readonly contributes: { readonly grammars: [] } }).contributes.grammars;
    const inManifest = grammars(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).map(({ scopeName, injectTo }) => ({ scopeName, injectTo }));
    const inTests = grammars(readFileSync(new URL('grammars.json', import.meta.url), 'utf8')).filter(({ injectTo }) => injectTo).map(({ scopeName, injectTo }) => ({ scopeName, injectTo }));
    assert.deepEqual(inManifest, inTests);
  });
});
