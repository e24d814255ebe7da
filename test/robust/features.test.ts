// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { cpuUsage } from 'node:process';
import { connect, folder, streams, type Client } from '../lsp/client.ts';
import { constructs } from './constructs.ts';
import { countFor } from './growth.ts';

const uri = `${folder}/kettle.xml`;
const everything = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
const factor = 16;
/** Far above what is linear, far below what is quadratic. */
const limit = factor / 6;

/** Everything that an editor asks of a document, the whole of it selected; milliseconds of processor time for each. */
async function timesOf(client: Client, text: string): Promise<Readonly<Record<string, number>>> {
  const times: Record<string, number> = {};
  const ask = async <Result>(name: string, request: () => Promise<Result>): Promise<Result> => {
    const before = cpuUsage();
    const result = await request();
    const { user, system } = cpuUsage(before);
    times[name] = (user + system) / 1000;
    return result;
  };
  client.open(uri, text);
  const diagnostics = await ask('diagnostics', () => client.pull(uri));
  const position = diagnostics[0]?.range.start ?? everything.start;
  for (const name of ['documentSymbol', 'codeLens', 'foldingRange', 'documentLink', 'hover', 'documentHighlight', 'definition', 'completion', 'codeAction']) {
    await ask(name, () => client.request(`textDocument/${name}`, { textDocument: { uri }, position, range: everything, context: { diagnostics } }));
  }
  for (const name of ['privacySection', 'compare', 'triage', 'table', 'panelCarriers']) {
    await ask(name, () => client.request(`xepGdpr/${name}`, { uri, uris: [uri], oldText: '<xep/>', format: 'html' }));
  }
  client.notify('textDocument/didClose', { textDocument: { uri } });
  return times;
}

suite('the time of an answer to the editor grows no faster than the document', () => {
  for (const what of ['names', 'carriers with addresses that are real', 'undeclared prefixes', 'namespaces that miss a known one', 'sections', 'form fields', 'paragraphs with a TODO', 'references to nothing']) {
    test(`with many ${what}`, async () => {
      const construct = constructs[what] ?? String;
      const count = countFor(construct, 12_000);
      const [few, many] = [construct(count), construct(count * factor)];
      const client = await connect(streams);
      await timesOf(client, few);
      // Machines are busy with other things too: what is slow is tried again before it is believed.
      let slow: readonly string[] = ['all'];
      for (let attempt = 0; attempt < 4 && slow.length > 0; attempt++) {
        const [small, large] = [await timesOf(client, few), await timesOf(client, many)];
        const found = Object.keys(large).filter((name) => (large[name] ?? 0) > 100 && (large[name] ?? 0) / Math.max(2, small[name] ?? 0) / (many.length / few.length) > limit);
        slow = attempt === 0 ? found : slow.filter((name) => found.includes(name));
      }
      await client.close();
      assert.deepEqual(slow, []);
    });
  }
});
