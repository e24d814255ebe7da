// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, run } from './run.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The contract of design.md section 3: `'a|b'` one of these words, `[x]` a list of x, `x?` x or null; fields beyond it are allowed. */
type Shape = 'string' | 'number' | 'boolean' | 'string?' | readonly [Shape] | { readonly [key: string]: Shape } | { readonly words: readonly string[] } | { readonly orNull: Shape };
const position = { line: 'number', column: 'number' } as const;
const place = { offset: 'number', length: 'number', start: position, end: position } as const;
const section = { state: { words: ['absent', 'placeholder', 'denial', 'present'] }, grade: 'number', covers: ['string'], missing: ['string'], range: { orNull: place } } as const;
const contract: Shape = {
  schemaVersion: 'number', tool: { name: 'string', version: 'string', dataset: 'string' },
  documents: [{
    path: 'string', number: 'string', title: 'string', status: 'string', type: 'string', version: 'string', kind: { words: ['protocol', 'process', 'suite', 'humorous'] },
    relevance: { level: { words: ['none', 'low', 'medium', 'high'] }, codes: ['string'], reason: 'string', basis: { words: ['curated', 'inferred', 'stale'] } },
    carriers: [{
      id: 'string', namespace: 'string', element: 'string', attribute: 'string?', field: { orNull: { formType: 'string?', var: 'string' } }, category: 'string', also: ['string'], own: 'boolean', baseline: 'boolean',
      basis: { words: ['curated', 'inferred'] }, sensitivity: { words: ['low', 'medium', 'high'] }, subject: ['string'], recipients: ['string'], retention: 'string', note: 'string',
      occurrences: [{ where: { words: ['example', 'schema', 'prose', 'fields'] }, ...place }],
    }],
    considerations: { privacy: section, security: section },
    problems: [{ code: 'string', severity: { words: ['error', 'warning', 'information', 'hint'] }, message: 'string', ...place }],
  }],
};

function check(value: Json | undefined, shape: Shape, at: string): void {
  if (typeof shape === 'string') {
    assert.ok(shape === 'string?' ? value === null || typeof value === 'string' : typeof value === shape, `${at} is ${JSON.stringify(value)}, not ${shape}`);
  } else if (Array.isArray(shape)) {
    assert.ok(Array.isArray(value), `${at} is no list`);
    (value as readonly Json[]).forEach((one, index) => check(one, (shape as readonly [Shape])[0], `${at}[${index}]`));
  } else if ('words' in shape) {
    assert.ok((shape['words'] as readonly string[]).includes(value as string), `${at} is ${JSON.stringify(value)}`);
  } else if ('orNull' in shape) {
    if (value !== null) {
      check(value, shape['orNull'] as Shape, at);
    }
  } else {
    assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), `${at} is no object`);
    for (const [key, inner] of Object.entries(shape)) {
      check((value as { readonly [key: string]: Json })[key], inner as Shape, `${at}.${key}`);
    }
  }
}

interface Place { readonly offset: number; readonly length: number; readonly start: { readonly line: number; readonly column: number }; readonly end: { readonly line: number; readonly column: number } }
interface Scan {
  readonly documents: readonly {
    readonly path: string; readonly title: string; readonly relevance: { readonly level: string };
    readonly carriers: readonly { readonly id: string; readonly occurrences: readonly Place[] }[]; readonly problems: readonly Place[]; readonly considerations: { readonly privacy: { readonly range: Place | null } };
  }[];
}

const source = xepSource({
  number: '0191', title: 'Café', status: 'Experimental', version: '0.1',
  body: `${exampleSection("<iq from='otto@real.cafe' to='kettle.example'><block xmlns='urn:xmpp:blocking'><item jid='\u{1F375}é@orchard.example'/><item jid='nell@garden.example'/></block></iq>")}
${exampleSection("<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:kettle:0</value></field><field var='email' label='E-mail of the cook'><value>otto@orchard.example</value></field></x>")}
<section1 topic='Privacy Considerations'><p>None.</p></section1>`,
});

/** Line and column of an offset, counted the slow way. */
function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function scanOf(bytes: Buffer): Scan['documents'][number] {
  return inFolder({ 'cafe.xml': bytes }, (folder) => {
    const { status, stdout, stderr } = run(folder, 'scan', '--format', 'json', 'cafe.xml');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    const scan = JSON.parse(stdout) as Scan;
    check(scan as unknown as Json, contract, 'scan');
    assert.ok(scan.documents[0]);
    return scan.documents[0];
  });
}

suite('the JSON of a scan', () => {
  for (const [what, text, bytes] of [
    ['UTF-8', source, Buffer.from(source)],
    ['UTF-8 with a byte order mark', `\ufeff${source}`, Buffer.from(`\ufeff${source}`)],
    ['CRLF', source.replaceAll('\n', '\r\n'), Buffer.from(source.replaceAll('\n', '\r\n'))],
    ['UTF-16, little-endian', `\ufeff${source.replace('UTF-8', 'UTF-16')}`, Buffer.from(`\ufeff${source.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-16, big-endian', `\ufeff${source.replace('UTF-8', 'UTF-16')}`, Buffer.from(`\ufeff${source.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16()],
    ['ISO-8859-1', source.replace('UTF-8', 'ISO-8859-1').replaceAll('\u{1F375}', ''), Buffer.from(source.replace('UTF-8', 'ISO-8859-1').replaceAll('\u{1F375}', ''), 'latin1')],
  ] as const) {
    test(`keeps the contract and points at its text: ${what}`, () => {
      const document = scanOf(bytes);
      assert.equal(document.title, 'Café');
      assert.equal(document.relevance.level, 'medium');
      const places = [...document.carriers.flatMap((carrier) => carrier.occurrences), ...document.problems, document.considerations.privacy.range ?? assert.fail('no range')];
      assert.ok(places.length > 6);
      for (const { offset, length, start, end } of places) {
        assert.deepEqual({ start, end }, { start: positionOf(text, offset), end: positionOf(text, offset + length) });
      }
      const blocked = document.carriers.find((carrier) => carrier.id === 'urn:xmpp:blocking item@jid');
      assert.deepEqual(blocked?.occurrences.map(({ offset, length }) => text.slice(offset, offset + length)), [what === 'ISO-8859-1' ? "jid='é@orchard.example'" : "jid='\u{1F375}é@orchard.example'", "jid='nell@garden.example'"]);
      const field = document.carriers.find((carrier) => carrier.id === 'jabber:x:data field[urn:kettle:0 email]');
      assert.deepEqual(field?.occurrences.map(({ offset, length }) => text.slice(offset, offset + length)), ['email']);
      const range = document.considerations.privacy.range;
      assert.equal(range && text.slice(range.offset, range.offset + range.length), "<section1 topic='Privacy Considerations'><p>None.</p></section1>");
    });
  }

  test('lists documents by path, carriers and problems by place', () => {
    const files = Object.fromEntries(['b.xml', 'a.xml', 'c/a.xml', 'B.xml'].map((name) => [name, source]));
    inFolder(files, (folder) => {
      const { documents } = JSON.parse(run(folder, 'scan', '-f', 'json', '.').stdout) as Scan;
      assert.deepEqual(documents.map((one) => one.path), ['B.xml', 'a.xml', 'b.xml', 'c/a.xml']);
      for (const { carriers, problems } of documents) {
        for (const offsets of [carriers.map((carrier) => carrier.occurrences[0]?.offset ?? 0), problems.map((problem) => problem.offset), ...carriers.map((carrier) => carrier.occurrences.map((one) => one.offset))]) {
          assert.deepEqual(offsets, [...offsets].sort((one, other) => one - other));
        }
      }
    });
  });
});
