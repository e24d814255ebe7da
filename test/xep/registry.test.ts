// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { parseFragment, readRegistry } from '../../server/src/xep/index.ts';

/** The fields that a snippet defines as `form name: type`, each at its exact span. */
const fieldsOf = (text: string): string[] => readRegistry(text, parseFragment(text)).map(({ formType, name, type, span }) => {
  assert.equal(text.slice(span.start, span.end).trim(), name);
  return `${formType} ${name}: ${type}`;
});

suite('a registrar snippet', () => {
  for (const [what, text, fields] of [
    ['the fields of a form, with their types', "<form_type><name>urn:tea</name><desc>Tea</desc><field var='leaf' type='text-single' label='Leaf'/><field type='boolean' var=\"milk\"/></form_type>", ['urn:tea leaf: text-single', 'urn:tea milk: boolean']],
    ['fields of several forms, each its own', "<form_type><name>urn:tea</name><field var='leaf' type='hidden'/></form_type><form_type><name>urn:milk</name><field var='cow' type='jid-single'/></form_type>", ['urn:tea leaf: hidden', 'urn:milk cow: jid-single']],
    ['forms inside other elements', "<registry><form_type><name>urn:tea</name><field var='leaf' type='hidden'/></form_type></registry>", ['urn:tea leaf: hidden']],
    ['names without the white space around them', "<form_type>\n  <name>\n    urn:tea\n  </name>\n  <field\n    var=' leaf '\n    type='hidden'/>\n</form_type>", ['urn:tea leaf: hidden']],
    ['fields without a type, and of a form without a name', "<form_type><field var='leaf'/></form_type>", [' leaf: ']],
    ['no fields without a name', "<form_type><name>urn:tea</name><field type='hidden' label='Leaf'/></form_type>", []],
    ['no fields outside a form', "<var><name>pour</name><field var='leaf' type='hidden'/></var>", []],
  ] as const) {
    test(`defines ${what}`, () => assert.deepEqual(fieldsOf(text), fields));
  }
});
