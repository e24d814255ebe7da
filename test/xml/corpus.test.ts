// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, readProlog, walkElements } from '../../server/src/xml/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';

type Row = readonly [name: string, start: number, depth: number, attributes: readonly string[]];

/** All elements of a file as expat's helper lists them. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  const depths = new Map<unknown, number>([[null, -1]]);
  walkElements(parseXml(text, { from: readProlog(text).end }).nodes, (element) => {
    const depth = (depths.get(element.parent) ?? -1) + 1;
    depths.set(element, depth);
    rows.push([element.name, element.start, depth, element.attributes.map((attribute) => attribute.name)]);
  });
  return rows;
}

suite('The corpus, held against expat', () => {
  const folder = corpusFolder();
  const files = folder === undefined ? [] : corpusFiles(folder).map((file) => join(folder, file));

  test('every element has the name, offset, depth and attributes that expat finds', function () {
    if (files.length === 0 || spawnSync('python3', ['-c', 'from xml.parsers import expat']).status !== 0) {
      this.skip();
    }
    const output = execFileSync('python3', [join(import.meta.dirname, '..', 'support', 'expat.py')], { input: files.join('\n'), maxBuffer: 1 << 30, encoding: 'utf8' });
    const expected = output.trim().split('\n');
    assert.equal(expected.length, files.length);
    let elements = 0;
    files.forEach((file, index) => {
      const rows = rowsOf(readFileSync(file, 'utf8'));
      elements += rows.length;
      const oracle = JSON.parse(expected[index] ?? '[]') as Row[];
      // Row by row first: a whole list of thousands is no readable message.
      rows.forEach((row, at) => assert.deepEqual(row, oracle[at], `${file}, element ${at}`));
      assert.equal(rows.length, oracle.length, file);
    });
    assert.ok(elements > files.length * 50, `only ${elements} elements`);
  });

  test('no source of the corpus has a problem', function () {
    if (files.length === 0) {
      this.skip();
    }
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      assert.deepEqual(parseXml(text, { from: readProlog(text).end }).problems, [], file);
    }
  });
});
