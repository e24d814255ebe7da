// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../server/src/lsp/nodeFiles.ts';
import type { ReviewedParams, ReviewWorkspaceResult } from '../../server/src/lsp/protocol.ts';
import { inFolder } from '../cli/run.ts';
import { connect, streams, type Client } from '../lsp/client.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const body = exampleSection("<a xmlns='urn:example:kettle:0' jid='romeo@real.cafe'/>");
const own = JSON.stringify({ overrides: [{ document: '*', level: 'high', reason: 'LEAKED' }] });

/** A workspace `in` with links to a folder beside it, for `use`. */
async function inWorkspace(hosted: boolean, use: (client: Client, uriOf: (name: string) => string, folder: string) => Promise<void>): Promise<void> {
  await inFolder({ 'in/good.xml': xepSource({ title: 'Good &leak;', body }), 'in/sub/kettle.xml': xepSource({ title: 'Kettle', body }), 'out/secret.xml': xepSource({ title: 'Secret Plan', body }), 'out/xep.ent': '<!ENTITY leak "LEAKED">', 'out/own.json': own }, async (folder) => {
    mkdirSync(join(folder, 'in', 'late'));
    for (const [target, name] of [['../out/secret.xml', 'secret.xml'], ['../out', 'more'], ['../out/xep.ent', 'xep.ent'], ['../out/own.json', '.xep-gdpr.json']] as const) {
      symlinkSync(target, join(folder, 'in', name));
    }
    const uriOf = (name: string): string => pathToFileURL(join(folder, 'in', name)).href;
    const names = ['good.xml', 'sub/kettle.xml', 'secret.xml', 'more/secret.xml', 'xep.ent', '.xep-gdpr.json', '../out/secret.xml'];
    const client = await connect(streams, { ownFiles: nodeFiles, folders: [pathToFileURL(join(folder, 'in')).href], initializationOptions: { summaries: true }, ...hosted && { hostFiles: new Map([...names.map((name): [string, string] => [uriOf(name), '']), [`${uriOf('')}../out/secret.xml`, '']]) } });
    await use(client, uriOf, folder);
    await client.close();
  });
}

function reviewedBy(client: Client): string[] {
  return (client.received('xepGdpr/reviewed') as readonly ReviewedParams[]).flatMap(({ reviews }) => reviews.map(({ title, reason }) => `${title} ${reason}`));
}

suite('the server reads nothing outside the workspace', function onPosix() {
  if (process.platform === 'win32') {
    return;
  }
  for (const hosted of [false, true]) {
    test(`by a link, whether a source, an entity file or own data${hosted ? ', although the client names it' : ''}`, async () => {
      await inWorkspace(hosted, async (client) => {
        const { reviewed, unreadable } = await client.request<ReviewWorkspaceResult>('xepGdpr/reviewWorkspace', {});
        assert.deepEqual({ reviewed, unreadable }, { reviewed: 2, unreadable: [] });
        const found = reviewedBy(client);
        assert.equal(found.length, 2);
        assert.deepEqual(found.filter((one) => /LEAKED|Secret/.test(one)), []);
      });
    });

    test(`by a link that comes later${hosted ? ', as the client sees it' : ''}, nor by dots in an address`, async () => {
      await inWorkspace(hosted, async (client, uriOf, folder) => {
        await client.request('xepGdpr/reviewWorkspace', {});
        symlinkSync('../../out/secret.xml', join(folder, 'in', 'late', 'plan.xml'));
        writeFileSync(join(folder, 'in', 'late', 'tea.xml'), xepSource({ title: 'Tea', body }));
        client.notify('workspace/didChangeWatchedFiles', { changes: [uriOf('late/plan.xml'), `${uriOf('late')}/../../out/secret.xml`, uriOf('late/tea.xml')].map((uri) => ({ uri, type: 1 })) });
        await client.next<ReviewedParams>('xepGdpr/reviewed', ({ reviews }) => reviews.some(({ title }) => title === 'Tea'));
        assert.deepEqual(reviewedBy(client).filter((one) => /LEAKED|Secret/.test(one)), []);
        for (const uri of [uriOf('late/plan.xml'), `${uriOf('late')}/../../out/secret.xml`]) {
          const { text } = await client.request<{ readonly text: string }>('xepGdpr/triage', { uri, format: 'text' });
          assert.equal(text, '');
        }
      });
    });
  }

  test('and waits for no pipe that somebody put where a file is looked for', async () => {
    await inFolder({ 'good.xml': xepSource({ title: 'Good', body }) }, async (folder) => {
      const names = ['xep.ent', '.xep-gdpr.json', 'late.xml'];
      names.forEach((name) => { spawnSync('mkfifo', [join(folder, name)]); });
      const uri = pathToFileURL(join(folder, 'good.xml')).href;
      const client = await connect(streams, { ownFiles: nodeFiles, folders: [pathToFileURL(folder).href] });
      client.open(uri, xepSource({ title: 'Good', body }));
      client.notify('workspace/didChangeWatchedFiles', { changes: names.map((name) => ({ uri: pathToFileURL(join(folder, name)).href, type: 1 })) });
      const found = await Promise.race([client.pull(uri), new Promise<string>((resolve) => { setTimeout(() => resolve('waits'), 5000).unref(); })]);
      // Whoever waits for these pipes may go on now.
      names.forEach((name) => { closeSync(openSync(join(folder, name), constants.O_RDWR | constants.O_NONBLOCK)); });
      assert.ok(found.length > 0 && found !== 'waits');
      await client.close();
    });
  });

  test('but a workspace folder that is itself a link is read', async () => {
    await inFolder({ 'real/good.xml': xepSource({ title: 'Good &tea;', body }), 'real/xep.ent': '<!ENTITY tea "Assam">' }, async (folder) => {
      symlinkSync('real', join(folder, 'link'));
      const client = await connect(streams, { ownFiles: nodeFiles, folders: [pathToFileURL(join(folder, 'link')).href], initializationOptions: { summaries: true } });
      await client.request('xepGdpr/reviewWorkspace', {});
      assert.match(reviewedBy(client).join(), /^Good Assam/);
      await client.close();
    });
  });

  test('but a link that stays inside is read', async () => {
    await inFolder({ 'good.xml': xepSource({ title: '&tea;', body }), entities: '<!ENTITY tea "Assam">' }, async (folder) => {
      symlinkSync('entities', join(folder, 'xep.ent'));
      const client = await connect(streams, { ownFiles: nodeFiles, folders: [pathToFileURL(folder).href], initializationOptions: { summaries: true } });
      await client.request('xepGdpr/reviewWorkspace', {});
      assert.match(reviewedBy(client).join(), /^Assam/);
      await client.close();
    });
  });
});
