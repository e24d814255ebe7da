// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { parseXml, readEntityDeclarations, readProlog, rootElements } from '../../server/src/xml/index.ts';

/** Name of the root element read after the prolog, and where it starts. */
function rootAfterProlog(text: string): string {
  const root = rootElements(parseXml(text, { from: readProlog(text).end }))[0];
  return root ? `${root.name} ${root.start}` : 'none';
}

suite('Prolog', () => {
  const roots: readonly { readonly title: string; readonly text: string; readonly doctype: string | null }[] = [
    { title: 'a text may have none', text: '<r/>', doctype: null },
    { title: 'a byte order mark and a declaration are passed over', text: '\uFEFF<?xml version="1.0"?>\r\n<r/>', doctype: null },
    { title: 'an external DOCTYPE ends at its ">"', text: '<!DOCTYPE r SYSTEM "a>b.dtd"><r/>', doctype: '<!DOCTYPE r SYSTEM "a>b.dtd">' },
    { title: 'an internal subset ends at its own "]>"', text: '<!DOCTYPE r SYSTEM \'x\' [ <!ENTITY a "]><q/>"> ] ><r/>', doctype: '<!DOCTYPE r SYSTEM \'x\' [ <!ENTITY a "]><q/>"> ] >' },
    { title: 'a comment before the DOCTYPE may quote one', text: '<!-- <!DOCTYPE q> --><!DOCTYPE r><r/>', doctype: '<!DOCTYPE r>' },
    { title: 'a comment in the subset may hold brackets and quotes', text: '<!DOCTYPE r [<!-- ]> it\'s --><!ENTITY a "1">]><r/>', doctype: '<!DOCTYPE r [<!-- ]> it\'s --><!ENTITY a "1">]>' },
    { title: 'an instruction in the subset may hold a bracket', text: '<!DOCTYPE r [<?x ]> ?>]><r/>', doctype: '<!DOCTYPE r [<?x ]> ?>]>' },
    { title: 'a subset that never closes gives way to the root', text: '<!DOCTYPE r [ <!ENTITY a "1">\n<r/>', doctype: '<!DOCTYPE r [ <!ENTITY a "1">\n' },
    { title: 'a DOCTYPE that never closes gives way to the root', text: '<!DOCTYPE r SYSTEM "x"\n<r/>', doctype: '<!DOCTYPE r SYSTEM "x"\n' },
  ];
  for (const { title, text, doctype } of roots) {
    test(title, () => {
      const prolog = readProlog(text);
      assert.equal(prolog.doctype && text.slice(prolog.doctype.start, prolog.doctype.end), doctype);
      assert.equal(rootAfterProlog(text), `r ${text.lastIndexOf('<r/>')}`);
    });
  }

  test('the subset gives general, parameter and external entities with exact spans', () => {
    const text = '<!DOCTYPE r SYSTEM "r.dtd" [\n<!ENTITY % ents SYSTEM "some.ent">\n%ents;\n<!ENTITY ns \'urn:x:1\'>\n<!ENTITY pic PUBLIC "p" "pic.png" NDATA png>\n<!ENTITY q "say &quot;hi>&quot;" >\n]>\n<r/>';
    const { entities, rootName } = readProlog(text);
    assert.equal(rootName, 'r');
    assert.deepEqual(entities.map(({ name, parameter, value, systemId }) => [name, parameter, value, systemId]), [
      ['ents', true, undefined, 'some.ent'],
      ['ns', false, 'urn:x:1', undefined],
      ['pic', false, undefined, 'pic.png'],
      ['q', false, 'say &quot;hi>&quot;', undefined],
    ]);
    assert.equal(text.slice(entities[1]?.start, entities[1]?.end), '<!ENTITY ns \'urn:x:1\'>');
  });

  test('an entity file is read to its end, whatever else it declares', () => {
    const file = '<!-- <!ENTITY no "0"> -->\n<!ELEMENT a (b)>\n]\n<!ENTITY one "1">\n<!ENTITY two "2">\n<!ENTITY three "<a href=\'#\'>3</a>">';
    assert.deepEqual(readEntityDeclarations(file, 0, false).entities.map(({ name, value }) => `${name}=${value ?? ''}`), ['one=1', 'two=2', 'three=<a href=\'#\'>3</a>']);
  });

  const broken = ['<!DOCTYPE', '<!DOCTYPE r [', '<!DOCTYPE r [<!ENTITY', '<!DOCTYPE r [<!ENTITY a "', '<!DOCTYPE r [<!ENTITY a>]><r/>', '<!DOCTYPE r [<!--', '<?xml', '<!--', '\uFEFF', '<!DOCTYPE "'];
  for (const text of broken) {
    test(`the broken prolog ${JSON.stringify(text)} ends inside the text`, () => {
      const { start, end, doctype } = readProlog(text);
      assert.ok(start <= end && end <= text.length);
      assert.ok(doctype === null || doctype.end <= text.length);
    });
  }
});
