// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { QuoteType, Tokenizer } from 'htmlparser2';
import { plainMarkup } from '../../server/src/xml/plainMarkup.ts';

suite('Finished markup', () => {
  for (const text of [
    '<a>', '<a/>', '<a />', '<a\n\tb="1"\f c=\'2\' >', '<a b = "x>y" c="it\'s"/>', '<a b="1"c=\'\'>', '<a:b-c.d xmlns:e="f&amp;g">', '<\u00e9 \u00f6="\u{1F600}">', '<_ :b="\n">', '<a"b>',
    '</a>', '</a \n>', '</\u00e9:b>', '</0>', '<![CDATA[]]>', '<![CDATA[<b> ]] ]> ]]]>', '<!---->', '<!-- <b> - -->',
  ]) {
    test(`${JSON.stringify(text)} is read as the tokenizer reads it`, () => {
      const [ours, end] = readPlain(text, 0, text.length);
      assert.deepEqual([ours, end], [readWithTokenizer(text), text.length]);
    });
  }

  for (const text of ['<a', '<a b', '<a b>', '<a b=1>', '<a b="1>', '<a b="<c>', '<a <b>', '<a/ b="1">', '<a "b">', '<a =b>', '</>', '</ a>', '</a', '</a b>', '</a/>', '<3>', '< a>', '<![CDATA[', '<![CDATA[ ]>', '<!--', '<!--->', '<!-- -- -->', '<!DOCTYPE a>', '<?a?>', '<']) {
    test(`${JSON.stringify(text)} is left to the tokenizer`, () => {
      assert.deepEqual(readPlain(text, 0, text.length), [[], 0]);
    });
  }

  test('nothing is read behind the part that is asked for', () => {
    for (const text of ['<a b="c">', '</a>', '<![CDATA[b]]>', '<!--b-->']) {
      assert.deepEqual(readPlain(text, 0, text.length - 1), [[], 0]);
    }
  });

  test('a section goes on where the sink says', () => {
    const plain = plainMarkup(() => {});
    assert.equal(plain.read('<![CDATA[a</b>]]>', 0, 17, { ...silent, cdata: () => 10 }), 10);
  });
});

const silent = { openTag() {}, attribute() {}, openTagEnd() {}, closeTag() {}, text() {}, cdata: (): undefined => undefined, aside() {} };

function readPlain(text: string, from: number, to: number): [string[], number] {
  const tokens: string[] = [];
  const end = plainMarkup(() => {}).read(text, from, to, {
    openTag: (start, nameEnd) => tokens.push(`tag ${start}-${nameEnd}`),
    attribute: (start, nameEnd, valueStart, valueEnd, quoted) => tokens.push(`attribute ${start}-${nameEnd} ${valueStart}-${valueEnd} ${quoted}`),
    openTagEnd: (at, selfClosing, finished) => tokens.push(`tag end ${at} ${selfClosing} ${finished}`),
    closeTag: (start, nameStart, nameEnd, at, finished) => tokens.push(`end tag ${start} ${nameStart}-${nameEnd} ${at} ${finished}`),
    text: () => tokens.push('text'),
    cdata: (start, contentStart, contentEnd, at) => { tokens.push(`section ${start} ${contentStart}-${contentEnd} ${at}`); return undefined; },
    aside: (kind, start, at, finished) => tokens.push(`${kind} ${start}-${at} ${finished}`),
  });
  return [tokens, end];
}

/** The same lines from the tokenizer's own events, for one piece of markup. */
function readWithTokenizer(text: string): string[] {
  const tokens: string[] = [];
  let name = '';
  const quiet = { onattribentity() {}, ontextentity() {}, ontext() {}, onend() {}, ondeclaration() {}, onprocessinginstruction() {} };
  let value = '';
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, {
    ...quiet,
    onopentagname: (start, end) => { tokens.push(`tag ${start}-${end}`); },
    onattribname: (start, end) => { name = `${start}-${end}`; },
    onattribdata: (start, end) => { value = `${start}-${end}`; },
    onattribend: (quote) => { tokens.push(`attribute ${name} ${value} ${quote === QuoteType.Single || quote === QuoteType.Double}`); },
    onopentagend: (end) => { tokens.push(`tag end ${end + 1} false true`); },
    onselfclosingtag: (end) => { tokens.push(`tag end ${end + 1} true true`); },
    onclosetag: (start, end) => { tokens.push(`end tag 0 ${start}-${end} ${text.length} true`); },
    oncdata: (start, end, endOffset) => { tokens.push(`section 0 ${start}-${end - endOffset} ${end + 1}`); },
    oncomment: (start, end) => { tokens.push(`comment ${start - 4}-${end + 1} true`); },
  });
  tokenizer.write(text);
  tokenizer.end();
  return tokens;
}
