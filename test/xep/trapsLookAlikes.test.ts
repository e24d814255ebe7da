// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { realAddress } from '../../server/src/review/realAddress.ts';
import { valueShape } from '../../server/src/review/shape.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { sectionLevel } from '../../server/src/xep/sections.ts';
import { carriersIn, example, reviewTea, xepSource } from './teaHouse.ts';

/** Stanza addresses shown for a message to this address. */
const addressing = (to: string): string[] => reviewTea(xepSource(example(`<message to='${to}'/>`))).carriers.map(({ id, category, baseline }) => `${id} ${category} ${String(baseline)}`);

suite('Traps of look-alikes', () => {
  const shapes: readonly (readonly [value: string, shape: string | undefined])[] = [
    ['a@b.example', 'user-jid'], ['a@b.example/kettle', 'user-jid'], ['tea@conference.b.example', 'room-jid'], ['tea@muc.b.example/Leaf', 'occupant-jid'], ['b.example', 'domain'],
    ['sha1+8f35fef1@bob.xmpp.org', undefined], ['b7a1@shop.internal', undefined], ['c14f', undefined], ['pot@1.2', undefined], ['http://tea.example/a@b.example', 'uri'],
    ['192.0.2.7', 'ip'], ['2001:db8::7', 'ip'], ['1.2.3', undefined], ['300.1.1.1', undefined], ['2001:0db8:0:0:0:0:0:7', 'ip'], ['::ffff:192.0.2.7', 'ip'], ['12:30:45', undefined], ['1b:cd:ef:01:23:45:67:89:ab:cd', undefined], ['1b:cd:ef:01:23:45', undefined], ['2026-01-01T10:00:00Z', undefined], ['xmpp:a@b.example', 'uri'], ['mailto:a@b.example', 'email'], ['+441632960001', 'phone'],
  ];
  for (const [value, shape] of shapes) {
    test(`trap 19: "${value}" has ${shape === undefined ? 'no shape' : `the shape ${shape}`}`, () => {
      assert.equal(valueShape(value), shape);
    });
  }

  const addresses: readonly (readonly [to: string, shown: readonly string[]])[] = [
    ['a@b.example', ['jabber:client message@to jid true']], ['tea@conference.b.example/Leaf', ['jabber:client message@to pseudonym true']], ['tea@conference.b.example', []], ['b.example', []], ['b7a1@shop.internal', []],
  ];
  for (const [to, shown] of addresses) {
    test(`trap 19: a message to ${to} shows ${shown.length === 0 ? 'no address of a person' : shown.join()}`, () => {
      assert.deepEqual(addressing(to), shown);
    });
  }

  test('trap 19: a look-alike that the dataset judged is none', () => {
    assert.deepEqual(carriersIn(xepSource(example(`<wish xmlns='urn:example:coffee:0'>a@b.example</wish>`))), []);
  });

  const real: readonly (readonly [value: string, host: string | undefined])[] = [
    ['romeo@montague.net', undefined], ['juliet@capulet.com/balcony', undefined], ['a@b.example', undefined], ['a@example.org', undefined], ['a@tea.test', undefined],
    ['a@kettle-works.com', 'kettle-works.com'], ['192.0.2.1', undefined], ['10.0.0.1', undefined], ['9.9.9.9', '9.9.9.9'], ['2001:db8::1', undefined], ['not an address', undefined],
  ];
  for (const [value, host] of real) {
    test(`trap 20: "${value}" ${host === undefined ? 'belongs to nobody' : 'may belong to somebody'}`, () => {
      assert.equal(realAddress(value)?.host, host);
    });
  }

  test('trap 20: an address of fiction and one of the world are the same carrier', () => {
    const carriers = (address: string): unknown => reviewTea(xepSource(example(`<order xmlns='urn:example:tea:0' drinker='${address}'/>`))).carriers.map(({ id, category, sensitivity }) => [id, category, sensitivity]);
    assert.deepEqual(carriers('juliet@capulet.lit'), carriers('someone@kettle-works.com'));
  });

  test('trap 20: an address that may be real is reported once, at its first place', () => {
    const text = xepSource(example(`<order xmlns='urn:example:tea:0' drinker='a@kettle-works.com'/><order xmlns='urn:example:tea:0' drinker='b@kettle-works.com'/>`));
    const found = reviewTea(text).problems.filter(({ code }) => code === 'example/real-address');
    assert.deepEqual(found.map(({ offset, length }) => text.slice(offset, offset + length)), ['a@kettle-works.com']);
  });

  test('trap 21: an error case has the carriers of any other example', () => {
    const content = `<iq type='error'><order xmlns='urn:example:tea:0' drinker='a@b.example'/><error type='cancel'/></iq>`;
    assert.deepEqual(carriersIn(xepSource(example(content, 'The house refuses'))), ['urn:example:tea:0 order@drinker = drinker=\'a@b.example\'']);
  });

  test('trap 21: a block may have no caption', () => {
    assert.deepEqual(readXep(xepSource(`<example>x</example>`)).blocks.map(({ caption }) => caption), ['']);
  });

  test('trap 21: sections nest to five, each with its level and parent', () => {
    const open = [2, 3, 4, 5].map((level) => `<section${level} topic='T${level}' anchor='same'>`).join('');
    const close = [5, 4, 3, 2].map((level) => `</section${level}>`).join('');
    const { sections } = readXep(xepSource(`${open}<p/>${close}`));
    assert.deepEqual(sections.map(({ level, topic, parent }) => `${level} ${topic} in ${parent?.topic ?? 'none'}`), ['1 Body in none', '2 T2 in Body', '3 T3 in T2', '4 T4 in T3', '5 T5 in T4']);
  });

  test('trap 21: a section may have no topic and no anchor', () => {
    assert.deepEqual(readXep(xepSource('<section2/>')).sections.map(({ level, topic, anchor }) => [level, topic, anchor]), [[1, 'Body', 'body'], [2, '', '']]);
  });

  test('trap 21: only section1 to section9 are sections, not what is called nearly so', () => {
    assert.deepEqual(['section1', 'section5', 'section9'].map(sectionLevel), [1, 5, 9]);
    assert.deepEqual(['section', 'section0', 'section21', 'sections', 'section.', 'section:', 'chapter2', 'asection1'].map(sectionLevel).filter((level) => level !== 0), []);
  });

  test('trap 21: white space in a topic is that of a line', () => {
    assert.equal(readXep(xepSource(`<section2 topic=' One
   two '/>`)).sections[1]?.topic, 'One two');
  });

  test('trap 21: anchors that repeat do not merge sections', () => {
    const { sections } = readXep(xepSource(`<section2 topic='One' anchor='x'/><section2 topic='Two' anchor='x'/>`));
    assert.deepEqual(sections.map(({ topic, anchor }) => `${topic} ${anchor}`), ['Body body', 'One x', 'Two x']);
  });

  test('a section ends an unclosed one of its own level, and what is open inside', () => {
    const { sections } = readXep(xepSource(`<section2 topic='One'><p>open<section2 topic='Two'><p>x</p></section2>`));
    assert.deepEqual(sections.map(({ topic, parent }) => `${topic} in ${parent?.topic ?? 'none'}`), ['Body in none', 'One in Body', 'Two in Body']);
  });

  test('a lost end tag of a section costs no more than that section', () => {
    const { sections } = readXep(xepSource(`<section2 topic='One'><p>open</section1><section1 topic='Next'><p>x`));
    assert.deepEqual(sections.map(({ level, topic, parent }) => `${level} ${topic} in ${parent?.topic ?? 'none'}`), ['1 Body in none', '2 One in Body', '1 Next in none']);
  });
});
