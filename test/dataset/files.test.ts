// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { entryErrors, type Entry } from '../../server/src/dataset/index.ts';
import { coverXep } from '../../server/src/review/index.ts';
import { readEntityFile, readXep } from '../../server/src/xep/index.ts';
import { corpusFolder } from '../support/corpus.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
/** Paths below `data`. */
const files = ['xeps', 'inbox'].flatMap((folder) => readdirSync(join(data, folder)).sort().map((name) => `${folder}/${name}`));
const read = (file: string): Entry => JSON.parse(readFileSync(join(data, file), 'utf8')) as Entry;
const entries = files.map(read);
const notes = (JSON.parse(readFileSync(join(data, 'shared.json'), 'utf8')) as { readonly notes: Readonly<Record<string, string>> }).notes;

const nameOf = ({ xep, protoxep }: Entry): string => (protoxep === undefined ? `xep-${xep ?? ''}` : `inbox/${protoxep}`);

/** Names of what fails, so that a broken entry is found at once. */
function failing(test: (entry: Entry) => readonly string[]): string[] {
  return entries.flatMap((entry) => test(entry).map((fault) => `${nameOf(entry)}: ${fault}`));
}

suite('entries of the dataset', () => {
  test('fit the schema', () => {
    assert.deepEqual(failing(entryErrors), []);
    assert.deepEqual(entryErrors(JSON.parse(readFileSync(join(data, 'core.json'), 'utf8'))), []);
  });

  test('have the number or name of their file', () => {
    const fileOf = ({ xep, protoxep }: Entry): string => (protoxep === undefined ? `xeps/xep-${xep ?? ''}.json` : `inbox/${protoxep}.json`);
    assert.deepEqual(files.filter((file) => fileOf(read(file)) !== file), []);
  });

  test('have a level that agrees with the codes', () => {
    const lead = { high: 'H', medium: 'M', low: 'L' };
    assert.deepEqual(failing(({ relevance: { level, codes } }) => {
      const first = codes[0]?.charAt(0);
      const fits = level === 'none' ? first === undefined : first === lead[level] || codes.includes('A+') || codes.includes('A-');
      return fits ? [] : [`${level} with ${codes.join()}`];
    }), []);
  });

  test('give the codes in rule order', () => {
    const rank = (code: string): number => 'HMLA'.indexOf(code.charAt(0)) * 10 + Number(code.slice(1) || 0);
    assert.deepEqual(failing(({ relevance: { codes } }) => {
      const ranks = codes.filter((code) => !code.startsWith('A')).map(rank);
      return ranks.every((one, index) => index === 0 || one > (ranks[index - 1] ?? 0)) ? [] : [codes.join()];
    }), []);
  });

  test('name mitigations that have an entry', () => {
    const numbers = new Set(entries.map((entry) => entry.xep));
    const missing = failing((entry) => entry.carriers.flatMap((carrier) => carrier.mitigations ?? []).filter((number) => !numbers.has(number)));
    assert.deepEqual(missing, []);
  });

  test('have a status where they have a number, and name successors that have an entry', () => {
    const numbers = new Set(entries.map((entry) => entry.xep));
    assert.deepEqual(failing(({ xep, status, supersededBy = [] }) => [
      ...(xep === undefined) === (status === undefined) ? [] : [`status ${String(status)}`],
      ...supersededBy.filter((number) => number === xep || !numbers.has(number)).map((number) => `superseded by ${number}`),
    ]), []);
  });

  test('use shared notes that exist', () => {
    assert.deepEqual(failing((entry) => entry.carriers.map((carrier) => carrier.sharedNote ?? '').filter((key) => key !== '' && !(key in notes))), []);
  });

  test('judge each name once', () => {
    assert.deepEqual(failing((entry) => {
      const seen = new Set<string>();
      return [...entry.carriers, ...entry.containers, ...entry.controls, ...entry.notPersonal].flatMap((judged) => judged.match.map((name) => `${judged.in ?? `form ${judged.form ?? '-'}`} ${name} ${JSON.stringify(judged.when ?? '')}`))
        .filter((key) => seen.has(key) || !seen.add(key));
    }), []);
  });

  test('do not repeat long notes of other entries', () => {
    const owners = new Map<string, string>();
    const repeated = failing((entry) => entry.carriers.map((carrier) => carrier.note ?? '').filter((note) => {
      const owner = owners.get(note);
      owners.set(note, owner ?? nameOf(entry));
      return note.length > 60 && owner !== undefined && owner !== nameOf(entry);
    }));
    assert.deepEqual(repeated, []);
  });

  test('assert nothing about legality', () => {
    const words = /\bviolat|\billegal|\bunlawful|\bnot compliant|\bbreach of/i;
    assert.deepEqual(failing((entry) => [entry.relevance.reason, ...entry.carriers.map((carrier) => carrier.note ?? ''), ...(entry.processing ?? []).map((order) => order.note)].filter((text) => words.test(text))), []);
  });
});

suite('entries and their sources', () => {
  const folder = corpusFolder() ?? '';
  const source = (entry: Entry): string => readFileSync(join(folder, `${nameOf(entry)}.xml`), 'utf8');

  suiteSetup(function skipWithoutCorpus() {
    if (folder === '') {
      this.skip();
    }
  });

  test('every XEP of the corpus has an entry of its version and title', () => {
    const wrong = readdirSync(folder).filter((name) => /^xep-\d{4}\.xml$/.test(name)).filter((name) => {
      const file = `xeps/${name.replace('.xml', '.json')}`;
      const entry = existsSync(join(data, file)) ? read(file) : undefined;
      const { header } = readXep(readFileSync(join(folder, name), 'utf8'));
      return !entry || entry.reviewed.version !== header.version || entry.title !== header.title;
    });
    assert.deepEqual(wrong, []);
  });

  test('every entry of a XEP has its status and its successors; others than the header\'s stand in the text of what is no longer recommended', () => {
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    assert.deepEqual(failing((entry) => {
      if (entry.xep === undefined) {
        return [];
      }
      const text = source(entry);
      const { header } = readXep(text, entities);
      const named = header.supersededBy.flatMap((spec) => /^XEP-(\d{4})$/.exec(spec)?.[1] ?? []);
      const { supersededBy = [] } = entry;
      const isOver = /^(?:Deprecated|Obsolete|Retracted)$/.test(header.status);
      return [
        ...entry.status === header.status ? [] : [`status ${header.status}`],
        ...named.filter((number) => !supersededBy.includes(number)).map((number) => `superseded by ${number}`),
        ...supersededBy.filter((number) => !named.includes(number) && !(isOver && text.includes(`XEP-${number}`))).map((number) => `not superseded by ${number}`),
      ];
    }), []);
  });

  test('every entry of a ProtoXEP has its version and title, and is the one that the document finds', () => {
    const dataset = bundledDataset();
    assert.deepEqual(failing((entry) => {
      if (entry.protoxep === undefined) {
        return [];
      }
      const { header } = readXep(source(entry));
      const found = dataset.entryOf(header);
      return [
        ...entry.reviewed.version === header.version ? [] : [`version ${header.version}`], ...entry.title === header.title ? [] : [`title ${header.title}`],
        ...found?.protoxep === entry.protoxep ? [] : [`finds ${found ? nameOf(found) : 'none'}`],
      ];
    }), []);
  });

  test('every name of a document with an entry is judged, and every name of the entry is the document\'s', () => {
    const dataset = bundledDataset();
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    assert.deepEqual(failing((entry) => {
      const { unjudged, absent } = coverXep(nameOf(entry), source(entry), dataset, { entities });
      return [...unjudged.map(({ id }) => `not judged: ${id}`), ...absent.map(({ id, part }) => `not in the document: ${id} (${part})`)];
    }), []);
  });

  test('every section named exists', () => {
    assert.deepEqual(failing((entry) => {
      const topics = new Set(readXep(source(entry)).sections.map((section) => section.topic));
      return [...entry.carriers, ...(entry.processing ?? [])].map((record) => record.source).filter((topic) => !topics.has(topic));
    }), []);
  });

  test('every namespace, element, attribute and field named occurs', () => {
    assert.deepEqual(failing((entry) => {
      const text = source(entry);
      const occurs = (name: string): boolean => name === '*' || name === '' || text.includes(name);
      return [...entry.carriers, ...entry.containers, ...entry.controls, ...entry.notPersonal].flatMap((judged) => judged.match.flatMap((match) => (judged.form === undefined ? match.split('@') : [match]))).filter((name) => !occurs(name));
    }), []);
  });
});
