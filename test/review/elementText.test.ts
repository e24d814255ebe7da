// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { firstValue, textOf } from '../../server/src/review/elementText.ts';
import { parseFragment } from '../../server/src/xep/index.ts';
import type { XmlElement } from '../../server/src/xml/index.ts';

function elementIn(text: string): XmlElement {
  const [element] = parseFragment(text).nodes;
  return element?.kind === 'element' ? element : assert.fail('no element');
}

suite('the text of an element', () => {
  for (const [what, text, expected] of [
    ['is what stands in it, without white space around it', '<tea>\n  green tea </tea>', 'green tea'], ['may stand in a section', '<tea><![CDATA[ green > black ]]></tea>', 'green > black'], ['may stand behind white space, elements and comments', '<tea> <hot/> <!-- hot --> green</tea>', 'green'],
    ['is the first of several', '<tea>green<hot/>black</tea>', 'green'], ['is not that of elements in it', '<tea><leaf>green</leaf></tea>', ''], ['is not what a comment says', '<tea><!-- green --></tea>', ''], ['is empty where there is none', '<tea/>', ''],
  ] as const) {
    test(what, () => assert.equal(textOf(elementIn(text), text), expected));
  }
});

suite('the first value of a field', () => {
  for (const [what, text, expected] of [
    ['is its text', "<field var='tea'><required/><value> green </value><value>black</value></field>", 'green'], ['is without a stray sign before it', "<field var='tea'><value>>green > black</value></field>", 'green > black'], ['keeps a sign within it', "<field var='tea'><value>green > black</value></field>", 'green > black'],
    ['is empty where the value is', "<field var='tea'><value/></field>", ''], ['is none where only an option has one', "<field var='tea'><option><value>green</value></option></field>", undefined], ['is none in a field without one', "<field var='tea'> value </field>", undefined],
  ] as const) {
    test(what, () => assert.equal(firstValue(elementIn(text), text), expected));
  }
});
