// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { blocking } from '../lsp/blocking.ts';
import { connect, folder, pushed, streams, type Published } from '../lsp/client.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { figures, long } from './budget.ts';

/** Bytes in use after everything that can go has gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

suite('the language server endures', () => {
  test('five hundred open documents, each edited before anybody reads the last', async () => {
    const client = await connect(streams, { capabilities: pushed });
    const uris = Array.from({ length: 500 }, (_unused, index) => `${folder}/kettle-${index}.xml`);
    const last = 4;
    uris.forEach((uri) => { client.open(uri, blocking()); });
    for (let version = 2; version <= last; version++) {
      uris.forEach((uri) => { client.change(uri, version, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }); });
    }
    const shown = (): readonly Published[] => [...new Map((client.received('textDocument/publishDiagnostics') as readonly Published[]).map((one) => [one.uri, one])).values()];
    await until(() => shown().length === uris.length && shown().every(({ version, diagnostics }) => version === last && diagnostics.length > 0));
    uris.forEach((uri) => { client.notify('textDocument/didClose', { textDocument: { uri } }); });
    await until(() => shown().every(({ diagnostics }) => diagnostics.length === 0));
    await client.close();
  });

  test('very many edits, each with names and a namespace that nobody has seen', async function () {
    this.timeout(0);
    const edits = long ? 100_000 : 600;
    const client = await connect(streams);
    const uri = `${folder}/kettle.xml`;
    const text = xepSource({ body: `${exampleSection('<brew xmlns="urn:kettle:0"/>')}${'<p>Nobody knows what is in the kettle, nor who drinks of it.</p>\n'.repeat(400)}` });
    client.open(uri, text);
    const line = text.slice(0, text.indexOf('<brew')).split('\n').length - 1;
    let length = '<brew xmlns="urn:kettle:0"/>'.length;
    const sizes: number[] = [];
    const perReview = 4;
    for (let edit = 1; edit <= edits; edit++) {
      const name = `a-name-that-is-new-${edit}`;
      const example = `<${name} xmlns="urn:kettle:of:${name}:0" user-of-${name}="ada@${name}.example" />`;
      client.change(uri, edit + 1, { range: { start: { line, character: 0 }, end: { line, character: length } }, text: example });
      length = example.length;
      if (edit % perReview === 0) {
        await client.pull(uri);
      }
      if (edit % (edits / 4) === 0) {
        sizes.push(heap());
      }
    }
    assert.equal((await client.pull(uri)).some(({ message }) => String(message).includes(String(edits))), true);
    await client.close();
    const [, second = 0, , fourth = 0] = sizes;
    const shown = sizes.map((size) => (size / 1e6).toFixed(1)).join(', ');
    figures(`${edits} edits; in use after each quarter, in MB: ${shown}`);
    // A review more may be kept with its piece of the document until as many are kept as may be, and what was asked of the dataset by name until
    // that is 200,000 answers; a whole document never.
    const perEach = (fourth - second) / (edits / 2 / perReview);
    assert.ok(perEach < (long ? 2000 : text.length), `${perEach.toFixed(0)} bytes more with each review: ${shown} MB`);
  });
});
