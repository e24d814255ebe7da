// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { xepSource } from '../support/xepSource.ts';
import { inFolder, run } from './run.ts';

const draft = xepSource({ body: "<section1 topic='XEPs covered in this document' anchor='covered'><table>\n  <tr><th>XEP</th><th>Relevance</th></tr>\n</table></section1>\n<section1 topic='Logs' anchor='logging'><p>TBD</p></section1>" });

suite('xep-gdpr deployment', () => {
  test('reports on a list in Markdown, and says on stderr what it did not count', () => {
    inFolder({ 'xeps.txt': '0045 0313\nkettle 9999' }, (folder) => {
      const { status, stdout, stderr } = run(folder, 'deployment', 'xeps.txt');
      assert.equal(status, 0);
      assert.match(stdout, /^# [^]*\| XEP-0313: Message Archive Management \|/);
      assert.equal(stderr, 'xeps.txt:2:1: kettle: was not understood\nxeps.txt:2: XEP-9999: no such XEP is known; not counted\n');
      assert.equal(run(folder, 'deployment', '--quiet', 'xeps.txt').stderr, '');
    });
  });

  test('takes several sources together, whatever they are', () => {
    inFolder({ 'a.doap': "<Project><SupportedXep><xep resource='https://xmpp.org/extensions/xep-0045.html'/></SupportedXep></Project>", 'b.xml': "<query><feature var='urn:xmpp:mam:2'/></query>", 'c': '\uFEFF363' }, (folder) => {
      const { stdout } = run(folder, 'deployment', '--format', 'json', 'a.doap', 'b.xml', 'c');
      assert.deepEqual((JSON.parse(stdout) as { readonly rows: readonly { readonly number: string }[] }).rows.map(({ number }) => number), ['0045', '0313', '0363']);
    });
  });

  test('exits with 2 for what cannot be read, and reports on the rest', () => {
    inFolder({ 'torn.doap': '<Project>\n<name></Project>', 'list': '0045', 'latin.xml': Buffer.from("<?xml version='1.0' encoding='UTF-8'?><Project>\xe9</Project>", 'latin1') }, (folder) => {
      const { status, stdout, stderr } = run(folder, 'deployment', 'torn.doap', 'gone', 'latin.xml', '.', 'list');
      assert.equal(status, 2);
      assert.match(stdout, /XEP-0045/);
      assert.match(stderr, /^xep-gdpr: torn\.doap:2:\d+: is not well-formed: /m);
      assert.match(stderr, /^xep-gdpr: gone: no such file$/m);
      assert.match(stderr, /^xep-gdpr: latin\.xml: is not text in the encoding it declares/m);
      assert.match(stderr, /^xep-gdpr: \.: is a folder; name the files in it$/m);
    });
  });

  test('compares with what takes its place', () => {
    inFolder({ old: '0045', 'new1': '0045', 'new2': '0363' }, (folder) => {
      const { status, stdout } = run(folder, 'deployment', 'old', '--against', 'new1', '--against', 'new2');
      assert.equal(status, 0);
      assert.match(stdout, /- XEP-0363 HTTP File Upload/);
      assert.equal(run(folder, 'deployment', 'old', '--against', 'new1', '--format', 'json').status, 0);
    });
  });

  test('fills a draft, says what it left alone, and changes nothing the second time', () => {
    inFolder({ 'xeps.txt': '0045', 'draft.xml': draft }, (folder) => {
      const first = run(folder, 'deployment', '--update', 'draft.xml', 'xeps.txt');
      assert.equal(first.status, 0);
      assert.match(first.stderr, /^draft\.xml: section "[^"]+": there is no such section$/m);
      assert.match(first.stderr, /^draft\.xml: 1 XEPs, 1 sections$/m);
      const filled = readFileSync(join(folder, 'draft.xml'), 'utf8');
      assert.match(filled, /<tr><td>&xep0045;<\/td>/);
      assert.match(run(folder, 'deployment', '--update', 'draft.xml', 'xeps.txt').stderr, /nothing to change/);
      assert.equal(readFileSync(join(folder, 'draft.xml'), 'utf8'), filled);
    });
  });

  test('writes a filled draft elsewhere where that is wanted', () => {
    inFolder({ 'xeps.txt': '0045', 'draft.xml': draft }, (folder) => {
      run(folder, 'deployment', '-q', '--update', 'draft.xml', '-o', 'filled.xml', 'xeps.txt');
      assert.equal(readFileSync(join(folder, 'draft.xml'), 'utf8'), draft);
      assert.match(readFileSync(join(folder, 'filled.xml'), 'utf8'), /&xep0045;/);
    });
  });

  const wrong: Readonly<Record<string, readonly [args: readonly string[], why: RegExp]>> = {
    'no source': [[], /deployment needs a DOAP file, a list of XEP numbers or a saved disco#info answer/],
    'an unknown part': [['x', '--part', 'tea'], /"tea" is no part of a deployment report; choose from table, record, checks, statement, policy/],
    'an unknown format': [['x', '--format', 'pdf'], /"pdf" is no format of deployment/],
    'to fill in single parts': [['x', '--update', 'y', '--part', 'table'], /--update fills the table and the checks/],
    'XEP markup of what has none': [['x', '--format', 'xep', '--part', 'policy'], /--format xep has the parts table and checks only/],
    'a comparison in XEP markup': [['x', '--against', 'y', '--format', 'xep'], /--against compares two deployments/],
  };
  for (const [what, [args, why]] of Object.entries(wrong)) {
    test(`refuses ${what}`, () => {
      const { status, stderr } = run('.', 'deployment', ...args);
      assert.equal(status, 2);
      assert.match(stderr, why);
    });
  }

  test('keeps its options to itself', () => {
    assert.match(run('.', 'scan', '--against', 'x', '.').stderr, /--against and --part belong to deployment/);
    assert.match(run('.', 'scan', '--update', 'x', '.').stderr, /--update belongs to table and deployment, not to scan/);
  });
});
