// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import type { Category, Entry } from '../../server/src/dataset/index.ts';
import { frameLabels, frameSentences } from '../../server/src/deployment/index.ts';
import { kindOf } from '../../server/src/deployment/kindOf.ts';
import { corpusFolder } from '../support/corpus.ts';
import { dataFile, members, operatorFiles } from './operatorFiles.ts';

const data = operatorFiles();
const { sources, kinds, rights, steps, statement, policy, features } = data;
const numbers = new Set(readdirSync(fileURLToPath(new URL('../../data/xeps', import.meta.url))).map((name) => name.slice(4, 8)));
const { categories } = dataFile('categories.json') as { readonly categories: readonly Category[] };
const entrySchema = dataFile('schemas/entry.schema.json') as { readonly definitions: { readonly rights: { readonly items: { readonly enum: readonly string[] } } } };
const corpus = corpusFolder();

/** Every value below a property of this name, wherever it stands. */
function valuesOf(property: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => (name === property ? [inner] : valuesOf(property, inner)));
}

const listsOf = (property: string): string[] => valuesOf(property, { ...data, frame: data.frame.sentences }).flat().filter((value) => typeof value === 'string');
const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []);
const twice = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);
const checks = steps.flatMap((step) => step.checks);

/** All that is read as text, without ids, names of options and addresses. */
const texts = [
  ...listsOf('text'), ...listsOf('note'), ...listsOf('value'), ...listsOf('title'), ...listsOf('label'), ...Object.values(data.frame.labels),
].filter((text) => !sources.some(({ title }) => title === text));

suite('what operators are told', () => {
  test('fits the schema', () => {
    const ajv = new Ajv({ allErrors: true, keywords: ['defaultSnippets'] });
    ajv.addSchema(entrySchema, 'entry.schema.json');
    const validate = ajv.compile(dataFile('schemas/operator.schema.json') as object);
    assert.deepEqual(members.flatMap((member) => (validate(dataFile(`operator/${member}.json`)) ? [] : [`${member}: ${ajv.errorsText(validate.errors)}`])), []);
  });

  test('has ids once', () => {
    for (const list of [sources, kinds, rights, steps, checks, statement]) {
      assert.deepEqual(twice((list as readonly { readonly id: string }[]).map(({ id }) => id)), []);
    }
    assert.deepEqual(twice(policy.map((field) => field.var)), []);
    assert.deepEqual(twice(features.map(({ feature }) => feature)), []);
  });

  test('names sources that exist, and names each of them', () => {
    const used = new Set(listsOf('sources'));
    const known = new Set(sources.map(({ id }) => id));
    assert.deepEqual([...used].filter((id) => !known.has(id)), []);
    assert.deepEqual([...known].filter((id) => !used.has(id)), []);
  });

  test('names XEPs that have an entry, and cites them in the version that was reviewed', () => {
    assert.deepEqual([...listsOf('xeps'), ...listsOf('without')].filter((number) => !numbers.has(number)), []);
    const stale = sources.filter(({ id, version }) => /^xep-\d{4}$/.test(id) && (dataFile(`xeps/${id}.json`) as Entry).reviewed.version !== version);
    assert.deepEqual(stale, []);
  });

  test('names kinds, categories and rights that exist', () => {
    const known = new Set(kinds.map(({ id }) => id));
    assert.deepEqual([...listsOf('kinds'), ...statement.map(({ kind }) => kind ?? 'account')].filter((id) => !known.has(id)), []);
    const ids = new Set(categories.map(({ id }) => id));
    assert.deepEqual(listsOf('categories').filter((id) => !ids.has(id)), []);
    assert.deepEqual(rights.map(({ id }) => id).sort(), [...entrySchema.definitions.rights.items.enum].sort());
  });

  test('has a part of the statement for each kind, and a kind for each category', () => {
    assert.deepEqual(kinds.filter(({ id }) => !statement.some(({ kind }) => kind === id)).map(({ id }) => id), []);
    assert.deepEqual(categories.filter(({ id }) => kindOf(kinds, 'none', id) === undefined).map(({ id }) => id), []);
  });

  test('takes each XEP and each category once', () => {
    assert.deepEqual(twice(kinds.flatMap(({ takes }) => takes.xeps ?? [])), []);
    assert.deepEqual(twice(kinds.flatMap(({ takes }) => takes.categories ?? [])), []);
  });

  test('keeps sentences short and asserts nothing about legality', () => {
    assert.deepEqual(listsOf('text').filter((text) => text.length > 240), []);
    const words = /\b(?:un)?lawful|\b(?:il)?legal(?:ly)?\b(?! (?:advice|training))|compl(?:y|ies|iant)\b|\bviolat|\blegal basis is|\byou must\b|\ballowed by law|\bis permitted|\bGDPR-proof/i;
    assert.deepEqual(texts.filter((text) => words.test(text)), []);
  });

  test('ends the titles of checks, behind which their text follows on the same line', () => {
    assert.deepEqual(checks.map(({ title }) => title).filter((title) => !/[.?]$/.test(title)), []);
  });

  test('leaves blanks that say with what to fill them', () => {
    const blanks = listsOf('text').flatMap((text) => text.match(/\[[^\]]*\]?/g) ?? []);
    assert.deepEqual(blanks.filter((blank) => !/^\[[^[\]]{3,80}\]$/.test(blank)), []);
    assert.ok(blanks.length > 40);
  });

  test('has all that a report needs of headings, labels and standing sentences, and no more', () => {
    assert.deepEqual(Object.keys(data.frame.labels).sort(), [...frameLabels].sort());
    assert.deepEqual(Object.keys(data.frame.sentences).sort(), [...frameSentences].sort());
  });

  test('has no placeholders but those that a report fills', () => {
    assert.deepEqual(listsOf('text').flatMap((text) => text.match(/\{\w*\}/g) ?? []).filter((one) => !/^\{(?:xeps|subjects|recipients|retention)\}$/.test(one)), []);
  });

  test('speaks to users in words that they know', () => {
    const jargon = /\b(?:stanzas?|JIDs?|PEP|S2S|C2S|carriers?|MAM|MUC|XEP\S*|pubsub|rosters?|vCards?|federat\w*|OMEMO|TURN|disco|namespace|DOAP|controller|processor|data subject|Art\.)\b/i;
    assert.deepEqual(strings(statement.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)])).filter((text) => jargon.test(text)), []);
  });

  test('says of defaults which server and version they are of', () => {
    const wrong = checks.flatMap(({ id, defaults }) => defaults.filter(({ server, sources: cited }) => cited.some((source) => !source.startsWith(server.toLowerCase()))).map(({ setting }) => `${id}: ${setting}`));
    assert.deepEqual(wrong, []);
    const versions = new Map(sources.map(({ id, version }) => [id, version ?? '']));
    assert.deepEqual(checks.flatMap(({ defaults }) => defaults.filter(({ version, sources: cited }) => !cited.some((source) => versions.get(source)?.includes(version)))), []);
  });
});

suite('what operators are told, and its sources', () => {
  suiteSetup(function skipWithoutCorpus() {
    if (corpus === undefined) {
      this.skip();
    }
  });

  test('follows the steps of the draft on deployment', () => {
    const text = readFileSync(join(corpus ?? '', 'inbox', 'gdpr.xml'), 'utf8');
    const topics = new Map([...text.matchAll(/<section[12] topic='([^']*)' anchor='([^']*)'/g)].map(([, topic, anchor]) => [anchor, topic]));
    assert.deepEqual(steps.filter(({ anchor, topic }) => topics.get(anchor) !== topic).map(({ id }) => id), []);
  });

  test('has the fields of the data policy with their types and options', () => {
    const text = readFileSync(join(corpus ?? '', 'xep-0504.xml'), 'utf8');
    const fields = [...text.matchAll(/<td>[^<]*<\/td>\s*<td>(\w+)<\/td>\s*<td>([\w-]+)<\/td>\s*<td>[^<]*<\/td>\s*<td>([^<]*)<\/td>/g)].map(([, name = '', type, comment = '']) => ({ name, type, options: /^Values: (.*)$/.exec(comment)?.[1]?.split(', ') }));
    assert.deepEqual(policy.map((field) => ({ name: field.var, type: field.type, options: field.options })).sort(byName), fields.sort(byName));
    const values = policy.flatMap(({ options, rules }) => (options ? rules.flatMap(({ value }) => value.filter((one) => !options.includes(one))) : []));
    assert.deepEqual(values, []);
  });
});

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}
