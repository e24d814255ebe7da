// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { carriersIn, example, reviewTea, xepSource } from './teaHouse.ts';

/** A data form around fields, with this form type if any. */
function form(fields: string, formType?: string): string {
  const hidden = formType === undefined ? '' : `<field var='FORM_TYPE' type='hidden'><value>${formType}</value></field>`;
  return `<x xmlns='jabber:x:data' type='submit'>${hidden}${fields}</x>`;
}

const mail = `<field var='drinker-mail'><value>a@b.example</value></field>`;
const bean = `<field var='bean'><value>dark</value></field>`;

suite('Traps in data forms', () => {
  const cases: readonly { readonly title: string; readonly content: string; readonly expected: readonly string[] }[] = [
    { title: 'a field is judged by form type and name', content: form(mail, 'urn:example:tea:form'), expected: ['jabber:x:data field[urn:example:tea:form drinker-mail] = drinker-mail'] },
    { title: 'a form type may stand after the fields', content: `<x xmlns='jabber:x:data'>${mail}<field var='FORM_TYPE'><value>urn:example:tea:form</value></field></x>`, expected: ['jabber:x:data field[urn:example:tea:form drinker-mail] = drinker-mail'] },
    { title: 'a form type with a stray ">" is read as meant', content: form(mail, '>urn:example:tea:form'), expected: ['jabber:x:data field[urn:example:tea:form drinker-mail] = drinker-mail'] },
    { title: 'a form type of another XEP is judged by that XEP', content: form(bean, 'urn:example:coffee:form'), expected: ['jabber:x:data field[urn:example:coffee:form bean] = bean'] },
    { title: 'a form without a form type falls back to the fields of this XEP', content: form(mail), expected: ['jabber:x:data field[drinker-mail] = drinker-mail'] },
    { title: 'a form without a form type does not take the fields of other XEPs', content: form(bean), expected: [] },
    { title: 'a form of another type does not take the fields of this one', content: form(mail, 'urn:example:coffee:form'), expected: [] },
    { title: 'a human label as a name is judged in its XEP', content: form(`<field var='Favourite Cup'><value>blue</value></field>`), expected: ['jabber:x:data field[Favourite Cup] = Favourite Cup'] },
    { title: 'a field without a type, a value or a form around the rest is read', content: `<x xmlns='jabber:x:data'><field var='drinker-mail'/><field><value>x</value></field></x>`, expected: ['jabber:x:data field[drinker-mail] = drinker-mail'] },
    { title: 'the fields of reported items are read', content: form(`<reported>${mail}</reported><item>${mail}</item>`, 'urn:example:tea:form'), expected: ['jabber:x:data field[urn:example:tea:form drinker-mail] = drinker-mail'] },
    { title: 'a field shown without its form belongs to the form type that names it', content: mail, expected: ['jabber:x:data field[urn:example:tea:form drinker-mail] = drinker-mail'] },
    { title: 'a form that lost its namespace is read', content: form(bean, 'urn:example:coffee:form').replace(" xmlns='jabber:x:data'", ''), expected: ['jabber:x:data field[urn:example:coffee:form bean] = bean'] },
    { title: 'an element named field in another namespace is none', content: `<x xmlns='urn:example:pantry'>${mail}</x>`, expected: [] },
  ];
  for (const { title, content, expected } of cases) {
    test(`trap 15: ${title}`, () => {
      assert.deepEqual(carriersIn(xepSource(example(content))), expected);
    });
  }

  test('trap 15: each occurrence of a field is kept, in examples and registrar snippets alike', () => {
    const snippet = `<code><![CDATA[<form_type><name>urn:example:tea:form</name><field var='drinker-mail'/></form_type>]]></code>`;
    const carrier = reviewTea(xepSource(`${snippet}${example(form(mail, 'urn:example:tea:form'))}`)).carriers.find(({ field }) => field?.var === 'drinker-mail');
    assert.deepEqual(carrier?.occurrences.map(({ where }) => where), ['schema', 'example']);
  });
});
