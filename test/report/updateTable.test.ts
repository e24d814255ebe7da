// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { tableXepRows, updateTable } from '../../server/src/report/index.ts';
import { dataset, hostile, row } from './rows.ts';

const before = `<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE xep SYSTEM 'xep.dtd' [ <!ENTITY % ents SYSTEM 'xep.ent'> %ents; ]>
<xep><header><title>Kettles &amp; law</title></header>
<!-- XEP | Relevance <table><tr><th>XEP</th><th>Relevance</th></tr></table> -->
<section1 topic='Other'><table><tr><th>XEP</th><th>Colour</th></tr><tr><td>1</td><td>red</td></tr></table>
  <example><![CDATA[<table><tr><th>XEP</th><th>Relevance</th></tr></table>]]></example></section1>
<section1 topic='XEPs covered in this document' anchor='covered'>
  <table caption='of interest'>
  `;
const header = '<tr>\n    <th>XEP</th> <th> Relevance\n</th>\n  </tr>';
const after = '\n  </table>\n  <p>Some  text\twith   odd spacing &ns;</p>\n</section1>\n</xep>\n';
const empty = before + header + after;
const rows = ['<tr><td>&xep9042;</td><td>High.</td></tr>', '<tr><td>Teapot</td><td>Low.</td></tr>'];

function updated(source: string, with_: readonly string[] = rows): string {
  const result = updateTable(source, with_);
  assert.ok('text' in result, 'error' in result ? result.error : '');
  return result.text;
}

suite('rewriting the relevance table', () => {
  test('puts the rows behind the header row, indented like it', () => {
    assert.equal(updated(empty), `${before}${header}\n  ${rows.join('\n  ')}${after}`);
  });

  test('replaces all old rows and keeps the rest byte for byte', () => {
    const old = `${before}${header}\n<tr><td>a</td><td>b</td></tr><tr><td>c</td>\n\n<td>d <strong>x</strong></td></tr>${after}`;
    assert.equal(updated(old), updated(empty));
  });

  test('changes nothing the second time', () => {
    assert.equal(updated(updated(empty)), updated(empty));
  });

  test('takes all rows away when there are none', () => {
    assert.equal(updated(updated(empty), []), empty);
  });

  test('keeps CRLF', () => {
    const text = updated(empty.replaceAll('\n', '\r\n'));
    assert.equal(text, updated(empty).replaceAll('\n', '\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  test('keeps a byte order mark', () => {
    assert.equal(updated(`\ufeff${empty}`), `\ufeff${updated(empty)}`);
  });

  test('is not misled by dollar signs in a row', () => {
    assert.ok(updated(empty, ["<tr><td>$&</td><td>$1 $' $`</td></tr>"]).includes("<td>$1 $' $`</td>"));
  });

  test('finds a lone table in a section of another name', () => {
    assert.ok(updated(empty.replace('XEPs covered in this document', 'The list')).includes(rows[0] ?? '-'));
  });

  test('prefers the table of the covered section to others', () => {
    const two = empty.replace("<th>Colour</th>", '<th>Relevance</th>');
    assert.equal(updated(two), updated(empty).replace('<th>Colour</th>', '<th>Relevance</th>'));
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`is not led out of the table by ${what}`, () => {
      const own = tableXepRows([row({ number: null, name: text, title: text, reason: text }), row()], dataset, () => true);
      const once = updated(empty, own);
      assert.ok(once.startsWith(before + header) && once.endsWith(after));
      assert.equal(updated(once, own), once);
      assert.equal(updated(once, []), empty);
    });
  }
});

suite('a relevance table that cannot be rewritten', () => {
  for (const [what, source, says] of [
    ['no table', empty.replace('<th>XEP</th> <th>', '<th>XEP</th> <th>No '), /^has no table with the header row "XEP \| Relevance"$/],
    ['a third column', empty.replace('</th>\n  </tr>', '</th><th>More</th></tr>'), /^has no table/],
    ['several tables and no covered section', empty.replace('<th>Colour</th>', '<th>Relevance</th>').replace('XEPs covered in this document', 'The list'), /^has several tables/],
    ['a header row that does not end', empty.replace('</th>\n  </tr>', '</th>\n'), /^has a row in its table "XEP \| Relevance" that does not end: close the <tr> of line \d+$/],
    ['a row that does not end', updated(empty).replace('High.</td></tr>', 'High.</td>'), /that does not end/],
    ['no XEP', '<html><table><tr><th>XEP</th><th>Relevance</th></tr></table></html>', /^is no XEP source/],
    ['nothing', '', /^is no XEP source/],
  ] as const) {
    test(`is named: ${what}`, () => {
      const result = updateTable(source, rows);
      assert.match('error' in result ? result.error : 'rewritten', says);
    });
  }
});
