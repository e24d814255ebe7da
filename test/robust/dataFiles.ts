// SPDX-License-Identifier: MIT
// The files that a workspace keeps beside its sources: mostly valid, partly broken.
import fc from 'fast-check';
import { mutated, mutation } from './mutation.ts';

const word = fc.constantFrom('kettle', 'xep-0191', 'tea', 'Known to everybody.', '*', '2027-12-31', 'carrier/jid', 'considerations/privacy-missing', 'urn:xmpp:blocking item@jid', '😀', 'a "quoted" one', 'two\nlines', '__proto__', 'constructor', 'toString');
const anything = fc.oneof(word, fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>);

/** An object of the members given, each of them now and then missing, or something else. */
const record = (members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> => (
  fc.record(Object.fromEntries(Object.entries(members).map(([name, value]) => [name, fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: anything })])), { requiredKeys: Object.keys(members).filter((_name, index) => index < 3) })
);

export const soundIgnore = fc.record({ document: fc.constantFrom('xep-0191', 'kettle', '*'), carrier: fc.constantFrom('urn:xmpp:blocking item@jid', 'urn:kettle:0 brew@user'), reason: fc.constantFrom('Known.', 'Ünal says so. 😀') });

const ignore = fc.oneof({ weight: 3, arbitrary: soundIgnore as fc.Arbitrary<object> }, { weight: 1, arbitrary: record({ document: word, code: word, reason: word, author: word, until: word, colour: word }) });
const override = record({ document: word, level: fc.constantFrom('none', 'low', 'medium', 'high', 'extreme'), reason: word });

const carrier = record({ in: fc.constantFrom('urn:kettle:0', 'urn:xmpp:blocking'), match: fc.array(fc.constantFrom('brew', 'brew@user', '*', '*@*', ''), { maxLength: 3 }), category: fc.constantFrom('jid', 'pseudonym', 'location', 'tea', '__proto__', 'constructor'), note: word, source: word, when: fc.constantFrom<unknown>({ shape: 'user-jid' }, {}, 1) });

export const entry = record({
  protoxep: fc.constantFrom('kettle', 'tea'), title: fc.constantFrom('Kettle', 'Tea'), reviewed: fc.constant({ version: '0.0.1', date: '2026-11-27' }), kind: fc.constantFrom('protocol', 'process', 'poem'),
  relevance: fc.record({ level: fc.constantFrom('none', 'low', 'medium', 'high'), codes: fc.subarray(['H1', 'M4', 'L5']), reason: fc.constant('Made up for a test.'), tags: fc.constant([]) }),
  namespaces: fc.subarray(['urn:kettle:0', 'urn:tea:1']), formTypes: fc.constant([]), carriers: fc.array(carrier, { maxLength: 3 }), containers: fc.constant([]), controls: fc.constant([]), notPersonal: fc.constant([]),
});

const breaks = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) });
const spaced = fc.constantFrom(0, 1, 2, '\t');
const text = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> => fc.record({ value, spaced, breaks }).map(({ value: it, spaced: by, breaks: some }) => mutated(JSON.stringify(it, null, by) ?? '', some));

/** Texts of `.xep-gdpr.json`. */
export const workspaceText = text(fc.record({ ignore: fc.array(ignore, { maxLength: 4 }), entries: fc.array(entry, { maxLength: 2 }), overrides: fc.array(override, { maxLength: 2 }) }, { requiredKeys: [] }));

/** Texts for `--dataset`. */
export const datasetText = text(fc.oneof(entry, fc.array(entry, { maxLength: 3 }), fc.record({ entries: fc.array(entry, { maxLength: 3 }) }), anything));

const known = record({ document: word, title: word, carrier: fc.constantFrom('urn:xmpp:blocking item@jid', 'urn:kettle:0 brew@user'), until: fc.constantFrom('2001-01-01', '2099-12-31') });
const knownProblem = record({ document: word, title: word, code: fc.constantFrom('considerations/privacy-missing', '__proto__'), about: word });
const knownLevel = record({ document: word, title: word, level: fc.constantFrom('low', 'medium', 'constructor') });

/** Texts for `--baseline`. */
export const baselineFile = text(fc.record({ schemaVersion: fc.constantFrom<unknown>(1, 1, 1, 1, 2), findings: fc.oneof({ weight: 9, arbitrary: fc.array(fc.oneof(known, knownProblem, knownLevel), { maxLength: 5 }) as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything }) }));

/** Texts of `xep.ent`. */
export const entityText = fc.record({
  lines: fc.array(fc.record({ name: fc.constantFrom('tea', 'xep0191', 'nbsp', '%', 'tea', ''), value: fc.constantFrom('leaves', '&tea;', '<tt>x</tt>', '&#38;', '%tea;', ''), form: fc.constantFrom('N "V"', "N 'V'", '% N "V"', 'N SYSTEM "V"', 'N PUBLIC "a" "V"', 'N V') }), { maxLength: 8 }), breaks,
}).map(({ lines, breaks: some }) => mutated(lines.map(({ name, value, form }) => `<!ENTITY ${form.replace('N', name).replace('V', value)}>\n<!-- ${name} -->`).join('\n'), some));

/** Very much of one thing that such files are made of. */
export const dataConstructs: Readonly<Record<string, (count: number) => string>> = {
  'arrays in arrays': (count) => `{"ignore":${'['.repeat(count)}${']'.repeat(count)}}`,
  'objects in objects': (count) => `${'{"entries":['.repeat(count)}${']}'.repeat(count)}`,
  'unknown members': (count) => `{${Array.from({ length: count }, (_unused, index) => `"a${index}":1`).join(',')}}`,
  'members of one name': (count) => `{${'"ignore":[],'.repeat(count)}"ignore":[]}`,
  'spaces': (count) => `{${' '.repeat(count)}x`,
  'digits': (count) => '1'.repeat(count),
  'escapes': (count) => `{"ignore":["${'\\u0041'.repeat(count)}"]}`,
  'ignores': (count) => `{"ignore":[${Array.from({ length: count }, (_unused, index) => `{"document":"*","carrier":"urn:x:${index} a","reason":"Known."}`).join(',')}]}`,
  'ignores of one code': (count) => `{"ignore":[${Array.from({ length: count }, () => '{"document":"*","code":"carrier/pseudonym","reason":"Known."}').join(',')}]}`,
  'known carriers': (count) => `{"schemaVersion":1,"findings":[${Array.from({ length: count }, (_unused, index) => `{"document":"kettle","title":"","carrier":"urn:kettle:0 cup${index}"}`).join(',')}]}`,
  'known problems': (count) => `{"schemaVersion":1,"findings":[${Array.from({ length: count }, () => '{"document":"kettle","title":"","code":"example/real-address"}').join(',')}]}`,
  'broken ignores': (count) => `{"ignore":[${'{"document":1},'.repeat(count)}{}]}`,
  'broken overrides': (count) => `{"overrides":[${'1,'.repeat(count)}{}]}`,
  'broken entries': (count) => `{"entries":[${'{},'.repeat(count)}{}]}`,
  'broken carriers of an entry': (count) => `{"entries":[{"carriers":[${'{},'.repeat(count)}{}]}]}`,
  'broken names of a carrier': (count) => `{"entries":[{"carriers":[{"match":[${'1,'.repeat(count)}1]}]}]}`,
};
