// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { reviewXep } from '../../server/src/review/index.ts';
import { readEntityFile, readXep } from '../../server/src/xep/index.ts';
import { entityBounds, expansionLimit, resolveReference } from '../../server/src/xml/index.ts';
import { orchard } from '../review/orchard.ts';
import { xepSource } from '../support/xepSource.ts';

/** Entities, each of which refers `times` times to the one before. */
function chain(levels: number, times: number, leaf: string): Map<string, string> {
  return new Map(Array.from({ length: levels }, (_, level) => [`e${level}`, level === 0 ? leaf : `&e${level - 1};`.repeat(times)]));
}

function declarations(entities: ReadonlyMap<string, string>): string {
  return [...entities].map(([name, value]) => `\n<!ENTITY ${name} "${value}">`).join('');
}

/** What is found, with the text that it is about. */
function foundIn(source: string, file = ''): string[] {
  return reviewXep('a.xml', source, orchard, file === '' ? {} : { entities: readEntityFile(file) }).problems.filter(({ message }) => /^Entit/.test(message))
    .map(({ code, message, offset, length }) => `${code} ${source.slice(offset, offset + length)}: ${message}`);
}

suite('an entity that is not expanded whole', () => {
  const laughs = chain(10, 10, 'ha');
  const deep = chain(30, 1, 'x');
  const empty = chain(14, 10, '');
  for (const [what, entities, expected] of [
    ['grows too long', laughs, 'source/not-well-formed <!ENTITY e5 "&e4;&e4;&e4;&e4;&e4;&e4;&e4;&e4;&e4;&e4;">: Entity "e5" stands for more than 65536 characters. It is not expanded whole.'],
    ['nests too deep', deep, 'source/not-well-formed <!ENTITY e16 "&e15;">: Entity "e16" nests more than 16 levels deep. It is not expanded whole.'],
    ['asks for too many others', empty, 'source/not-well-formed <!ENTITY e5 "&e4;&e4;&e4;&e4;&e4;&e4;&e4;&e4;&e4;&e4;">: Entity "e5" asks for more than 100000 other entities. It is not expanded whole.'],
    ['refers to itself', new Map([['a', 'x&b;'], ['b', '&a;']]), 'source/not-well-formed <!ENTITY a "x&b;">: Entity "a" refers to itself. It is not expanded whole.'],
  ] as const) {
    test(`is named where it is declared, with the bound: it ${what}`, () => {
      assert.deepEqual(foundIn(xepSource({ entities: declarations(entities) })), [expected]);
    });
  }

  test('of the file of entities is named where it is used first', () => {
    const source = xepSource({ body: "<section1 topic='X'><p>&e2; &e7; &e7;</p></section1>" });
    assert.deepEqual(foundIn(source, declarations(laughs)), ['source/not-well-formed &e7;: Entity "e7" stands for more than 65536 characters. xep.ent declares it; it is not expanded whole.']);
    assert.deepEqual(foundIn(xepSource(), declarations(laughs)), []);
  });

  for (const [where, inDocument, inFile] of [['the document', declarations(laughs), ''], ['the file', '', declarations(laughs)]] as const) {
    test(`is named where entities of ${where} stand for too much in all`, () => {
      const source = xepSource({ entities: inDocument, body: `<section1 topic='X'>${'<example>&e4;</example>'.repeat(1000)}</section1>` });
      assert.deepEqual(foundIn(source, inFile).filter((one) => one.includes('in all')), ['source/not-well-formed &e0;: Entities stand for more than 4000000 characters in all: from "e0" on none is expanded.'].map((one) => one.replace('&e0;', '<!DOCTYPE')));
      const length = readXep(source, inFile === '' ? undefined : readEntityFile(inFile)).blocks.reduce((sum, { content }) => sum + content.text.length, 0);
      assert.ok(length < 8_000_000, `${length} units`);
    });
  }

  test('is none where entities are as sources have them', () => {
    assert.deepEqual(foundIn(xepSource({ entities: declarations(chain(16, 1, 'x')) }), declarations(chain(4, 10, 'ha'))), []);
  });
});

suite('the bounds of entities', () => {
  /** Random texts with references, the same each time. */
  function random(count: number): Map<string, string> {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    return new Map(Array.from({ length: count }, (_, at) => [`e${at}`, Array.from({ length: next(12) }, () => (next(2) === 0 ? 'x'.repeat(next(40)) : `&e${next(count / 12 > at ? 1 : at)};`)).join('')]));
  }

  test('are hit where the reader cuts, and nowhere else', () => {
    const entities = random(400);
    const bounds = entityBounds(entities.keys(), entities);
    const whole = [...entities.keys()].filter((name) => !bounds.has(name));
    assert.ok(bounds.size > 50 && whole.length > 50, `${bounds.size} bounded, ${whole.length} whole`);
    for (const name of whole) {
      const text = resolveReference(name, entities) ?? '&';
      assert.ok(!text.includes('&') && text.length <= expansionLimit, name);
    }
    for (const [name, bound] of bounds) {
      if (bound === 'length') {
        assert.ok((resolveReference(name, entities)?.length ?? 0) >= expansionLimit || resolveReference(name, entities)?.includes('&'), name);
      } else {
        assert.ok(resolveReference(name, entities)?.includes('&') ?? true, `${name}: ${bound}`);
      }
    }
  });

  test('are known at once, however many entities there are', () => {
    assert.equal(entityBounds(chain(20_000, 10, 'ha').keys(), chain(20_000, 10, 'ha')).size, 20_000 - 5);
    assert.equal(entityBounds(chain(100_000, 1, 'ha').keys(), chain(100_000, 1, 'ha')).size, 100_000 - 16);
  });
});
