// SPDX-License-Identifier: MIT
// What operators and projects say of their software: DOAP files, answers of service discovery, and lists of numbers; mostly valid, partly broken.
import fc from 'fast-check';
import { mutated, mutation } from './mutation.ts';

const number = fc.constantFrom('0045', '45', '0191', '0313', '0363', '0030', '9999', '0', '12345', 'inbox/payment-required', '__proto__', 'constructor', '😀');
const status = fc.constantFrom('complete', 'partial', 'planned', 'wontfix', 'removed', 'deprecated', '', 'toString', '__proto__', 'Complete', 'tea &amp; milk');
const version = fc.constantFrom('1.0', '99.0.0', '', 'v1', '1.0rc2', '1'.repeat(400), '__proto__');
const resource = fc.oneof(number.map((it) => `https://xmpp.org/extensions/xep-${it}.html`), number.map((it) => `https://xmpp.org/extensions/inbox/${it}.html`), number, fc.constant('https://xmpp.org/rfcs/rfc6120.html'));
const prefix = fc.constantFrom('', 'xmpp:', 'doap:', '__proto__:', ':');

const supported = fc.record({ prefix, resource, status, version, note: fc.constantFrom('', 'tea', '<b/>', '&#0;', '&tea;', '<![CDATA[x]]>', '<!-- x -->') })
  .map(({ prefix: its, resource: at, status: of, version: said, note }) => `<implements><${its}SupportedXep><${its}xep rdf:resource='${at}'/><${its}status>${of}</${its}status><${its}version>${said}</${its}version><${its}note>${note}</${its}note></${its}SupportedXep></implements>`);
const link = resource.map((at) => `<implements rdf:resource="${at}"/>`);
const category = fc.constantFrom("<category rdf:resource='https://linkmauve.fr/ns/xmpp-doap#category-server'/>", '<category>XMPP client</category>', '<constructor/>', '<__proto__ a="b">x</__proto__>', '<toString/>', '<name>x</name>');
const doap = fc.array(fc.oneof({ weight: 4, arbitrary: supported }, { weight: 2, arbitrary: link }, { weight: 1, arbitrary: category }), { maxLength: 12 })
  .map((parts) => `<?xml version='1.0'?>\n<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://usefulinc.com/ns/doap#' xmlns:xmpp='https://linkmauve.fr/ns/xmpp-doap#'>\n<Project><name>Kettle</name>\n${parts.join('\n')}\n</Project></rdf:RDF>`);

const variable = fc.constantFrom('urn:xmpp:mam:2', 'urn:xmpp:blocking', 'jabber:iq:register', 'http://jabber.org/protocol/muc', 'urn:kettle:0', '', '__proto__', 'constructor', 'identity:server/im', 'FORM_TYPE', 'urn:xmpp:data-policy:0', 'auth-data', 'abuse-addresses', 'http://jabber.org/network/serverinfo');
const value = fc.constantFrom('', 'mailto:ada@kettle.lit', 'urn:xmpp:data-policy:0', 'http://jabber.org/network/serverinfo', 'true', '1', 'P1Y', '__proto__', 'never', '2027-12-31');
const field = fc.record({ variable, values: fc.array(value, { maxLength: 3 }) }).map(({ variable: name, values }) => `<field var='${name}'>${values.map((one) => `<value>${one}</value>`).join('')}</field>`);
const form = fc.record({ type: value, fields: fc.array(field, { maxLength: 5 }) }).map(({ type, fields }) => `<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>${type}</value></field>${fields.join('')}</x>`);
const identity = fc.record({ category: fc.constantFrom('server', 'client', 'conference', '__proto__', ''), type: fc.constantFrom('im', 'text', 'constructor', ''), name: fc.constantFrom('', 'Kettle', '&lt;tea&gt;') }).map(({ category: of, type, name }) => `<identity category='${of}' type='${type}' name='${name}'/>`);
const disco = fc.array(fc.oneof({ weight: 4, arbitrary: variable.map((name) => `<feature var='${name}'/>`) }, { weight: 1, arbitrary: identity }, { weight: 1, arbitrary: form }), { maxLength: 14 })
  .map((parts) => `<iq type='result'><query xmlns='http://jabber.org/protocol/disco#info'>\n${parts.join('\n')}\n</query></iq>`);

const separator = fc.constantFrom(' ', ', ', '\n', '\r\n', '\r', '; ', '\t', ' # tea\n', ': Multi-User Chat\n');
const list = fc.array(fc.record({ word: fc.oneof(number, version, resource, fc.constantFrom('XEP-0045', 'XEP-0001..0400', '* 0045', '- XEP-0191: Blocking', '#', '0045#1', 'v1.2', '(0045)')), separator }), { maxLength: 16 })
  .map((parts) => parts.map(({ word, separator: after }) => word + after).join(''));

const breaks = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) });

/** Texts that `deployment` is given. */
export const deploymentText: fc.Arbitrary<string> = fc.record({ text: fc.oneof(doap, disco, list), before: fc.constantFrom('', '\ufeff', '\n', '<!DOCTYPE x [<!ENTITY tea "x">]>'), breaks }).map(({ text, before, breaks: some }) => mutated(before + text, some));

/** Very much of one thing that such a text is made of. */
export const deploymentConstructs: Readonly<Record<string, (count: number) => string>> = {
  'supported XEPs': (count) => `<Project>${'<SupportedXep><xep resource="xep-0045"/></SupportedXep>'.repeat(count)}</Project>`,
  'links to XEPs': (count) => `<Project>${'<implements resource="xep-0045"/>'.repeat(count)}</Project>`,
  'parts of one supported XEP': (count) => `<Project><SupportedXep>${'<since>1</since>'.repeat(count)}</SupportedXep></Project>`,
  'elements in elements': (count) => `<Project>${'<a>'.repeat(count)}${'</a>'.repeat(count)}</Project>`,
  'attributes on one element': (count) => `<Project><a ${Array.from({ length: count }, (_unused, index) => `b${index}='c'`).join(' ')}/></Project>`,
  'attributes of one name': (count) => `<Project><a ${"b='c' ".repeat(count)}/></Project>`,
  'characters of an address': (count) => `<Project><implements resource='${'/inbox/x-xep-0045.'.repeat(count)}'/></Project>`,
  'spaces of a text': (count) => `<Project><name>a${' '.repeat(count)}b</name></Project>`,
  'references of a text': (count) => `<Project><name>${'&amp;'.repeat(count)}</name></Project>`,
  'comments': (count) => `<Project>${'<!-- x -->'.repeat(count)}</Project>`,
  'comments that never close': (count) => `<Project>${'<!-- x '.repeat(count)}</Project>`,
  'CDATA sections that never close': (count) => `<Project>${'<![CDATA[ x '.repeat(count)}</Project>`,
  'quotes of a DOCTYPE': (count) => `<!DOCTYPE x [${'"\''.repeat(count)}]><Project/>`,
  'DOCTYPEs': (count) => `${'<!DOCTYPE x []>'.repeat(count)}<Project/>`,
  'answers': (count) => `<a>${"<query><feature var='urn:x'/></query>".repeat(count)}</a>`,
  'features': (count) => `<query>${Array.from({ length: count }, (_unused, index) => `<feature var='urn:x:${index}'/>`).join('')}</query>`,
  'characters of a feature': (count) => `<query><feature var='${'urn:xmpp:mam:'.repeat(count)}'/></query>`,
  'identities': (count) => `<query>${Array.from({ length: count }, (_unused, index) => `<identity category='x${index}' type='y'/>`).join('')}</query>`,
  'forms': (count) => `<query><feature var='x'/>${"<x><field var='FORM_TYPE'><value>urn:x</value></field></x>".repeat(count)}</query>`,
  'fields of a form': (count) => `<query><feature var='x'/><x><field var='FORM_TYPE'><value>urn:xmpp:data-policy:0</value></field>${"<field var='auth-data'><value>x</value></field>".repeat(count)}</x></query>`,
  'values of a field': (count) => `<query><feature var='x'/><x><field var='FORM_TYPE'><value>urn:xmpp:data-policy:0</value></field><field var='auth-data'>${'<value>x</value>'.repeat(count)}</field></x></query>`,
  'numbers': (count) => '0045 '.repeat(count),
  'numbers that nobody knows': (count) => Array.from({ length: count }, (_unused, index) => `${(index % 9000) + 1000}`).join('\n'),
  'words of garbage': (count) => 'tea '.repeat(count),
  'characters of a word': (count) => '0045-'.repeat(count),
  'dots of a version': (count) => `0045 ${'1.'.repeat(count)}`,
  'spaces of a line': (count) => `0045${' '.repeat(count)}x`,
  'commas': (count) => ','.repeat(count),
  'lines of a list': (count) => '- XEP-0045: Multi-User Chat v\n'.repeat(count),
  'versions in a title': (count) => `0045 ${'version '.repeat(count)}`,
  'comment signs': (count) => `0045 ${'#1'.repeat(count)}`,
};
