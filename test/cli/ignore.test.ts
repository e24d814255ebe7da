// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, run } from './run.ts';

const jid = 'urn:xmpp:blocking item@jid';
const source = xepSource({ number: '0191', title: 'Blocking for Cooks', status: 'Experimental', body: exampleSection("<block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block>") });
const files = { '.git/HEAD': '', 'xep-0191.xml': source, 'inbox/kettle.xml': xepSource({ body: exampleSection("<boil xmlns='urn:kettle:0' width='3'/>") }) };
const json = (...ignore: readonly object[]): string => JSON.stringify({ ignore });
const known = { document: 'xep-0191', carrier: jid, reason: 'Known.' };

interface Scanned { readonly documents: readonly { readonly carriers: readonly { readonly id: string; readonly ignored: string | null }[]; readonly problems: readonly { readonly code: string }[]; readonly ignored: readonly { readonly code: string; readonly reason: string }[] }[] }

suite('xep-gdpr ignore', () => {
  test('makes the file, and scan honours it', () => {
    inFolder(files, (folder) => {
      assert.deepEqual(run(folder, 'ignore', 'xep-0191', '--carrier', jid, '--reason', 'Known.', '--author', 'Ada', '--until', '9999-12-31'), { status: 0, stdout: '', stderr: `.xep-gdpr.json: xep-0191, ${jid}: added\n` });
      const { ignore } = JSON.parse(readFileSync(join(folder, '.xep-gdpr.json'), 'utf8')) as { readonly ignore: readonly Record<string, string>[] };
      assert.match(ignore[0]?.['date'] ?? '', /^\d{4}-\d\d-\d\d$/);
      assert.deepEqual({ ...ignore[0], date: '' }, { document: 'xep-0191', carrier: jid, reason: 'Known.', author: 'Ada', date: '', until: '9999-12-31' });
      const scan = run(folder, 'scan', 'xep-0191.xml');
      assert.match(scan.stdout, /\n {2}Ignored by the workspace: 1 carrier, 0 problems\.\n/);
      assert.doesNotMatch(scan.stdout, /item@jid/);
      assert.deepEqual([scan.status, scan.stderr], [0, '']);
    });
  });

  test('takes a path for its document, replaces a decision, and keeps the rest of the file', () => {
    inFolder({ ...files, '.xep-gdpr.json': '{\n  "overrides": [],\n  "ignore": []\n}\n' }, (folder) => {
      assert.equal(run(folder, 'ignore', 'inbox/kettle.xml', '--code', 'considerations/privacy-missing', '--reason', 'First.').status, 0);
      assert.equal(run(folder, 'ignore', 'kettle', '--code', 'considerations/privacy-missing', '--reason', 'Second.').stderr, '.xep-gdpr.json: kettle, considerations/privacy-missing: replaced\n');
      assert.match(readFileSync(join(folder, '.xep-gdpr.json'), 'utf8'), /^\{\n {2}"overrides": \[\],\n {2}"ignore": \[\n {4}\{ "document": "kettle", "code": "considerations\/privacy-missing", "reason": "Second\.", "date": "[\d-]{10}" \}\n {2}\]\n\}\n$/);
    });
  });

  for (const [what, args] of [
    ['no document', ['--code', 'carrier/jid', '--reason', 'r']], ['no reason', ['*', '--code', 'carrier/jid']], ['an empty reason', ['*', '--code', 'carrier/jid', '--reason', ' ']], ['neither carrier nor code', ['*', '--reason', 'r']],
    ['both carrier and code', ['*', '--code', 'carrier/jid', '--carrier', jid, '--reason', 'r']],
  ] as const) {
    test(`refuses ${what}`, () => {
      inFolder({}, (folder) => {
        const { status, stderr } = run(folder, 'ignore', ...args);
        assert.equal(status, 2);
        assert.match(stderr, /ignore needs DOCUMENT/);
        assert.ok(!existsSync(join(folder, '.xep-gdpr.json')));
      });
    });
  }

  test('changes nothing where the file is broken or the words are wrong', () => {
    inFolder({ '.xep-gdpr.json': '{ "ignore": [' }, (folder) => {
      assert.deepEqual(run(folder, 'ignore', '*', '--code', 'carrier/jid', '--reason', 'r'), { status: 2, stdout: '', stderr: 'xep-gdpr: .xep-gdpr.json: 1:14: The text ends where a value is missing.; nothing was changed\n' });
      assert.equal(readFileSync(join(folder, '.xep-gdpr.json'), 'utf8'), '{ "ignore": [');
      assert.match(run(folder, 'ignore', '*', '--code', 'carrier/jid', '--reason', 'r', '--until', 'soon', '--ignore-file', 'other.json').stderr, /must be a day/);
      assert.ok(!existsSync(join(folder, 'other.json')));
    });
  });
});

suite('a workspace\'s ignores', () => {
  const scan = (folder: string, ...args: string[]): Scanned => JSON.parse(run(folder, 'scan', '--format', 'json', ...args).stdout) as Scanned;

  test('give the reason in JSON, move problems aside, and leave the table as it is', () => {
    inFolder(files, (bare) => inFolder({ ...files, '.xep-gdpr.json': json(known, { document: '*', code: 'considerations/privacy-missing', reason: 'Later.' }) }, (folder) => {
      const [document] = scan(folder, 'xep-0191.xml').documents;
      assert.equal(document?.carriers.find(({ id }) => id === jid)?.ignored, 'Known.');
      assert.deepEqual(document?.ignored.map(({ code, reason }) => [code, reason]), [['considerations/privacy-missing', 'Later.']]);
      assert.ok(!document?.problems.some(({ code }) => code === 'considerations/privacy-missing'));
      assert.equal(run(folder, 'table', '.').stdout, run(bare, 'table', '.').stdout);
    }));
  });

  test('do not count for --fail-on, but levels do', () => {
    inFolder({ ...files, '.xep-gdpr.json': json(known) }, (folder) => {
      assert.equal(run(folder, 'scan', '--fail-on', 'carrier/social-graph', '--ignore-file', '/dev/null', 'xep-0191.xml').status, 2, 'an empty file is broken');
      assert.equal(run(folder, 'scan', '--fail-on', 'carrier/social-graph', 'xep-0191.xml').status, 0);
      assert.equal(run(folder, 'scan', '--fail-on', 'medium', 'xep-0191.xml').status, 1);
    });
  });

  test('are those of the nearest folder above, or of --ignore-file', () => {
    inFolder({ ...files, '.xep-gdpr.json': json(known), 'deep/er/xep-0191.xml': source, 'deep/.xep-gdpr.json': json(), 'other.json': json({ ...known, reason: 'Otherwise.' }) }, (folder) => {
      const reasons = (...args: string[]): unknown[] => scan(folder, ...args).documents.map(({ carriers }) => carriers.find(({ id }) => id === jid)?.ignored).filter((reason) => reason !== undefined);
      assert.deepEqual(reasons('.'), [null, 'Known.']);
      assert.deepEqual(reasons('--ignore-file', 'other.json', 'deep'), ['Otherwise.']);
      assert.match(run(folder, 'scan', '--ignore-file', 'gone.json', '.').stderr, /^xep-gdpr: gone\.json: no such file\n/);
    });
  });

  test('that do nothing any more are named, and are no error', () => {
    const ignores = json(known, { ...known, carrier: 'urn:gone x' }, { ...known, until: '2001-01-01' }, { document: 'gone', code: 'carrier/jid', reason: 'r' }, { document: 'kettle', code: 'carrier/jid', reason: 'r' });
    inFolder({ ...files, '.xep-gdpr.json': ignores }, (folder) => {
      const whole = run(folder, 'scan', '.');
      assert.deepEqual([whole.status, whole.stderr.split('\n')], [0, [
        '.xep-gdpr.json: xep-0191, urn:gone x: ignores nothing any more', `.xep-gdpr.json: xep-0191, ${jid}: expired on 2001-01-01`,
        '.xep-gdpr.json: gone, carrier/jid: ignores nothing any more', '.xep-gdpr.json: kettle, carrier/jid: ignores nothing any more', '',
      ]]);
      assert.equal(run(folder, 'scan', '--quiet', '.').stderr, '');
      assert.equal(run(folder, 'scan', 'inbox').stderr.split('\n').length, 3, 'of documents that were not reviewed nothing is known');
      assert.deepEqual(run(folder, 'scan', '--jobs', '2', '.'), whole);
    });
  });

  test('that are broken are named with their place; the rest holds', () => {
    inFolder({ ...files, '.xep-gdpr.json': `{ "ignore": [\n  ${JSON.stringify(known)},\n  { "document": "*", "code": "carrier/jid" }\n] }` }, (folder) => {
      const { status, stdout, stderr } = run(folder, 'scan', 'xep-0191.xml');
      assert.equal(status, 2);
      assert.match(stderr, /^xep-gdpr: \.xep-gdpr\.json:3:3: ignore\/1 must have required property "reason"\.\n/);
      assert.match(stdout, /Ignored by the workspace: 1 carrier/);
    });
  });

  test('follow a ProtoXEP to its number', () => {
    const proto = xepSource({ number: '9999', title: 'Kettle', body: exampleSection("<boil xmlns='urn:kettle:0'><username>ada</username></boil>") });
    inFolder({ 'xep-9999.xml': proto, '.xep-gdpr.json': json({ document: 'kettle', carrier: 'urn:kettle:0 username', reason: 'Known.' }) }, (folder) => {
      const [document] = scan(folder, '.').documents;
      assert.equal(document?.carriers.find(({ id }) => id === 'urn:kettle:0 username')?.ignored, 'Known.');
    });
  });
});

suite('a workspace\'s entries and overrides', () => {
  test('hold in scan and table', () => {
    const entry = JSON.parse(readFileSync(new URL('../../data/xeps/xep-0191.json', import.meta.url), 'utf8')) as { relevance: object; carriers: object[] };
    const own = { ...entry, relevance: { level: 'high', codes: ['H4'], reason: 'Seen otherwise here.' } };
    inFolder({ ...files, '.xep-gdpr.json': JSON.stringify({ entries: [own], overrides: [{ document: 'kettle', level: 'low', reason: 'Only among kettles.' }] }) }, (folder) => {
      assert.match(run(folder, 'table', '--format', 'csv', '.').stdout, /XEP-0191[^\n]*high[^\n]*\r\n[^\n]*kettle[^\n]*low[^\n]*Only among kettles\./);
      assert.match(run(folder, 'scan', 'xep-0191.xml').stdout, /High \(H4\)[^\n]*Seen otherwise here\./);
    });
  });
});
