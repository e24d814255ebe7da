// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { fragmentCache, parseFragment, readDtd, readFieldRows, readSchema, readXep } from '../../server/src/xep/index.ts';
import { carriersIn, example, reviewTea, xepSource } from './teaHouse.ts';

const schema = `<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:example:tea:0'>
  <xs:element name='order'><xs:complexType><xs:sequence><xs:element ref='sugar'/><xs:element name='pourer' type='xs:string'/></xs:sequence>
    <xs:attribute name='drinker' type='xs:string' use='required'/></xs:complexType></xs:element>
  <xs:element name='sip' type='sipType'/>
  <xs:complexType name='sipType'><xs:simpleContent><xs:extension base='xs:string'><xs:attribute name='at' type='xs:dateTime'/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name='leaf'><xs:simpleType><xs:restriction base='xs:NCName'><xs:enumeration value='green'/><xs:enumeration value='black'/></xs:restriction></xs:simpleType></xs:element>
</xs:schema>`;

/** Names of the rows of field tables in a section. */
function rowsIn(body: string): string[] {
  const text = xepSource(body);
  return readFieldRows(readXep(text), fragmentCache(10)).map(({ name, span }) => {
    assert.equal(text.slice(span.start, span.end), name);
    return name;
  });
}

suite('Traps where carriers hide', () => {
  test('trap 16: a carrier that only the schema declares is found there', () => {
    const review = reviewTea(xepSource(`<code><![CDATA[${schema}]]></code>`));
    const carriers = review.carriers.filter(({ occurrences }) => occurrences[0]?.where === 'schema').map(({ id }) => id);
    assert.deepEqual(carriers, ['urn:example:tea:0 pourer', 'urn:example:tea:0 order@drinker', 'urn:example:tea:0 sip@at']);
  });

  test('trap 16: a schema gives elements and attributes with owner, type and values at exact spans', () => {
    const declarations = readSchema(parseFragment(schema));
    assert.deepEqual(declarations.map(({ element, attribute, type, simple, span }) => [element, attribute, type, simple, schema.slice(span.start, span.end)]), [
      ['order', null, '', false, 'order'], ['pourer', null, 'xs:string', true, 'pourer'], ['order', 'drinker', 'xs:string', true, 'name=\'drinker\''],
      ['sip', null, 'sipType', true, 'sip'], ['sip', 'at', 'xs:dateTime', true, 'name=\'at\''], ['leaf', null, 'xs:NCName', true, 'leaf'],
    ]);
    assert.deepEqual(declarations.at(-1)?.enumeration, ['green', 'black']);
  });

  test('trap 16: a DTD gives elements and attributes at exact spans', () => {
    const dtd = '<!ELEMENT order (pourer?, leaf*)>\n<!ELEMENT leaf (#PCDATA)>\n<!ATTLIST order\n  drinker CDATA #REQUIRED\n  size (small|large) "small">';
    assert.deepEqual(readDtd(dtd).map(({ element, attribute, simple, span }) => [element, attribute, simple, dtd.slice(span.start, span.end)]), [
      ['order', null, false, 'order'], ['leaf', null, true, 'leaf'], ['order', 'drinker', true, 'drinker'], ['order', 'size', true, 'size'],
    ]);
  });

  const tables: readonly { readonly title: string; readonly body: string; readonly rows: readonly string[] }[] = [
    { title: 'a table with a heading', body: '<table><tr><th>Element</th><th>Meaning</th></tr><tr><td>pourer</td><td>Who <em>pours</em></td></tr></table>', rows: ['pourer'] },
    { title: 'names in tags, quotes and angle brackets', body: '<table><tr><td><tt>wish</tt></td><td>a</td></tr><tr><td>&lt;brew/&gt;</td><td>b</td></tr><tr><td>\'sip\'</td><td>c</td></tr><tr><td>"&lt;cup&gt; "\n</td><td>d</td></tr></table>', rows: ['wish', 'brew', 'sip', 'cup'] },
    { title: 'a definition list', body: '<dl><di><dt>brew</dt><dd>How &amp; when</dd></di></dl>', rows: ['brew'] },
    { title: 'rows with a heading of their own, and several cells', body: '<table><tr><th>1</th><td>brew</td><td>x</td><td>y</td></tr></table>', rows: ['brew'] },
    { title: 'names with signs in them', body: '<table><tr><td>muc#room_name</td><td>x</td></tr><tr><td>{x}/y.z-1:a</td><td>x</td></tr><tr><td>&lt; /brew &gt;</td><td>x</td></tr></table>', rows: ['muc#room_name', '{x}/y.z-1:a', 'brew'] },
    { title: 'no headings, single cells and long cells', body: `<table><tr><th>Name</th><th>Use</th></tr><tr><td>brew</td></tr><tr><td>brew${' '.repeat(400)}</td><td>x</td></tr></table>`, rows: [] },
    { title: 'no numbers, no markup and no entities in the first cell', body: '<table><tr><td>7up</td><td>x</td></tr><tr><td>brew &amp; sip</td><td>x</td></tr><tr><td>&brew;</td><td>x</td></tr></table>', rows: [] },
    { title: 'no tables in examples and headers, and none inside another', body: "<example><table><tr><td>brew</td><td>x</td></tr></table></example><code><dl><di><dt>brew</dt></di></dl></code><table><tr><td>sip</td><td><table><tr><td>brew</td><td>x</td></tr></table></td></tr></table>", rows: ['sip'] },
    { title: 'the first name of a definition', body: '<dl><di><dt>brew</dt><dt>sip</dt><dd>x</dd></di><di><dd>x</dd></di></dl>', rows: ['brew'] },
    { title: 'no terms outside a definition, and none so far down in it that another may have begun', body: `<dl><dt>brew</dt><dd>x</dd></dl><dl><di>${' '.repeat(10_000)}<dt>sip</dt></di></dl>`, rows: [] },
    { title: 'long ones to their ends, however alike they begin', body: ['brew', 'sip'].map((name) => `<table><tr><td>cup</td><td>${'x'.repeat(10_000)}</td></tr><tr><td>${name}</td><td>x</td></tr></table>`).join(''), rows: ['cup', 'brew', 'cup', 'sip'] },
    { title: 'no prose in the first cell', body: '<table><tr><td>two words</td><td>x</td></tr><tr><td/><td>y</td></tr></table>', rows: [] },
  ];
  for (const { title, body, rows } of tables) {
    test(`trap 17: field tables are read: ${title}`, () => {
      assert.deepEqual(rowsIn(body), rows);
    });
  }

  test('trap 17: field tables are none in the header', () => {
    const text = xepSource('<p/>').replace('</version>', '</version><remark><table><tr><td>brew</td><td>x</td></tr></table></remark>');
    assert.deepEqual(readFieldRows(readXep(text), fragmentCache(10)), []);
  });

  for (const [cell, name] of [['&lt;t/&gt;', 't/'], ['&lt; gt /&gt;', 'gt /'], ['"<tt>tt</tt>"', 'tt</tt>'], ["<tt class='e'>e</tt>", 'e</tt>'], ["<strong>'s'</strong>", "s'"]] as const) {
    test(`trap 17: the name of a row stands where the reader sees it, not in markup around it: ${cell}`, () => {
      const text = xepSource(`<table><tr><td>${cell}</td><td>x</td></tr></table>`);
      assert.deepEqual(readFieldRows(readXep(text), fragmentCache(10)).map(({ span }) => span.start), [text.indexOf(cell) + cell.lastIndexOf(name)]);
    });
  }

  test('trap 17: a document without any example has the carriers of its table', () => {
    const text = xepSource('<table><tr><th>Name</th><th>Meaning</th></tr><tr><td>brew</td><td>What they drink</td></tr><tr><td>drinker-mail</td><td>Where to write</td></tr></table>');
    assert.deepEqual(carriersIn(text), ['urn:example:tea:0 brew = brew', 'jabber:x:data field[urn:example:tea:form drinker-mail] = drinker-mail']);
  });

  test('trap 17: a carrier that only the prose names is found where it names it most plainly', () => {
    const text = xepSource('<p>Their wishes are many. The &lt;wish/&gt; element carries one.</p>');
    const carrier = reviewTea(text).carriers.find(({ id }) => id === 'urn:example:tea:0 wish');
    assert.deepEqual(carrier?.occurrences.map(({ where, offset, length }) => [where, text.slice(offset - 4, offset + length)]), [['prose', '&lt;wish']]);
  });

  test('trap 17: prose does not name again what an example shows to be none', () => {
    const prose = '<p>The shelf has an id: the <tt>id</tt> attribute.</p>';
    const shown = (content: string): string[] => reviewTea(xepSource(`${prose}${content}`)).carriers.map(({ id, occurrences }) => `${id} ${String(occurrences[0]?.where)}`);
    assert.deepEqual(shown(''), ['urn:example:pantry shelf@id prose']);
    assert.deepEqual(shown(example(`<shelf xmlns='urn:example:pantry' id='3f2a-77'/>`)), []);
  });

  test('trap 17: a name that two verdicts share is found once in prose', () => {
    const carriers = reviewTea(xepSource('<p>The <tt>pourer</tt> element is filled.</p>')).carriers;
    assert.deepEqual(carriers.map(({ id }) => id), ['urn:example:tea:0 pourer']);
  });

  test('trap 18: an address in an odd attribute is told apart by its shape', () => {
    const shelf = (id: string): string[] => carriersIn(xepSource(example(`<shelf xmlns='urn:example:pantry' id='${id}'/>`)));
    assert.deepEqual(shelf('a@b.example'), ['urn:example:pantry shelf@id = id=\'a@b.example\'']);
    assert.deepEqual(shelf('3f2a-77'), []);
    assert.deepEqual(shelf('tea@conference.b.example'), []);
  });

  test('trap 18: an attribute is judged on every element where the entry says so', () => {
    const content = `<pot xmlns='urn:example:tea:0' taster='x'/><lid xmlns='urn:example:tea:0' taster='x'/>`;
    assert.deepEqual(carriersIn(xepSource(example(content))), ['urn:example:tea:0 pot@taster = taster=\'x\'', 'urn:example:tea:0 lid@taster = taster=\'x\'']);
  });

  test('trap 18: a block of plain text or JSON that holds no markup is read without a finding', () => {
    const review = reviewTea(xepSource('<code>{ "drinker": "a@b.example" }</code><code>xmpp:a@b.example?pour;token=1</code>'));
    assert.deepEqual(review.carriers.filter(({ occurrences }) => occurrences[0]?.where === 'example'), []);
    assert.deepEqual(review.problems.filter(({ code }) => code.startsWith('source/')), []);
  });
});
