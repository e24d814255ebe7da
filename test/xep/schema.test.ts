// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { parseFragment, readDtd, readSchema } from '../../server/src/xep/index.ts';

const schema = (content: string, attributes = "targetNamespace='urn:tea'"): string => `<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' ${attributes}>${content}</xs:schema>`;
/** Declarations as `element@attribute: type (values)`, `+` for an element with elements in it. */
const declared = (text: string): string[] => readSchema(parseFragment(text)).map(({ element, attribute, type, enumeration, simple, namespace }) => {
  assert.equal(namespace, 'urn:tea');
  return `${element}${attribute === null ? '' : `@${attribute}`}: ${type}${enumeration.length > 0 ? ` (${enumeration.join()})` : ''}${simple ? '' : ' +'}`;
});
const complex = (content: string, name = ''): string => `<xs:complexType${name === '' ? '' : ` name='${name}'`}>${content}</xs:complexType>`;

suite('a schema', () => {
  for (const [what, content, expected] of [
    ['an element with its type', "<xs:element name='pot' type='xs:string'/>", ['pot: xs:string']], ['no element without a name, and none that only refers to one', "<xs:element ref='pot'/><xs:element name=''/><xs:element/>", []],
    ['an attribute of the element around it, not of one further out', `<xs:element name='pot'>${complex(`<xs:sequence><xs:element name='lid'>${complex("<xs:attribute name='size' type='xs:int'/>")}</xs:element></xs:sequence><xs:attribute name='hue'/>`)}</xs:element>`, ['pot:  +', 'lid: ', 'lid@size: xs:int', 'pot@hue: ']],
    ['attributes of a named type for all elements that use it', `<xs:element name='pot' type='t:vessel'/><xs:element name='cup' type='vessel'/><xs:element name='mat' type='xs:string'/>${complex("<xs:attribute name='size'/>", 'vessel')}`, ['pot: t:vessel', 'cup: vessel', 'mat: xs:string', 'pot@size: ', 'cup@size: ']],
    ['attributes of a type that an element extends', `<xs:element name='pot'>${complex("<xs:complexContent><xs:extension base='vessel'/></xs:complexContent>")}</xs:element>${complex("<xs:attribute name='size'/>", 'vessel')}`, ['pot: vessel', 'pot@size: ']],
    ['attributes of a type that an element restricts', `<xs:element name='pot'>${complex("<xs:complexContent><xs:restriction base='vessel'/></xs:complexContent>")}</xs:element>${complex("<xs:attribute name='size'/>", 'vessel')}`, ['pot: vessel', 'pot@size: ']],
    ['attributes of a group that an element uses', `<xs:element name='pot'>${complex("<xs:attributeGroup ref='looks'/>")}</xs:element><xs:attributeGroup name='looks'><xs:attribute name='hue'/></xs:attributeGroup>`, ['pot: ', 'pot@hue: ']],
    ['attributes of what the type of an element is built on, however far', `<xs:element name='pot' type='kettle'/><xs:element name='mat' type='thing'/>${complex("<xs:complexContent><xs:extension base='vessel'><xs:attribute name='watts'/></xs:extension></xs:complexContent>", 'kettle')}${complex("<xs:complexContent><xs:extension base='thing'><xs:attributeGroup ref='looks'/></xs:extension></xs:complexContent>", 'vessel')}<xs:attributeGroup name='looks'><xs:attribute name='hue'/><xs:attributeGroup ref='sight'/></xs:attributeGroup><xs:attributeGroup name='sight'><xs:attribute name='gloss'/></xs:attributeGroup>${complex("<xs:attribute name='size'/>", 'thing')}`, ['pot: kettle', 'mat: thing', 'pot@watts: ', 'pot@hue: ', 'pot@gloss: ', 'mat@size: ', 'pot@size: ']],
    ['attributes of types that are built on each other in a circle once', `<xs:element name='pot' type='lid'/>${complex("<xs:extension base='pan'/>", 'lid')}${complex("<xs:extension base='lid'/><xs:attribute name='size'/>", 'pan')}`, ['pot: lid', 'pot@size: ']],
    ['no attributes of what nobody uses', `${complex("<xs:attribute name='size'/><xs:extension base='thing'/>", 'vessel')}${complex("<xs:attribute name='age'/>", 'thing')}<xs:attribute name='loose'/>`, []],
    ['no attributes of an own type that is called as a type of XML Schema', `<xs:element name='pot' type='xs:string'/><xs:element name='lid' type='xsd:string'/>${complex("<xs:attribute name='size'/>", 'string')}`, ['pot: xs:string', 'lid: xsd:string']],
    ['each owner once', `<xs:element name='pot' type='vessel'/><xs:element name='pot' type='vessel'/>${complex("<xs:attribute name='size'/>", 'vessel')}`, ['pot: vessel', 'pot: vessel', 'pot@size: ']],
    ['the values of an element and of an attribute, each its own', `<xs:element name='pot'>${complex("<xs:attribute name='hue'><xs:simpleType><xs:restriction base='xs:NCName'><xs:enumeration value='red'/><xs:enumeration/></xs:restriction></xs:simpleType></xs:attribute>")}</xs:element><xs:element name='lid'><xs:simpleType><xs:restriction base='xs:token'><xs:enumeration value='on'/></xs:restriction></xs:simpleType></xs:element>`, ['pot: ', 'pot@hue: xs:NCName (red,)', 'lid: xs:token (on)']],
    ['elements that hold others', ['sequence', 'choice', 'all'].map((kind) => `<xs:element name='${kind}'>${complex(`<xs:${kind}><xs:element ref='lid'/></xs:${kind}>`)}</xs:element>`).join(''), ['sequence:  +', 'choice:  +', 'all:  +']],
    ['the values and the type of an element in another for the inner one only', `<xs:element name='pot'>${complex("<xs:choice><xs:element name='lid'><xs:simpleType><xs:restriction base='xs:token'><xs:enumeration value='on'/></xs:restriction></xs:simpleType></xs:element></xs:choice>")}</xs:element>`, ['pot:  +', 'lid: xs:token (on)']],
    ['no names but those of elements and attributes', "<xs:simpleType name='hue'/><xs:group name='lids'/><xs:element name='pot'><xs:key name='id'/></xs:element>", ['pot: ']],
  ] as const) {
    test(`declares ${what}`, () => assert.deepEqual(declared(schema(content)), expected));
  }

  test('without a prefix, or in parts, is read alike', () => {
    assert.deepEqual(declared("<schema xmlns='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:tea'><element name='pot'><complexType><attribute name='hue'/></complexType></element></schema>"), ['pot: ', 'pot@hue: ']);
    assert.deepEqual(['<xs:element name="pot"/>', '<xsd:element name="pot"/>', '<other:element name="pot"/>', '<element name="pot"/>'].map((part) => readSchema(parseFragment(part)).map(({ namespace, element }) => [namespace, element])), [[[null, 'pot']], [[null, 'pot']], [], []]);
  });

  test('in other elements, or whose prefix is declared for something else, is read alike', () => {
    assert.deepEqual(declared(`<types xmlns='urn:kitchen'><element name='no'/>${schema("<xs:element name='pot'/>")}</types>`), ['pot: ']);
    assert.deepEqual(['xs', 'xsd', 'axs'].flatMap((prefix) => declared(`<${prefix}:schema xmlns:${prefix}='urn:mistaken' targetNamespace='urn:tea'><${prefix}:element name='${prefix}'/></${prefix}:schema>`)), ['xs: ', 'xsd: ']);
  });

  test('whose types and elements would multiply declares each attribute, but no more for all of them than a limit', () => {
    const elements = (count: number): string => Array.from({ length: count }, (_, at) => `<xs:element name='pot${at}' type='vessel'/>`).join('');
    const attributes = (count: number): string => complex(Array.from({ length: count }, (_, at) => `<xs:attribute name='a${at}'/>`).join(''), 'vessel');
    assert.deepEqual([readSchema(parseFragment(schema(elements(50) + attributes(2)))).length, readSchema(parseFragment(schema(elements(1000) + attributes(1)))).length], [50 + 50 * 2, 1000 + 100]);
    const many = readSchema(parseFragment(schema(elements(1000) + attributes(1000))));
    assert.ok(many.length < 12_000, String(many.length));
    assert.equal(new Set(many.map(({ attribute }) => attribute)).size, 1 + 1000);
  });

  test('without a target namespace declares names without one, and each of several its own', () => {
    const text = schema("<xs:element name='pot'/>", '') + schema("<xs:element name='lid'/>", "targetNamespace='urn:lid'");
    assert.deepEqual(readSchema(parseFragment(text)).map(({ namespace, element }) => `{${String(namespace)}}${element}`), ['{}pot', '{urn:lid}lid']);
  });
});

suite('a DTD', () => {
  const read = (dtd: string): string[] => readDtd(dtd).map(({ element, attribute, simple, namespace, span, type, enumeration }) => {
    assert.deepEqual([namespace, type, enumeration, dtd.slice(span.start, span.end)], [null, '', [], attribute ?? element]);
    return `${element}${attribute === null ? '' : `@${attribute}`}${simple ? '' : ' +'}`;
  });

  test('declares elements, those that hold others apart', () => {
    assert.deepEqual(read('<!ELEMENT pot (lid?, tea+)>\n<!ELEMENT   lid (#PCDATA)>\n<!ELEMENT tea EMPTY>\n<!ELEMENT t:cup ( (tea|milk)* )>\n<!ELEMENT mixed (#PCDATA|tea)*>'), ['pot +', 'lid', 'tea', 't:cup +', 'mixed']);
  });

  test('declares attributes of every type', () => {
    assert.deepEqual(read("<!ATTLIST pot\n  id ID #REQUIRED\n  of IDREF #IMPLIED\n  hue (red | blue) 'red'\n  made NMTOKEN #IMPLIED by NMTOKENS #IMPLIED\n  x:size   CDATA '3'>"), ['pot@id', 'pot@of', 'pot@hue', 'pot@made', 'pot@by', 'pot@x:size']);
    assert.deepEqual(read('<!ATTLIST pot hue CDATA'), ['pot@hue']);
    assert.deepEqual(read('<!ENTITY pot "tea"><!ELEMENT pot'), ['pot']);
  });

  test('has the place of an attribute that is called as its element', () => {
    const dtd = '<!ATTLIST pot size CDATA #IMPLIED pot CDATA #IMPLIED>';
    assert.deepEqual(readDtd(dtd).map(({ span }) => span.start), [dtd.indexOf('size'), dtd.lastIndexOf('pot')]);
  });
});
