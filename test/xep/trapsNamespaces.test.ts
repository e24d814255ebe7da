// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { namespaceFamily } from '../../server/src/dataset/index.ts';
import { parseFragment, repairNamespace } from '../../server/src/xep/index.ts';
import { walkElements } from '../../server/src/xml/index.ts';
import { carriersIn, example, reviewTea, teaHouse, xepSource } from './teaHouse.ts';

/** The elements of an example as `{namespace}name`. */
function names(text: string): string[] {
  const found: string[] = [];
  walkElements(parseFragment(text).nodes, (element) => {
    found.push(`{${element.namespace}}${element.localName}`);
  });
  return found;
}

suite('Traps in namespaces', () => {
  const cases: readonly { readonly title: string; readonly text: string; readonly expected: readonly string[] }[] = [
    { title: 'trap 10: a stanza without a namespace is of jabber:client, and so is what it wraps', text: '<message><body/></message>', expected: ['{jabber:client}message', '{jabber:client}body'] },
    { title: 'trap 10: a stanza of a server or component keeps its namespace', text: '<presence xmlns="jabber:server"/><iq xmlns="jabber:component:accept"/>', expected: ['{jabber:server}presence', '{jabber:component:accept}iq'] },
    { title: 'trap 10: a forwarded stanza does not inherit the namespace of its wrapper', text: '<forwarded xmlns="urn:example:pass"><message><body/></message></forwarded>', expected: ['{urn:example:pass}forwarded', '{jabber:client}message', '{jabber:client}body'] },
    { title: 'trap 10: the namespace of the wrapper holds again after a forwarded stanza', text: '<forwarded xmlns="urn:example:pass"><iq/><note/></forwarded>', expected: ['{urn:example:pass}forwarded', '{jabber:client}iq', '{urn:example:pass}note'] },
    { title: 'trap 10: undeclared prefixes have their usual namespaces', text: '<stream:stream/><db:result/><stream:error/>', expected: ['{http://etherx.jabber.org/streams}stream', '{jabber:server:dialback}result', '{http://etherx.jabber.org/streams}error'] },
    { title: 'trap 10: a declared prefix wins over the usual one', text: '<db:row xmlns:db="urn:example:db"/>', expected: ['{urn:example:db}row'] },
    { title: 'trap 11: an element named like a stanza in a namespace of its own is none', text: '<message xmlns="urn:example:tea:0"/><iq><message xmlns="urn:example:tea:0"/></iq>', expected: ['{urn:example:tea:0}message', '{jabber:client}iq', '{urn:example:tea:0}message'] },
    { title: 'trap 11: an element named like a stanza inherits from a wrapper that wraps no stanzas', text: '<menu xmlns="urn:example:tea:0"><message/></menu>', expected: ['{urn:example:tea:0}menu', '{urn:example:tea:0}message'] },
    { title: 'trap 13: misspelt declarations are read as meant', text: '<a xmln="u"/><b xmllns="v"><c/></b><d xlmns="w"/>', expected: ['{u}a', '{v}b', '{v}c', '{w}d'] },
    { title: 'trap 13: stray characters around a namespace are left out', text: `<a xmlns="xmlns='u"/><b xmlns=" v "/><c xmlns="'w'"/>`, expected: ['{u}a', '{v}b', '{w}c'] },
    { title: 'trap 13: a namespace that only looks odd stays', text: '<a xmlns="foo"/><b xmlns="http://tea.example/a#b"/>', expected: ['{foo}a', '{http://tea.example/a#b}b'] },
  ];
  for (const [prefix, namespace] of [['stream', 'http://etherx.jabber.org/streams'], ['db', 'jabber:server:dialback'], ['sasl', 'urn:ietf:params:xml:ns:xmpp-sasl'], ['xs', 'http://www.w3.org/2001/XMLSchema'], ['xsd', 'http://www.w3.org/2001/XMLSchema'], ['vcard', 'vcard-temp'], ['tea', '']] as const) {
    test(`trap 10: the undeclared prefix "${prefix}" ${namespace === '' ? 'means nothing' : `stands for ${namespace}`}`, () => assert.deepEqual(names(`<${prefix}:a/>`), [`{${namespace}}a`]));
  }

  for (const namespace of ['jabber:client', 'jabber:server', 'jabber:component:accept', 'jabber:component:connect']) {
    test(`trap 10: a stanza stays in ${namespace}, also in a wrapper`, () => {
      assert.deepEqual(['iq', 'message', 'presence'].flatMap((name) => names(`<forwarded xmlns='${namespace}'><${name}/></forwarded>`).slice(1)), ['iq', 'message', 'presence'].map((name) => `{${namespace}}${name}`));
    });
  }

  for (const wrapper of ['forwarded', 'stream', 'delegation', 'privilege']) {
    test(`trap 10: stanzas in <${wrapper}/> are of jabber:client, other elements are not`, () => {
      assert.deepEqual(names(`<${wrapper} xmlns='urn:example:pass'><iq/><message/><presence/><note/></${wrapper}>`).slice(1), ['{jabber:client}iq', '{jabber:client}message', '{jabber:client}presence', '{urn:example:pass}note']);
    });
  }

  test('trap 10: a stanza in an element without a namespace is of jabber:client', () => {
    assert.deepEqual(names('<menu><presence/></menu>'), ['{}menu', '{jabber:client}presence']);
  });

  for (const word of ['xmln', 'xmls', 'xmlnl', 'xmllns', 'xlmns', 'xmnls', 'xmlnss', 'xmllsn', 'xlns', 'xmns']) {
    test(`trap 13: ${word} is read as xmlns`, () => assert.deepEqual(names(`<a ${word}='urn:a'/>`), ['{urn:a}a']));
  }

  for (const [written, meant] of [["''urn:a", 'urn:a'], ["urn:a''", 'urn:a'], ['\u201curn:a\u201d', 'urn:a'], ['> urn:a', 'urn:a'], ["urn:a'b", "urn:a'b"], ["xmlns='xmlns='urn:a'", 'urn:a']] as const) {
    test(`trap 13: ${written} is meant to be ${meant}`, () => assert.equal(repairNamespace(written), meant));
  }

  for (const { title, text, expected } of cases) {
    test(title, () => {
      assert.deepEqual(names(text), expected);
    });
  }

  test('trap 10: a prefix under which the document defines a namespace of its own has that meaning, not the usual one', () => {
    const declared = example(`<db:brew xmlns:db='urn:example:tea:0'>green</db:brew>`);
    assert.deepEqual(carriersIn(xepSource(`${example('<db:sip at="noon"/>')}${declared}`)), ['urn:example:tea:0 sip@at = at="noon"', 'urn:example:tea:0 brew = db:brew']);
    assert.deepEqual(carriersIn(xepSource(example('<db:sip at="noon"/>'))), []);
  });

  test('trap 11: the same name is judged by its namespace', () => {
    const content = `<wish xmlns='urn:example:coffee:0'>x</wish><wish xmlns='urn:example:unheard'>x</wish><wish xmlns='urn:example:tea:0'>x</wish>`;
    const carriers = carriersIn(xepSource(example(content)));
    assert.ok(carriers.includes('urn:example:tea:0 wish = wish'));
    assert.ok(!carriers.some((one) => one.startsWith('urn:example:coffee:0')));
  });

  test('trap 11: addressing is that of stanzas only', () => {
    const content = `<message to='a@b.example'/><message xmlns='urn:example:tea:0' to='a@b.example'/>`;
    const baseline = reviewTea(xepSource(example(content))).carriers.filter((one) => one.baseline);
    assert.deepEqual(baseline.map(({ id, occurrences }) => [id, occurrences.length]), [['jabber:client message@to', 1]]);
  });

  test('trap 12: an own element that lost its namespace finds home', () => {
    assert.deepEqual(carriersIn(xepSource(example(`<brew>green</brew>`))), ['urn:example:tea:0 brew = brew']);
    assert.deepEqual(carriersIn(xepSource(example(`<items xmlns='urn:example:pantry'><brew>green</brew></items>`))), ['urn:example:tea:0 brew = brew']);
    assert.deepEqual(carriersIn(xepSource(example(`<brew xmlns='urn:example:pantry'>green</brew>`))), []);
  });

  test('trap 12: a name that several own namespaces have goes with the element around that lost its declaration', () => {
    assert.deepEqual(carriersIn(xepSource(example(`<items xmlns='urn:example:pantry'><sip><sugar kind='cane'/></sip></items>`))), ['urn:example:tea:0 sugar = sugar', 'urn:example:tea:0 sugar@kind = kind=\'cane\'']);
    assert.deepEqual(carriersIn(xepSource(example(`<items xmlns='urn:example:pantry'><sugar kind='cane'/></items>`))), []);
    assert.deepEqual(carriersIn(xepSource(example(`<sip xmlns='urn:example:pantry'><sugar kind='cane'/></sip>`))), []);
  });

  test('trap 12: a registrar snippet defines fields and is no traffic', () => {
    const snippet = `<form_type><name>urn:example:tea:form</name><desc>Tea</desc><field var='drinker-mail' type='text-single' label='Where to write'/></form_type>`;
    assert.deepEqual(carriersIn(xepSource(`<code><![CDATA[${snippet}]]></code>`)), ['jabber:x:data field[urn:example:tea:form drinker-mail] = drinker-mail']);
    assert.deepEqual(carriersIn(xepSource(`<code><![CDATA[<var><name>wish</name><desc>order</desc><doc>brew</doc></var>]]></code>`)), []);
  });

  test('trap 13: a broken declaration is reported where it stands', () => {
    const text = xepSource(example(`<order xmln='urn:example:tea:0' drinker='a@b.example'/>`));
    const { problems, carriers } = reviewTea(text);
    const broken = problems.filter(({ code }) => code === 'source/namespace');
    assert.deepEqual(broken.map(({ offset, length }) => text.slice(offset, offset + length)), ['xmln=\'urn:example:tea:0\'']);
    assert.deepEqual(carriers.map(({ id }) => id), ['urn:example:tea:0 order@drinker']);
  });

  const families: readonly (readonly [one: string, other: string, same: boolean])[] = [
    ['urn:example:tea:0', 'urn:example:tea:1', true], ['http://tea.example/protocol#pot', 'http://tea.example/protocol', false], ['http://tea.example/1.0/pot', 'http://tea.example/2.0/pot', false],
    ['urn:example:tea:0', 'urn:example:teapot:0', false], ['urn:example:tea:0#pot', 'urn:example:tea:2#pot', true], ['urn:example:tea:0#pot', 'urn:example:tea:0#cup', false],
  ];
  for (const [one, other, same] of families) {
    test(`trap 13: ${one} and ${other} are ${same ? 'versions of one namespace' : 'two namespaces'}`, () => {
      assert.equal(namespaceFamily(one) === namespaceFamily(other), same);
    });
  }

  test('trap 13: both versions of a namespace in one document are judged', () => {
    const content = `<wish xmlns='urn:example:tea:1'/><brew xmlns='urn:example:tea:2'/>`;
    assert.deepEqual(carriersIn(xepSource(example(content))), ['urn:example:tea:1 wish = wish', 'urn:example:tea:2 brew = brew']);
  });

  test('trap 14: a namespace that no schema declares is the XEP\'s own by its entry, and a DTD speaks of the first of them', () => {
    const text = xepSource(`<code><![CDATA[<!ELEMENT brew (#PCDATA)>\n<!ATTLIST order drinker CDATA #REQUIRED>]]></code>`);
    assert.deepEqual(reviewTea(text).carriers.map(({ id, own, occurrences }) => [id, own, occurrences[0]?.where]), [['urn:example:tea:0 brew', true, 'schema'], ['urn:example:tea:0 order@drinker', true, 'schema']]);
    assert.deepEqual(teaHouse.owners('urn:example:tea:7'), ['9001']);
  });

  test('trap 14: a namespace of another XEP is not the document\'s own', () => {
    const review = reviewTea(xepSource(example(`<order xmlns='urn:example:tea:0' drinker='a@b.example'/>`), { number: '9002', title: 'Coffee' }));
    assert.deepEqual(review.carriers.map(({ id, own }) => [id, own]), [['urn:example:tea:0 order@drinker', false]]);
  });
});
