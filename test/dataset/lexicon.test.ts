// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, nameFeatures, stemOf, titleWords, wordsOf, type CarrierRecord, type Category, type Entry, type Lexicon } from '../../server/src/dataset/index.ts';

const category = (id: string, terms: readonly string[]): Category => ({ id, label: id, short: id, definition: '', dpv: [], sensitivity: 'low', articles: [], weight: 1, terms });
const carrier = (name: string, of: string): CarrierRecord => ({ in: 'urn:test:farm:0', match: [name], category: of, source: 'One' });
const entry = (xep: string, title: string, carriers: readonly CarrierRecord[], notPersonal: readonly string[] = [], level: Entry['relevance']['level'] = 'low'): Entry => ({
  xep, title, carriers, reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level, codes: [], reason: 'Made up.' }, namespaces: [], formTypes: [], containers: [], controls: [],
  notPersonal: notPersonal.map((name) => ({ in: 'urn:test:farm:0', match: [name], why: 'Counts hens.' })),
});
const learn = (...entries: Entry[]): Lexicon => compileDataset({ version: 't', notes: {}, entries, categories: [category('jid', ['farmer', 'of the farm']), category('location', ['meadow', 'barns'])] }).lexicon();

suite('the words of a name', () => {
  test('are the same however they are joined', () => {
    for (const name of ['lastSeenAt', 'last-seen-at', 'last_seen_at', 'farm#last.seen.at']) {
      assert.deepEqual(wordsOf(name), ['last', 'seen', 'at']);
    }
  });

  test('share a stem in all their forms', () => {
    assert.deepEqual(new Set(['invite', 'invites', 'invited', 'inviter', 'inviting'].map(stemOf)), new Set(['invit']));
    assert.deepEqual(['ids', 'bells', 'entries', 'addresses'].map(stemOf), ['ids', 'bell', 'entry', stemOf('address')]);
  });

  test('make features, with the owner for an attribute only', () => {
    assert.deepEqual(nameFeatures('a', 'henOwner', 'Barn'), ['n:henowner', 'a:henowner', 's:hen', 's:own', '@:barn@henowner']);
    assert.deepEqual(nameFeatures('f', 'hen-hens', null), ['n:hen-hens', 'f:hen-hens', 's:hen']);
  });

  test('leave short words of a title out', () => {
    assert.deepEqual(titleWords('Hens of an Owner, Owners'), ['hen', 'own']);
  });
});

suite('what the verdicts teach', () => {
  const farm = learn(
    entry('9001', 'Hen Houses', [carrier('owner', 'jid'), carrier('coop@keeper', 'location'), carrier('door@keeper', 'jid')], ['eggs'], 'high'),
    entry('9002', 'Hen Feeding', [carrier('owners', 'jid')], ['eggs', 'bag@grain'], 'medium'),
    entry('9003', 'Weather', [], ['rain', 'keeper', '*@any'], 'none'),
  );

  test('counts a name once per XEP, whatever the number of elements that have it', () => {
    assert.deepEqual([farm.seen('n:keeper'), farm.seen('n:eggs'), farm.seen('n:any')], [{ judged: 2, carriers: 1 }, { judged: 2, carriers: 0 }, { judged: 0, carriers: 0 }]);
  });

  test('speaks for names that carry, against names that do not, and not at all of unknown ones', () => {
    assert.ok(farm.odds('s:own') > farm.odds('n:owner') && farm.odds('n:owner') > 0);
    assert.ok(farm.odds('n:eggs') < farm.odds('n:rain') && farm.odds('n:rain') < 0);
    assert.equal(farm.odds('n:tractor'), 0);
  });

  test('tells categories apart by an attribute and its element', () => {
    const likeliest = (feature: string): string | undefined => {
      const odds = farm.categoryOdds(feature) ?? assert.fail(feature);
      return farm.categories[odds.indexOf(Math.max(...odds))];
    };
    assert.deepEqual([likeliest('@:coop@keeper'), likeliest('@:door@keeper'), likeliest('title:feed')], ['location', 'jid', 'jid']);
    assert.equal(farm.categoryOdds('n:eggs'), undefined);
    assert.ok((farm.usualCategories[0] ?? 0) > (farm.usualCategories[1] ?? 0));
  });

  test('knows documents by the stems of their titles', () => {
    assert.ok(farm.titleOdds('Houses') > 0 && farm.titleOdds('House of Hens') > 0 && farm.titleOdds('Weather Reports') < 0);
    assert.equal(farm.titleOdds('Tractors'), 0);
    assert.ok(farm.titleLevel('Houses') > farm.titleLevel('Feeding') && farm.titleLevel('Weather') < 1.5);
    assert.equal(farm.titleLevel('Tractors'), 1.5);
  });

  test('finds the categories that a word of prose speaks of by its beginning, terms of several words left out', () => {
    assert.deepEqual([farm.speaksOf('farmers'), farm.speaksOf('meadows'), farm.speaksOf('farm'), farm.speaksOf('hen')], [[0], [1], undefined, undefined]);
  });
});
