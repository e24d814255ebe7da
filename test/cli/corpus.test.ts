// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { inFolder, run } from './run.ts';

interface Occurrence { readonly where: string; readonly offset: number; readonly length: number; readonly start: { readonly line: number; readonly column: number } }
interface Carrier { readonly id: string; readonly element: string; readonly attribute: string | null; readonly field: { readonly var: string } | null; readonly occurrences: readonly Occurrence[] }
interface Scan { readonly documents: readonly { readonly path: string; readonly carriers: readonly Carrier[] }[] }

/** Attributes whose authors forgot the closing quote. */
const lostQuotes: ReadonlySet<string> = new Set(['inbox/webxdc.xml urn:xmpp:reference:0 reference@uri', 'xep-0036.xml jabber:iq:pubsub topic@id']);

/** Whether the text at an occurrence is what the contract promises. `before` is what stands in front of it. */
function shows(carrier: Carrier, where: string, text: string, before: string): boolean {
  const name = carrier.field?.var ?? carrier.attribute ?? carrier.element;
  if (where !== 'example') {
    return text === name || (carrier.attribute !== null && where === 'schema' && /^name\s*=\s*(["'])[^"']*\1$/.test(text) && text.slice(text.indexOf('=') + 1).trim().slice(1, -1) === name);
  }
  if (carrier.field) {
    return text.trim() === name;
  }
  const local = text.slice(text.search(/[^\s=]*(?:=|\s|$)/)).split(/[\s=]/)[0] ?? '';
  const named = local === name || local.endsWith(`:${name}`);
  return carrier.attribute === null ? text === local && named && /(?:<|&lt;|&#60;)$/.test(before) : named && /^[^\s=]+\s*=\s*(["'\u2018\u2019\u201c\u201d]|&quot;|&apos;|&#3[49];)[^]*(?:["'\u2018\u2019\u201c\u201d]|&quot;|&apos;|&#3[49];)$/.test(text);
}

suite('the corpus', () => {
  const folder = corpusFolder() ?? '';
  let printed = '';
  let documents: Scan['documents'] = [];
  const source = (path: string): string => readFileSync(join(folder, path), 'utf8');

  suiteSetup(function scanCorpus() {
    if (folder === '') {
      this.skip();
    }
    const { status, stdout, stderr } = run(folder, 'scan', '--format', 'json', '--jobs', '1', '.');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    printed = stdout;
    ({ documents } = JSON.parse(stdout) as Scan);
  });

  test('is reviewed whole in one process', () => {
    assert.deepEqual(documents.map((one) => one.path), corpusFiles(folder).map((path) => path.replaceAll('\\', '/')).sort());
  });

  test('gives the same bytes again, and with two threads', () => {
    for (const jobs of ['1', '2']) {
      assert.ok(run(folder, 'scan', '--format', 'json', '--jobs', jobs, '.').stdout === printed, `--jobs ${jobs}`);
    }
  });

  test('holds at every occurrence what the contract promises', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { path, carriers } of documents) {
      const text = source(path);
      for (const carrier of carriers) {
        assert.ok(carrier.occurrences.length > 0, `${path}: ${carrier.id} occurs nowhere`);
        for (const { where, offset, length, start } of carrier.occurrences) {
          count++;
          if (!lostQuotes.has(`${path} ${carrier.id}`) && !shows(carrier, where, text.slice(offset, offset + length), text.slice(Math.max(0, offset - 5), offset))) {
            wrong.push(`${path}:${start.line}:${start.column} ${where} ${carrier.id}: ${JSON.stringify(text.slice(offset, offset + length))}`);
          }
        }
      }
    }
    assert.ok(count > 10_000, `${count} occurrences`);
    assert.deepEqual(wrong, []);
  });

  test('never marks the header', () => {
    const marked = documents.flatMap(({ path, carriers }) => {
      const text = source(path);
      const end = text.indexOf('</header>');
      return carriers.flatMap((carrier) => carrier.occurrences.filter(({ offset }) => offset < end).map(({ start }) => `${path}:${start.line} ${carrier.id}`));
    });
    assert.deepEqual(marked, []);
  });
});

suite('the relevance table of the corpus', () => {
  const folder = corpusFolder() ?? '';

  suiteSetup(function skipWithoutCorpus() {
    if (folder === '' || !existsSync(join(folder, 'inbox', 'gdpr.xml'))) {
      this.skip();
    }
  });

  /** Calls `use` in a folder that holds copies of the draft and of what it needs to be parsed, with the rows put in. */
  function withUpdate(use: (updated: string, original: string, at: string) => void): void {
    inFolder({}, (at) => {
      for (const [from, name] of [['inbox/gdpr.xml', 'gdpr.xml'], ['xep.ent', 'xep.ent'], ['xep.dtd', 'xep.dtd']] as const) {
        copyFileSync(join(folder, from), join(at, name));
      }
      const { status, stdout, stderr } = run(at, 'table', '--update', 'gdpr.xml', folder);
      assert.deepEqual({ status, stdout }, { status: 0, stdout: '' });
      assert.match(stderr, /^gdpr\.xml: \d{3} rows\n$/);
      use(readFileSync(join(at, 'gdpr.xml'), 'utf8'), source(), at);
    });
  }
  const source = (): string => readFileSync(join(folder, 'inbox', 'gdpr.xml'), 'utf8');

  test('changes only rows of the one table', () => {
    withUpdate((updated, original, at) => {
      const head = /<tr>\s*<th>XEP<\/th>\s*<th>Relevance<\/th>\s*<\/tr>/.exec(original);
      assert.ok(head);
      const from = head.index + head[0].length;
      const rest = original.slice(from);
      assert.ok(updated.startsWith(original.slice(0, from)));
      assert.ok(updated.endsWith(rest));
      const rows = updated.slice(from, updated.length - rest.length);
      assert.match(rows, /^(?:\n *<tr><td>(?:&xep\d{4};|XEP-\d{4}: [^<]+)<\/td><td><strong>(?:Low|Medium|High)<\/strong> [^\n]+<\/td><\/tr>)+$/);
      const numbers = [...rows.matchAll(/<td>(?:&xep|XEP-)(\d{4})/g)].map((match) => match[1]);
      assert.ok(numbers.length > 200);
      assert.deepEqual(numbers, [...new Set(numbers)].sort());
      assert.deepEqual(run(at, 'table', '--update', 'gdpr.xml', folder).stderr, `gdpr.xml: ${numbers.length} rows, nothing to change\n`);
      assert.equal(readFileSync(join(at, 'gdpr.xml'), 'utf8'), updated);
    });
  });

  test('still parses with the entities and defaults of the XSF', function parseWithXmllint() {
    if (spawnSync('xmllint', ['--version']).error) {
      this.skip();
    }
    withUpdate((_updated, _original, at) => {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--noent', '--dtdattr', 'gdpr.xml'], { cwd: at, encoding: 'utf8' });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });
  });
});
