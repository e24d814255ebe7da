// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { IgnoreParams, IgnoreResult } from '../../server/src/lsp/protocol.ts';
import { xepSource } from '../support/xepSource.ts';
import { blocking } from './blocking.ts';
import { connect, folder, hosts, type Client } from './client.ts';

type Change = Exclude<IgnoreResult, { readonly error: string }>;

const uri = `${folder}/xep-0191.xml`;
const kettle = `${folder}/inbox/Kettle v2.xml`;
const own = `${folder}/.xep-gdpr.json`;
const carrierId = 'urn:xmpp:blocking item@jid';

for (const host of hosts) {
  suite(`ignoring a finding ${host.name}`, () => {
    let client: Client;

    teardown(() => client.close());

    const ignored = async (files: readonly (readonly [string, string])[], params: Partial<IgnoreParams> = {}): Promise<Change & { readonly text: string }> => {
      client = await connect(host, { hostFiles: new Map([[uri, blocking()], [kettle, xepSource()], ...files]) });
      const result = await client.request<IgnoreResult>('xepGdpr/ignore', { uri, ...(params.code === undefined && { carrierId }), reason: 'A "test".', ...params });
      assert.ok(!('error' in result), JSON.stringify(result));
      const text = params.open?.[0]?.text ?? new Map(files).get(result.uri) ?? '';
      const [edit] = result.edits;
      const lines = text.split('\n');
      const at = ({ line, character }: { readonly line: number; readonly character: number }): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, character);
      return { ...result, text: edit ? text.slice(0, at(edit.range.start)) + edit.newText + text.slice(at(edit.range.end)) : text };
    };
    const entries = (text: string): readonly object[] => (JSON.parse(text) as { readonly ignore: readonly object[] }).ignore;

    test('makes the file in the workspace folder where there is none', async () => {
      const { uri: at, exists, text } = await ignored([]);
      assert.deepEqual([at, exists], [own, false]);
      const [{ date, ...entry } = {}] = entries(text) as { readonly date?: string }[];
      assert.deepEqual(entry, { document: 'xep-0191', carrier: carrierId, reason: 'A "test".' });
      assert.match(date ?? '', /^\d{4}-\d\d-\d\d$/);
    });

    test('calls a ProtoXEP by the name of its file', async () => {
      const { text } = await ignored([], { uri: kettle, code: 'considerations/privacy-missing' });
      assert.match(text, /"document": "Kettle v2", "code": "considerations\/privacy-missing"/);
    });

    test('changes the nearest file above the document and nothing else in it', async () => {
      const near = `${folder}/inbox/.xep-gdpr.json`;
      const before = '{\n  "overrides": [],\n  "ignore": [\n    { "document": "*", "code": "source/namespace", "reason": "Old." }\n  ]\n}\n';
      const { uri: at, exists, edits, text } = await ignored([[own, '{}'], [near, before]], { uri: kettle, code: 'carrier/jid' });
      assert.deepEqual([at, exists, edits.length], [near, true, 1]);
      assert.equal(edits[0]?.range.start.line, 3);
      assert.equal(text.replace(/,\n {4}\{ "document": "Kettle v2".*/, ''), before);
    });

    test('starts from what the editor has and nobody saved', async () => {
      const unsaved = '{ "ignore": [{ "document": "a", "code": "carrier/jid", "reason": "Not saved." }] }';
      const { text } = await ignored([[own, '{}']], { open: [{ uri: own, text: unsaved }] });
      assert.equal(entries(text).length, 2);
    });

    test('gives an ignore that is there its new reason, and says so', async () => {
      const { replaced, text } = await ignored([[own, `{ "ignore": [{ "document": "XEP-0191", "carrier": "${carrierId}", "reason": "Old." }] }`]]);
      assert.deepEqual([replaced, entries(text).length], [true, 1]);
      assert.match(text, /A \\"test\\"\./);
    });

    for (const [what, params, file, error] of [
      ['a broken file', {}, '{ "ignore": [', /^\.xep-gdpr\.json cannot be added to: 1:14: /],
      ['a document outside the workspace', { uri: 'file:///elsewhere/xep-0191.xml' }, '{}', /no XEP source|in no folder/],
      ['a document that is no XEP', { uri: own }, '{}', /no XEP source/],
    ] as const) {
      test(`leaves all as it is for ${what}, and says why`, async () => {
        client = await connect(host, { hostFiles: new Map([[uri, blocking()], [own, file]]) });
        const result = await client.request<IgnoreResult>('xepGdpr/ignore', { uri, carrierId, reason: 'r', ...params });
        assert.match('error' in result ? result.error : '', error);
      });
    }
  });
}
