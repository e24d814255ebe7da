// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConsiderations } from '../../server/src/review/considerations.ts';
import type { ConsiderationsState } from '../../server/src/review/index.ts';
import { readEntityFile, readXep, type ConsiderationsKind } from '../../server/src/xep/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';

/** Names of the corpus's documents (`0045` or `inbox/stories`) by the state of one section. */
function byState(folder: string, kind: ConsiderationsKind, grades = new Map<string, number>()): ReadonlyMap<ConsiderationsState, readonly string[]> {
  const names = new Map<ConsiderationsState, string[]>();
  const entities = existsSync(join(folder, 'xep.ent')) ? readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8')) : new Map<string, string>();
  for (const file of corpusFiles(folder)) {
    const { state, grade } = readConsiderations(readXep(readFileSync(join(folder, file), 'utf8'), entities), kind);
    const name = file.replace(/^xep-|\.xml$/g, '').replace('\\', '/');
    names.set(state, [...names.get(state) ?? [], name]);
    grades.set(name, grade);
  }
  return names;
}

const numbered = (names: readonly string[] | undefined): readonly string[] => (names ?? []).filter((name) => /^\d{4}$/.test(name));

suite('considerations of the corpus', () => {
  let security: ReturnType<typeof byState> = new Map();
  let privacy: ReturnType<typeof byState> = new Map();
  const grades = new Map<string, number>();

  suiteSetup(function readCorpus() {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    security = byState(folder, 'security');
    privacy = byState(folder, 'privacy', grades);
  });

  test('security sections that hold a placeholder are the 23 that were counted and three that say so in other words', () => {
    const counted = [
      '0051', '0074', '0179', '0244', '0254', '0273', '0281', '0284', '0317', '0372', '0417', '0430', '0460', '0470', '0471', '0285', '0290', '0416', '0089', '0482', '0394', '0456', '0282',
    ];
    const inOtherWords = ['0340', '0351', '0431'];
    assert.deepEqual([...numbered(security.get('placeholder'))].sort(), [...counted, ...inOtherWords].sort());
  });

  test('security sections are missing in 64 XEPs and 12 inbox files', () => {
    const absent = security.get('absent') ?? [];
    assert.equal(numbered(absent).length, 64);
    assert.equal(absent.length, 64 + 12);
  });

  test('about 80 XEPs deny in one sentence, those among them that are wrong for privacy', () => {
    const denials = numbered(security.get('denial'));
    assert.ok(denials.length >= 75 && denials.length <= 85, `${denials.length} denials`);
    for (const number of ['0055', '0118', '0209', '0222', '0334', '0377', '0435', '0472', '0501', '0191', '0330']) {
      assert.ok(denials.includes(number), number);
    }
    assert.ok(!denials.includes('0218'), 'a sentence about incomplete implementations is no denial');
  });

  test('privacy sections stand in 14 XEPs, one of them a denial', () => {
    assert.equal(numbered(privacy.get('absent')).length, 517 - 14);
    assert.deepEqual(numbered(privacy.get('denial')), ['0506']);
    assert.deepEqual(privacy.get('placeholder'), ['inbox/xep-mam-trimming', 'inbox/xep-occupant-mute-sync']);
  });

  test('privacy sections have the grades that readers gave them', () => {
    const examples = [['0494', 4], ['0333', 3], ['0485', 3], ['0517', 3], ['0398', 2], ['0490', 2], ['0511', 2], ['0493', 1], ['0495', 1], ['0506', 1]] as const;
    assert.deepEqual(examples.map(([number]) => [number, grades.get(number)]), examples);
  });
});
