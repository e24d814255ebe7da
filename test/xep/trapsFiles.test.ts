// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSources, readSource } from '../../server/src/cli/sources.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { example, reviewTea, xepSource } from './teaHouse.ts';

/** The name of a header's field with the value that the source gives. */
const headerOf = (values: Parameters<typeof xepSource>[1]) => readXep(xepSource('<p/>', values)).header;

suite('Traps in files', () => {
  const types: readonly (readonly [written: string, read: string])[] = [
    ['Standards Track', 'Standards Track'], ['Standards track', 'Standards Track'], ['Standards Strack', 'Standards Track'], ['Standard Track', 'Standards Track'], ['Historical', 'Historical'], ['Extension', 'Extension'],
  ];
  for (const [written, read] of types) {
    test(`trap 1: the type "${written}" reads as "${read}"`, () => {
      assert.equal(headerOf({ type: written }).type, read);
    });
  }

  const statuses: readonly (readonly [written: string, read: string])[] = [['ProtoXEP', 'ProtoXEP'], ['Proto', 'ProtoXEP'], ['ProtoXep', 'ProtoXEP'], [' Experimental\n', 'Experimental'], ['Deferred', 'Deferred']];
  for (const [written, read] of statuses) {
    test(`trap 1: the status ${JSON.stringify(written)} reads as "${read}"`, () => {
      assert.equal(headerOf({ status: written }).status, read);
    });
  }

  const kinds: readonly (readonly [type: string, kind: string])[] = [
    ['Standards Track', 'protocol'], ['Technical Specification', 'protocol'], ['Informational', 'protocol'], ['Historical', 'protocol'], ['Procedural', 'process'], ['SIG Formation', 'process'], ['SIG', 'process'], ['Humorous', 'humorous'],
  ];
  for (const [type, kind] of kinds) {
    test(`trap 1: a document of type "${type}" is of the kind "${kind}"`, () => {
      assert.equal(reviewTea(xepSource('<p/>', { number: '9999', type })).kind, kind);
    });
  }

  test('trap 1: the number of a ProtoXEP is kept as it is written, and a number keeps its zeros', () => {
    assert.equal(headerOf({ number: 'xxxx' }).number, 'xxxx');
    assert.equal(headerOf({ number: '0045' }).number, '0045');
  });

  test('trap 2: a folder gives its XEPs, not the template or the read-me', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tea-'));
    try {
      mkdirSync(join(folder, 'inbox'));
      for (const name of ['xep-9001.xml', 'xep-template.xml', 'xep-README.xml', join('inbox', 'tea.xml'), 'notes.txt', 'other.xml']) {
        writeFileSync(join(folder, name), name === 'other.xml' ? '<menu/>' : xepSource('<p/>'));
      }
      const { sources, unreadable } = findSources([folder]);
      assert.deepEqual(sources.map(({ path }) => path), ['inbox/tea.xml', 'other.xml', 'xep-9001.xml']);
      assert.deepEqual(unreadable, []);
      assert.deepEqual(sources.map((source) => Object.keys(readSource(source))), [['text'], ['skip'], ['text']]);
      const template = readSource({ file: join(folder, 'xep-template.xml'), path: 'xep-template.xml', named: true });
      assert.ok('reason' in template && template.reason.includes('template'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('trap 2: a byte order mark shifts offsets by one and changes nothing else', () => {
    const text = xepSource(example('<order xmlns="urn:example:tea:0" drinker="a@b.example"/>'));
    const plain = reviewTea(text);
    const marked = reviewTea(`\uFEFF${text}`);
    assert.deepEqual(marked.carriers.map(({ id, occurrences }) => [id, occurrences[0]?.offset]), plain.carriers.map(({ id, occurrences }) => [id, (occurrences[0]?.offset ?? 0) + 1]));
    assert.deepEqual(marked.problems.map(({ code }) => code), plain.problems.map(({ code }) => code));
    assert.equal(marked.number, '9001');
  });

  test('trap 2: lines that end in CR LF keep their numbers', () => {
    const text = xepSource(`\n<p/>\n${example('<order xmlns="urn:example:tea:0"\n  drinker="a@b.example"/>')}`);
    const place = (source: string) => reviewTea(source).carriers[0]?.occurrences[0]?.start;
    assert.deepEqual(place(text.replaceAll('\n', '\r\n')), place(text));
  });
});
