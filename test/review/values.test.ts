// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { mayBeSomebodys, phoneDigits } from '../../server/src/review/phoneNumber.ts';
import { realAddress, realPhone } from '../../server/src/review/realAddress.ts';
import { valueShape } from '../../server/src/review/shape.ts';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { reviewOrchard } from './orchard.ts';

suite('the shape of a value', () => {
  for (const [value, shape] of [
    ['otto@orchard.example', 'user-jid'], ['otto@orchard.example/shed', 'user-jid'], ['otto%gate.example@gateway.example', 'user-jid'], [' otto@orchard.example\n', 'user-jid'], ['otto@localhost', 'user-jid'],
    ['orchard.example', 'domain'], ['pubsub.orchard.example', 'domain'], ['conference.orchard.example', 'domain'], ['orchard.example/bot', 'domain'],
    ['pears@chat.orchard.example', 'room-jid'], ['pears@conference.orchard.example', 'room-jid'], ['pears@muc2.orchard.example', 'room-jid'],
    ['pears@chat.orchard.example/otto', 'occupant-jid'], ['7#pears@mix.orchard.example/otto', 'occupant-jid'],
    ['sha1+00ff@bob.xmpp.org', undefined], ['a1b2@id.internal', undefined], ['mailto:otto@orchard.example', 'email'], ['tel:+15550100', 'phone'], ['+1 555 0100', 'phone'], ['(555) 010-0', undefined],
    ['192.0.2.7', 'ip'], ['256.0.2.7', undefined], ['2001:db8::7', 'ip'], ['08:15:30', undefined], ['https://orchard.example/otto@home', 'uri'], ['urn:orchard:1', 'uri'], ['xmpp:otto@orchard.example', 'uri'],
    ['303 308 3282', 'phone'], ['123 4567', 'phone'], ['12 34 56', undefined], ['303 308 3282 ext', undefined], ['+12345678', 'phone'], ['+12345678x', undefined], ['a+12345678', undefined], ['urn:tel:12345', 'uri'], ['https://orchard.example/mailto:otto@orchard.example', 'uri'],
    ['geo:1.0,2.0', 'uri'], ['tea.ex', 'domain'], ['orchard.example?pick', undefined], ['mylocalhost', undefined], ['localhosts', undefined], ['localhost', 'domain'], ['otto@home.chat.example', 'user-jid'], ['otto@chatty.example', 'user-jid'],
    ['pears@room.orchard.example', 'room-jid'], ['pears@rooms.orchard.example', 'room-jid'], ['pears@channel.orchard.example', 'room-jid'], ['pears@group.orchard.example', 'room-jid'], ['a@notbob.xmpp.org', 'user-jid'], ['a@bob.xmpp.org.example', 'user-jid'], ['a@id.internal.example', 'user-jid'],
    ['255.249.199.99', 'ip'], ['99.199.249.255', 'ip'], ['299.1.1.1', undefined], ['1.1.1.299', undefined], ['1.2.3.4.5', undefined], ['dead:beef::7', 'ip'], ['1:2:3:4:5:6:7:8', 'ip'], ['1:2:3:4:5:6:7', undefined], ['1:2:3:4:5:6:7:8:9', undefined], ['1::', 'ip'], ['::', undefined], [':::', undefined],
    ['::ffff:192.0.200.77', 'ip'], ['1:2:3:4:5:6:192.0.2.7', 'ip'], ['1:2:3:4:5:192.0.2.7', undefined], ['::ffff:192.0.2', undefined], ['::192.0.2.7:1', undefined], ['192.0.2.7::', undefined], ['1::2::3', undefined], ['1:::2', undefined], ['1::2:3:4:5:6:7:8', undefined], ['12345::', undefined], ['::g', undefined], ['x::1', undefined],
    ['', undefined], ['pear', undefined], ['otto@', undefined], ['@orchard.example', undefined], ['otto at orchard.example', undefined], ['a/b@orchard.example', undefined], [`${'o'.repeat(301)}@orchard.example`, undefined],
  ] as const) {
    test(`${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value)} is ${shape ?? 'nothing special'}`, () => {
      assert.equal(valueShape(value), shape);
    });
  }

  for (const [value, shown] of [
    ['otto@orchard.example', ['jid', []]], ['otto@orchard.example/shed', ['jid', ['device-client']]], ['pears@chat.orchard.example/otto', ['pseudonym', []]], ['pears@chat.orchard.example', undefined], ['orchard.example', undefined], ['a1b2@id.internal', undefined],
  ] as const) {
    test(`${value} as the address of a stanza is ${shown ? `shown as ${shown[0]}` : 'not shown'}`, () => {
      const { carriers } = reviewOrchard(xepSource({ body: exampleSection(`<iq to='${value}' id='otto@orchard.example' type='get'/>`) }));
      assert.deepEqual(carriers.map(({ id, category, also, baseline, own }) => [id, category, also, baseline, own]), shown ? [['jabber:client iq@to', ...shown, true, false]] : []);
    });
  }
});

suite('an address that somebody may own', () => {
  for (const value of [
    'otto@orchard.example', 'otto@example.org/shed', 'otto@mail.example.com', 'otto@orchard.test', 'otto@orchard.invalid', 'otto@localhost', 'otto@orchard.lit', 'otto@EXAMPLE.NET', 'pears@chat.orchard.org', 'orchard.org', 'pear',
    '192.0.2.1', '198.51.100.255', '203.0.113.9', '10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.0.1', '127.0.0.1', '169.254.1.1', '0.0.0.0', '255.255.255.0', '2001:db8::1', '2001:DB8:0:0:0:0:0:1', 'fe80::1', 'fd00::1', '::1', ' 192.0.2.1 ', '3fff:0:1::7', '3fff::1',
    '10.12.0.1', '127.12.0.1', '172.20.0.1', '3fff:abc:1::7', '3fff:0abc:1::7', 'fc12:3456::1', '::', 'otto@orchard.l1t', 'otto@orchard.org.l1t',
  ]) {
    test(`is not ${value.trim()}${value === value.trim() ? '' : ' between spaces'}`, () => {
      assert.equal(realAddress(value), undefined);
    });
  }

  for (const [value, host, instead] of [
    ['otto@orchard.org', 'orchard.org', /reserved domain/], ['otto@orchard.org/shed', 'orchard.org', /reserved domain/], ['otto@example.orchard.org', 'orchard.org', /reserved domain/], ['otto@notexample.org', 'notexample.org', /reserved domain/],
    ['9.9.9.9', '9.9.9.9', /RFC 5737/], ['172.32.0.1', '172.32.0.1', /RFC 5737/], ['172.15.0.1', '172.15.0.1', /RFC 5737/], ['192.0.20.1', '192.0.20.1', /RFC 5737/], ['2001:4860::8', '2001:4860::8', /RFC 3849/], ['3fff:1000::1', '3fff:1000::1', /RFC 3849/], ['101.2.3.4', '101.2.3.4', /RFC 5737/],
    ['9.10.1.2', '9.10.1.2', /RFC 5737/], ['fd0::1', 'fd0::1', /RFC 3849/], ['::12', '::12', /RFC 3849/], ['otto@orchard.xn--p1ai', 'orchard.xn--p1ai', /reserved domain/],
  ] as const) {
    test(`is ${value}`, () => {
      const found = realAddress(value) ?? assert.fail('passed over');
      assert.ok(found.host.endsWith(host), found.host);
      assert.match(found.instead, instead);
    });
  }

  test('is reported once, at the value itself', () => {
    const text = xepSource({ body: exampleSection("<iq from='otto@orchard.org/shed' to='nell@orchard.org'/><iq from='otto@orchard.example'/>") });
    const found = reviewOrchard(text).problems.filter((problem) => problem.code === 'example/real-address');
    assert.deepEqual(found.map(({ offset, length, severity }) => [text.slice(offset, offset + length), severity]), [['otto@orchard.org/shed', 'information']]);
  });
});

suite('where a value stands that somebody may own', () => {
  const slices = (example: string): string[] => {
    const text = xepSource({ body: exampleSection(example) });
    return reviewOrchard(text).problems.filter(({ code }) => code === 'example/real-address').map(({ offset, length }) => text.slice(offset, offset + length));
  };
  const hut = (content: string): string => `<hut xmlns='urn:orchard:harvest:1'${content}</hut>`;
  const field = (content: string): string => `<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:orchard:form</value></field><field var='ladder-owner'${content}</x>`;

  for (const [where, example] of [
    ['the text of an element', hut('>otto@orchard.org')], ['text with white space around it', hut('>\n  otto@orchard.org \n')], ['an element of its own', hut('><uri>otto@orchard.org</uri>')], ['an element of its own behind white space', hut("> \n<a:uri-of type='x'>otto@orchard.org</a:uri-of>")],
    ['an attribute in single quotes', "<pick xmlns='urn:orchard:harvest:1' picker='otto@orchard.org'/>"], ['an attribute in double quotes', '<pick xmlns="urn:orchard:harvest:1" picker = "otto@orchard.org"/>'],
    ['a field', field('><value>otto@orchard.org</value></field>')], ['a field that is required', field('>\n  <required/>\n  <value>otto@orchard.org</value></field>')], ['an element with more attributes', hut(" a='1' b='2'>otto@orchard.org")],
  ] as const) {
    test(`is ${where}`, () => assert.deepEqual(slices(example), ['otto@orchard.org']));
  }

  for (const [where, example] of [
    ['behind an element that closes itself', "<pick xmlns='urn:orchard:harvest:1'><hut/>otto@orchard.org</pick>"], ['behind an element inside', hut('><b/>otto@orchard.org')], ['before an element inside', hut('>otto@orchard.org<b/>')], ['among references', hut('>&lt;otto@orchard.org')],
    ['in a long text', hut(`>${'o'.repeat(90)}@orchard.org`)], ['behind a description', field('><desc>Owner</desc><value>otto@orchard.org</value></field>')], ['in the next field', field("/><field var='stool'><value>otto@orchard.org</value></field>")],
    ['in a field without a value', field('>otto@orchard.org</field>')], ['far behind its field', field(`>${' '.repeat(120)}<value>otto@orchard.org</value></field>`)], ['behind a tag without end', "<pick xmlns='urn:orchard:harvest:1'><hut <b>otto@orchard.org</b></pick>"],
    ['in a list of values', field('><value>pear</value><value>otto@orchard.org</value></field>')], ['nothing', hut('> ')], ['behind a wrapper that closes itself', hut("><uri a='b'/>otto@orchard.org")],
    ['behind a very long tag', hut(` a='${'x'.repeat(250)}'>otto@orchard.org`)],
  ] as const) {
    test(`is not ${where}`, () => assert.deepEqual(slices(example), []));
  }

  test('is nothing in escaped text, where quotes are references, nor in schemas and prose', () => {
    const text = xepSource({ number: '9001', version: '1.2', body: `<section1 topic='Use'><p>The hut is &lt;hut&gt;otto@orchard.org&lt;/hut&gt;.</p><example>&lt;pick xmlns='urn:orchard:harvest:1' picker=&quot;otto@orchard.org&quot;/></example></section1>` });
    assert.deepEqual(reviewOrchard(text).problems.filter(({ code }) => code === 'example/real-address'), []);
  });

  test('is its first one, and each host counts once', () => {
    assert.deepEqual(slices("<iq from='otto@orchard.example' to='otto@orchard.org'/><iq from='nell@orchard.org/shed' to='nell@garden.org'/>"), ['otto@orchard.org', 'nell@garden.org']);
  });

  test('is an attribute where it looks like a network address, and text only where one is expected', () => {
    assert.deepEqual(slices(`<pick xmlns='urn:orchard:harvest:1' picker='9.9.9.9'/>${hut('>8.8.8.8')}${hut('>2001:4860::8')}`), ['9.9.9.9', '2001:4860::8']);
    assert.deepEqual(slices("<gate xmlns='urn:orchard:gate:0'><ip>9.9.9.9</ip></gate>"), ['9.9.9.9']);
  });
});

const bundled = bundledDataset();

suite('a telephone number that somebody may own', () => {
  test('is told without the white space around it', () => {
    assert.equal(realPhone(' 303-308-3282\n')?.host, '303-308-3282');
  });

  for (const value of ['555-0100', '303-555-0199', '+1 303 555 0142', '1-800-555-0100', 'tel:+1-303-555-0100;ext=5', '+44 20 7946 0018', '020 7946 0999', '01632 960001', '07700 900123', '+33 1 99 00 12 34', '06 39 98 12 34', '+49 30 23125 111', '030 23125 999', '+61 491 570 006', '(02) 5550 1234', '+46 8 465 004 01', '031-390 06 01', '0980-319 212', '040-628 04 56', '070-174 06 05', '+353 20 912 3456', '020 912 3456', '1111111', '1234567890', '0123456789']) {
    test(`is not ${value}`, () => assert.ok(!mayBeSomebodys(phoneDigits(value) ?? assert.fail('no number'))));
  }

  for (const value of ['303-555-1212', '+1-303-308-3282', '+13033083282', '555-1212', '+44 20 7947 0018', '07700 901123', '+33 1 98 00 12 34', '+49 30 23126 111', '+55501991234', '(303) 308.3282', '089 555 0142', '+21 25 55 01 42', '4321-56-7', '43 2156-78-90', '+123456789012345']) {
    test(`is ${value}`, () => assert.ok(mayBeSomebodys(phoneDigits(value) ?? assert.fail('no number'))));
  }

  test('is one that is a digit longer than those for fiction, before or behind', () => {
    for (const value of ['+1 303 555 0142', '+44 20 7946 0018', '+33 1 99 00 12 34', '+49 30 23125 111', '+61 491 570 006', '+46 8 465 004 01', '+353 20 912 3456']) {
      assert.deepEqual([value, `${value}7`, value.replace('+', '+9')].map((one) => mayBeSomebodys(phoneDigits(one) ?? assert.fail('no number'))), [false, true, true], value);
    }
    assert.deepEqual(['303 555 0142', '303 555 01427', '9303 555 0142'].map((one) => mayBeSomebodys(phoneDigits(one) ?? assert.fail('no number'))), [false, true, true]);
  });

  for (const value of ['2002-09-10', '2002-09-10 23:08', '80210', '12', 'ext. 5', '192.0.2.1:5222', 'call me at 303-308-3282', '123456', '1234567890123456', '303tel:3083282', '']) {
    test(`is none of these texts: "${value}"`, () => assert.equal(phoneDigits(value), undefined));
  }

  const found = (example: string): string[] => reviewXep('x.xml', xepSource({ body: exampleSection(example) }), bundled).problems.filter(({ code }) => code === 'example/real-address').map(({ message }) => message);
  const message = (value: string): string => `"${value}" may belong to somebody: use a number from 555-0100 to 555-0199.`;

  test('is found as the text of an element, in a URI and in a form field, once however it is written', () => {
    assert.deepEqual(found("<vCard xmlns='vcard-temp'><TEL><NUMBER>303-308-3282</NUMBER></TEL><TEL><NUMBER>303 308 3282</NUMBER></TEL><TEL><NUMBER>303-555-0100</NUMBER></TEL></vCard>"), [message('303-308-3282')]);
    assert.deepEqual(found("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><tel><uri>tel:+1-303-308-3282</uri></tel></vcard>"), [message('tel:+1-303-308-3282')]);
    assert.deepEqual(found("<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:kettle:form</value></field><field var='phone'><value>303-308-3282</value></field></x>"), [message('303-308-3282')]);
  });

  test('is found in a URI whatever its place is called, and elsewhere only where the name says so', () => {
    assert.deepEqual(found("<addr xmlns='urn:xmpp:reach:0' uri='tel:+13033083282'/>"), [message('tel:+13033083282')]);
    assert.deepEqual(found("<vCard xmlns='vcard-temp'><EMAIL><USERID>303-308-3282</USERID></EMAIL></vCard>"), []);
    assert.deepEqual(found("<vCard xmlns='vcard-temp'><EMAIL><USERID>303-308-3282</USERID></EMAIL><TEL><NUMBER>303-308-3282</NUMBER></TEL></vCard>"), [message('303-308-3282')]);
  });

  test('is not looked for where digits mean something else', () => {
    assert.deepEqual(found("<vCard xmlns='vcard-temp'><ADR><PCODE>80210-1234</PCODE></ADR><TEL><NUMBER>5551</NUMBER></TEL></vCard><query xmlns='jabber:iq:version'><version>4.3.2.1</version></query>"), []);
  });
});

suite('a name that nobody has judged', () => {
  const gate = (attributes: string, content = ''): ReturnType<typeof reviewOrchard>['carriers'] => reviewOrchard(xepSource({ title: 'Gate', body: exampleSection(`<gate xmlns='urn:orchard:gate:0' ${attributes}>${content}</gate>`) })).carriers;

  for (const [attribute, category] of [["ip='192.0.2.7'", 'network-address'], ["email='otto@orchard.example'", 'contact-details'], ["visitor='otto@orchard.example'", 'jid'], ["reached='192.0.2.7'", 'network-address']] as const) {
    test(`is inferred to be ${category}, and says why: ${attribute}`, () => {
      const [carrier] = gate(attribute);
      assert.equal(carrier?.category, category);
      assert.equal(carrier.basis, 'inferred');
      assert.equal(carrier.own, true);
      assert.deepEqual(carrier.verdict, { entry: null, source: '' });
      assert.match(carrier.note, /^May be personal data: .+\.$/);
    });
  }

  test('tells the reasons that it has', () => {
    assert.match(gate("visitor='otto@orchard.example'")[0]?.note ?? '', /its example values look like account addresses/);
    assert.match(gate("ip='192.0.2.7'")[0]?.note ?? '', /its example values look like IP addresses/);
    assert.match(gate("picker='otto@orchard.example'")[0]?.note ?? '', /"picker" carries it in 1 of 1 XEPs that have the name/);
    assert.match(gate('', '<password>s3cret</password>')[0]?.note ?? '', /the name "password" is one that such data has elsewhere/);
  });

  for (const attributes of ["width='80'", "version='1.0'", "required='true'", "id='g1'", "type='set'", "count='3'"]) {
    test(`is passed over where nothing speaks for a person: ${attributes}`, () => {
      assert.deepEqual(gate(attributes), []);
    });
  }

  test('is not inferred in a namespace that somebody has judged', () => {
    assert.deepEqual(reviewOrchard(xepSource({ number: '9001', version: '1.2', body: exampleSection("<pick xmlns='urn:orchard:harvest:1' password='s3cret'/>") })).carriers.filter((carrier) => carrier.basis === 'inferred'), []);
  });
});
