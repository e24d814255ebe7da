// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { compareRows, tableCsv, tableHtml, tableJson, tableMarkdown, tableMediawiki, tableXep } from '../../server/src/report/index.ts';
import { dataset, hostile, row } from './rows.ts';

const always = (): boolean => true;
const lines = (text: string): string[] => text.split('\n');

suite('the table as Markdown', () => {
  test('has a header and one line per document', () => {
    assert.equal(tableMarkdown([row(), row({ number: null, name: 'teapot', title: '', level: 'none', codes: [], basis: 'inferred', categories: [], recipients: [], retention: '' })], dataset), [
      '| XEP | Status | Relevance | Data | Why | Seen by | Kept |', '| --- | --- | --- | --- | --- | --- | --- |',
      '| XEP-9042: Kettle | Draft | Medium (M1, M4) | Tea, Mug &amp; spoon | Tells who drinks tea | contacts, anyone | until changed |',
      '| teapot | Draft | None, inferred |  | Tells who drinks tea |  |  |', '',
    ].join('\n'));
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`keeps ${what} inside its cell`, () => {
      const [, , line = '', ...rest] = lines(tableMarkdown([row({ title: text, reason: text, status: text })], dataset));
      assert.deepEqual(rest, ['']);
      assert.equal(line.split(/(?<!\\)\|/).length, 9, line);
      assert.doesNotMatch(line, /<|>|(?<!\\)[`*_[\]#~]|[\u0000-\u001f\u202e]|&(?!amp;|lt;|gt;|quot;|#39;)/); // eslint-disable-line no-control-regex -- looked for
    });
  }
});

suite('the table as MediaWiki', () => {
  test('links numbered XEPs', () => {
    assert.deepEqual(lines(tableMediawiki([row()], dataset)), [
      '{| class="wikitable sortable"', '! XEP !! Status !! Relevance !! Data !! Why !! Seen by !! Kept', '|-', '| [https://xmpp.org/extensions/xep-9042.html XEP-9042: Kettle]', '| Draft', '| Medium (M1, M4)',
      '| Tea, Mug &#38; spoon', '| Tells who drinks tea', '| contacts, anyone', '| until changed', '|}', '',
    ]);
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`keeps ${what} inside its cell`, () => {
      const cells = lines(tableMediawiki([row({ number: null, title: text, reason: text, status: text })], dataset)).slice(3, -2);
      assert.equal(cells.length, 7);
      for (const cell of cells) {
        assert.match(cell, /^\| /);
        assert.doesNotMatch(cell.slice(2), /[<>[\]{}|'~]|__|:\S|^[*#:;=!+-]|&(?!#\d+;)|[\u0000-\u001f]/); // eslint-disable-line no-control-regex -- looked for
      }
    });
  }
});

suite('the table as XEP markup', () => {
  test('names a XEP by its entity where there is one', () => {
    const table = tableXep([row(), row({ number: '9043', name: 'XEP-9043' })], dataset, (number) => number === '9042');
    assert.deepEqual(lines(table), [
      "<table caption='GDPR relevance of XEPs'>", '  <tr><th>XEP</th><th>Relevance</th></tr>',
      '  <tr><td>&xep9042;</td><td><strong>Medium</strong> (M1, M4). Tells who drinks tea. Data: Tea, Mug &amp; spoon. Seen by: contacts, anyone. Kept: until changed.</td></tr>',
      '  <tr><td>XEP-9043: Kettle</td><td><strong>Medium</strong> (M1, M4). Tells who drinks tea. Data: Tea, Mug &amp; spoon. Seen by: contacts, anyone. Kept: until changed.</td></tr>', '</table>', '',
    ]);
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`stays well-formed around ${what}`, () => {
      const table = tableXep([row({ number: null, name: text, title: text, reason: text, codes: [text] })], dataset, always);
      assert.equal(XMLValidator.validate(table), true);
      const { table: { tr } } = new XMLParser().parse(table) as { readonly table: { readonly tr: readonly { readonly td?: readonly unknown[] }[] } };
      assert.equal(tr.length, 2);
      assert.equal(tr[1]?.td?.length, 2);
      assert.doesNotMatch(table, /[\u0000-\u0008\ufffe]|\p{Surrogate}/u); // eslint-disable-line no-control-regex -- looked for
    });
  }
});

suite('the table as HTML', () => {
  const page = tableHtml([row({ level: 'high' }), row(), ...Object.values(hostile).map((text) => row({ number: null, name: text, title: text, reason: text, status: text, codes: [text] }))], dataset, '1.2.3');

  test('has no script and nothing remote', () => {
    assert.doesNotMatch(page, /<script|<img|<iframe|<link|<object|javascript:|@import|url\(|\son\w+=/i);
  });

  test('holds one row per document and the totals', () => {
    assert.equal(page.match(/<tr class="(?:none|low|medium|high)">/g)?.length, 2 + Object.keys(hostile).length);
    assert.match(page, /15 documents: 1 high, 14 medium, 0 low, 0 none\. Made by xep-gdpr 1\.2\.3\./);
    assert.match(page, /<a href="https:\/\/xmpp\.org\/extensions\/xep-9042\.html">XEP-9042: Kettle<\/a>/);
  });

  test('balances its tags', () => {
    assert.equal(XMLValidator.validate(page), true);
  });
});

suite('the table as JSON', () => {
  test('names the tool and keeps every fact', () => {
    const rows = [row(), row({ number: null, reason: hostile['a line break'] ?? '' })];
    assert.deepEqual(JSON.parse(tableJson(rows, '1.2.3', 'd')), { schemaVersion: 1, tool: { name: 'xep-gdpr', version: '1.2.3', dataset: 'd' }, rows });
  });
});

suite('the order of rows', () => {
  test('is by number, then by name, then by path', () => {
    const rows = [row({ number: null, name: 'b' }), row({ number: null, name: 'a' }), row({ number: '0099' }), row({ number: '0007', path: 'y/x.xml' }), row({ number: '0007', path: 'a/x.xml' })];
    assert.deepEqual(rows.sort(compareRows).map((one) => one.number ?? one.name), ['0007', '0007', '0099', 'a', 'b']);
    assert.equal(rows[0]?.path, 'a/x.xml');
  });
});

suite('the table as CSV', () => {
  /** A reader by the letter of RFC 4180. */
  function readCsv(text: string): string[][] {
    const records: string[][] = [[]];
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
    while (cell.lastIndex < text.length) {
      const found = cell.exec(text);
      assert.ok(found, `no cell at ${cell.lastIndex}`);
      records.at(-1)?.push(found[1] === undefined ? found[2] ?? '' : found[1].replace(/""/g, '"'));
      if (found[3] === '\r\n') {
        records.push([]);
      }
    }
    return records.slice(0, -1);
  }

  for (const [what, text] of Object.entries(hostile)) {
    test(`gives back ${what}`, () => {
      const [header, record] = readCsv(tableCsv([row({ title: text, reason: text })]));
      assert.equal(record?.length, header?.length);
      assert.equal(record?.[1], text.startsWith('=') ? `'${text}` : text);
      assert.equal(record?.[13], text.startsWith('=') ? `'${text}` : text);
    });
  }

  test('guards every opening of a formula', () => {
    for (const opening of ['=', '+', '-', '@', '\t', '\r']) {
      assert.equal(readCsv(tableCsv([row({ title: `${opening}1` })]))[1]?.[1], `'${opening}1`);
    }
  });

  test('ends every record with CRLF and names its columns', () => {
    const text = tableCsv([row(), row()]);
    assert.equal(text.split('\r\n').length, 4);
    assert.match(text, /^xep,title,status,type,version,level,codes,basis,categories,recipients,retention,privacy,security,reason,path\r\n/);
  });
});
