// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { strayAttributes } from '../../server/src/review/strayAttributes.ts';
import { parseFragment } from '../../server/src/xep/index.ts';
import type { XmlAttribute } from '../../server/src/xml/index.ts';

function strayIn(text: string): readonly XmlAttribute[] {
  const [element] = parseFragment(text).nodes;
  return element?.kind === 'element' ? strayAttributes(element, text) : assert.fail('no element');
}

suite('attributes behind a tag that was closed too early', () => {
  for (const text of ["<order menu='green'> drinker='otto' seat-2.b = \"window\"></order>", "<order menu='green'>\n  drinker= 'otto'/></order>", "<order menu='green'> drinker=''\n></order>", "<order menu='green'> a=\"it's\" ></order>"]) {
    test(`are what they would be inside the tag: ${text.replace('\n', ' ')}`, () => {
      const [element] = parseFragment(text.replace("'green'>", "'green' ")).nodes;
      assert.deepEqual(strayIn(text), element?.kind === 'element' ? element.attributes.slice(1) : []);
      assert.notDeepEqual(strayIn(text), []);
    });
  }

  for (const [why, text] of [
    ['the tag has no second end', "<order menu='green'> drinker='otto' </order>"], ['other words stand before the second end', "<order menu='green'> drinker='otto' drinks></order>"], ['other words stand first', "<order menu='green'> Its drinker='otto'></order>"],
    ['nothing stands before the name', "<order menu='green'>drinker='otto'></order>"], ['the name begins with a digit', "<order menu='green'> 2='otto'></order>"], ['the value has no quotes', "<order menu='green'> drinker=otto></order>"], ['other words stand before the sign', "<order menu='green'> drinker is='otto'></order>"],
    ['there is no value', "<order menu='green'> = ></order>"], ['there is only text', "<order menu='green'> tea </order>"], ['there is nothing', "<order menu='green'/>"], ['an element stands first', "<order menu='green'><tea/> drinker='otto'></order>"],
  ] as const) {
    test(`are none where ${why}`, () => assert.deepEqual(strayIn(text), []));
  }
});
