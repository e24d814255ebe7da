// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { reasonFor } from '../../server/src/deployment/facts.ts';
import { featureOwner } from '../../server/src/deployment/featureOwner.ts';
import { factsOf, readDeployment } from '../../server/src/deployment/index.ts';
import { deploymentReport, renderDeployment } from '../../server/src/report/index.ts';
import { operatorFiles } from './operatorFiles.ts';

const dataset = bundledDataset();
const data = operatorFiles();
const deploymentOf = (...xeps: readonly string[]): ReturnType<typeof readDeployment> => readDeployment([{ name: 'list.txt', text: xeps.join('\n') }], dataset, data.features);
/** By row of the record, the XEPs that bring it. */
const rowsOf = (...xeps: readonly string[]): Record<string, string[]> => Object.fromEntries([...factsOf(deploymentOf(...xeps), dataset, data).rows].map(([kind, carriers]) => [kind, [...new Set(carriers.map(({ xep }) => xep))].sort()]));

const always = ['account', 'connections', 'presence', 'contacts', 'messages', 'logs'];

suite('rows of the record', () => {
  test('are few where nothing but RFC 6120 and 6121 is spoken', () => {
    assert.deepEqual(Object.keys(rowsOf('0199')), always);
  });

  test('keep together what a protocol brings, whatever its categories', () => {
    const rows = rowsOf('0045', '0054', '0357', '0363');
    assert.deepEqual(Object.entries(rows).filter(([, xeps]) => xeps.some((xep) => xep !== 'core')), [['profile', ['0054']], ['rooms', ['0045']], ['files', ['0363']], ['push', ['0357']]]);
  });

  test('are there for what a protocol only orders to be done', () => {
    assert.deepEqual(rowsOf('0160')['offline'], ['0160']);
    assert.deepEqual(rowsOf('0163')['published'], ['0163']);
  });

  test('part keys from the messages that they encrypt', () => {
    const rows = rowsOf('0384');
    assert.deepEqual([rows['keys'], rows['messages']], [['0384'], ['0384', 'core']]);
  });

  test('take everything that any entry of the dataset carries', () => {
    const { carriers, rows } = factsOf(deploymentOf(...[...dataset.entries.keys()].filter((key) => /^\d{4}$/.test(key))), dataset, data);
    const taken = new Set([...rows.values()].flat());
    assert.deepEqual(carriers.filter((carrier) => !taken.has(carrier)), []);
    assert.deepEqual([...rows.keys()], data.kinds.map(({ id }) => id));
  });
});

test('every row that a single protocol brings has its part of the statement', () => {
  const silent = [...dataset.entries.keys()].filter((key) => /^\d{4}$/.test(key)).flatMap((xep) => {
    const facts = factsOf(deploymentOf(xep), dataset, data);
    const told = (row: string): boolean => data.statement.some(({ kind, when, sentences }) => kind === row && reasonFor(when, facts) !== undefined && sentences.some((sentence) => reasonFor(sentence.when, facts)));
    return [...facts.rows.keys()].filter((row) => !told(row)).map((row) => `${xep}: ${row}`);
  });
  assert.deepEqual(silent, []);
});

suite('features of service discovery', () => {
  const owner = featureOwner(dataset, data.features);

  test('that are listed in full are that, whatever shares their family', () => {
    assert.deepEqual(['urn:ietf:rfc:3264', 'urn:ietf:rfc:5888', 'eu.siacs.conversations.axolotl', 'eu.siacs.conversations.axolotl.devicelist+notify'].map(owner), [['0176'], ['0338'], ['0384'], ['0384']]);
  });

  test('are looked up by namespace before they are by beginning', () => {
    assert.deepEqual(['urn:xmpp:jingle:apps:rtp:ssma:0', 'urn:xmpp:jingle:apps:rtp:audio', 'urn:xmpp:reporting:1', 'muc_persistent'].map(owner), [['0339'], ['0167'], ['0377'], ['0045']]);
  });

  test('need no place in the list where a namespace tells', () => {
    const bare = featureOwner(dataset, []);
    const idle = data.features.filter(({ feature, xeps }) => xeps.length > 0 && !feature.endsWith('*') && bare(feature).join() === xeps.join());
    assert.deepEqual(idle, []);
  });
});

test('a report links its sources as they are', () => {
  const text = renderDeployment('markdown', deploymentReport(deploymentOf('0313'), dataset, data), { dataset, version: '0.0.0' });
  const report = deploymentReport(deploymentOf('0313'), dataset, data);
  assert.ok(report.sources.length > 20);
  assert.deepEqual(report.sources.filter(({ url }) => !text.replace(/\s+/g, '').includes(`](${url})`)), []);
});

test('a report says server and version once for several defaults of a check', () => {
  const text = renderDeployment('markdown', deploymentReport(deploymentOf('0313'), dataset, data), { dataset, version: '0.0.0' }).replace(/\s+/g, ' ');
  assert.match(text, /ejabberd 26\.07 `loglevel`[^`]+; `hide_sensitive_log_data`/);
});

test('the report of a small server has no more text than three printed pages hold', () => {
  const doap = readFileSync(fileURLToPath(new URL('fixtures/small-server.doap', import.meta.url)), 'utf8');
  const report = deploymentReport(readDeployment([{ name: 'small-server.doap', text: doap }], dataset, data.features), dataset, data);
  const page = renderDeployment('html', report, { dataset, version: '0.0.0' });
  // As the print style shows it: without the columns that the record repeats. Chromium set 24,155 of these characters on 2.95 pages of A4.
  const printed = page.slice(page.indexOf('<main>')).replace(/<td data-label="(?:Seen by|Kept)">.*?<\/td>/g, '').replace(/<[^>]+>|&\w+;/g, '').replace(/\s+/g, ' ');
  assert.ok(printed.length > 20_000 && printed.length < 24_500, String(printed.length));
});
