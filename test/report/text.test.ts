// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { explainCarrier, explainName, reviewJson, scanJson, scanText, tableRow } from '../../server/src/report/index.ts';
import type { Carrier, Review } from '../../server/src/review/index.ts';
import { dataset, hostile } from './rows.ts';

const place = { offset: 10, length: 3, start: { line: 2, column: 5 }, end: { line: 2, column: 8 } };
const silent = { state: 'absent', grade: 0, covers: [], missing: [], range: null } as const;

function carrier(changes: Partial<Carrier> = {}): Carrier {
  return {
    id: 'urn:kettle:0 cup@owner', namespace: 'urn:kettle:0', element: 'cup', attribute: 'owner', field: null, category: 'mug', also: ['tea'], own: true, ordered: false, baseline: false, basis: 'curated',
    sensitivity: 'medium', subject: ['user'], recipients: ['contact'], retention: 'stored', mitigations: ['9043'], rights: ['erasure'], flags: ['special-category'], note: 'Whose cup it is.',
    verdict: { entry: '9042', source: 'Cups' }, occurrences: [{ where: 'example', ...place }, { where: 'schema', ...place }], ignored: null, ...changes,
  };
}

function review(changes: Partial<Review> = {}): Review {
  return {
    path: 'kitchen/xep-9042.xml', number: '9042', title: 'Kettle', status: 'Draft', type: 'Standards Track', version: '1.0', kind: 'protocol',
    relevance: { level: 'high', codes: ['H1'], reason: 'Keeps what was drunk.', basis: 'stale', tags: [] }, carriers: [carrier()],
    considerations: { privacy: { ...silent, missing: ['tea'] }, security: silent }, problems: [{ code: 'source/namespace', severity: 'information', message: 'Odd.', ...place }], ignored: [], ...changes,
  };
}

suite('a review as text', () => {
  test('gives level, carriers with place, considerations and problems', () => {
    assert.deepEqual(scanText(review({ carriers: [carrier(), carrier({ id: 'urn:b x', own: false, basis: 'inferred', category: 'tea', recipients: [], retention: '' }), carrier({ id: 'stanza', baseline: true })] }), dataset).split('\n'), [
      'kitchen/xep-9042.xml  XEP-9042: Kettle (Draft, version 1.0)',
      '  High (H1), reviewed for an older version. Keeps what was drunk.',
      '  Defined here:',
      '    2:5 urn:kettle:0 cup@owner (2x): Mug & spoon; medium; seen by contacts; kept: until changed',
      '  Borrowed:',
      '    2:5 urn:b x (2x): Tea; medium; inferred',
      '  Privacy Considerations: absent. Security Considerations: absent. Not mentioned: tea.',
      '  2:5 information Odd. [source/namespace]', '',
    ]);
  });

  test('lets no document steer the terminal or forge a line', () => {
    for (const text of Object.values(hostile)) {
      const shown = scanText(review({ title: text, carriers: [carrier({ id: text })], relevance: { level: 'low', codes: [], reason: text, basis: 'inferred', tags: [] } }), dataset);
      assert.equal(shown.split('\n').length, 7);
      assert.doesNotMatch(shown, /[\u0000-\u0009\u000b-\u001f\u202e]/); // eslint-disable-line no-control-regex -- looked for
    }
  });
});

suite('an explained carrier', () => {
  test('says what, about whom, seen by whom, how long and who says so', () => {
    assert.deepEqual(explainCarrier(carrier(), dataset).split('\n'), [
      'urn:kettle:0 cup@owner', '  Mug & spoon, sensitivity medium; also: Tea habits', '  Whose cup it is.', '  about: user', '  seen by: contacts', '  kept: until changed', '  mitigations: XEP-9043',
      '  rights with a means in XMPP: erasure', '  flags: special-category', '  GDPR: Art. 4(1); DPV: pd:Thing', '  curated in XEP-9042, section "Cups"', '',
    ]);
  });

  test('that was inferred says so', () => {
    assert.match(explainCarrier(carrier({ verdict: { entry: null, source: '' } }), dataset), /\n {2}inferred, not reviewed by a person\n$/);
  });

  test('of a XEP that is no longer recommended says so, and what took its place', () => {
    const told = (name: string, status: string, supersededBy?: readonly string[]): string => {
      const entry = { xep: '9041', title: 'Pot', status, ...supersededBy && { supersededBy }, reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L1'], reason: 'Tea.' }, namespaces: ['urn:pot:0'], formTypes: [], carriers: [{ in: 'urn:pot:0', match: ['lid'], category: 'tea', source: 'Lids' }], containers: [], controls: [], notPersonal: [] } as const satisfies Entry;
      return explainName('urn:pot:0', name, compileDataset({ version: 'test', notes: {}, categories: [], entries: [entry] })).text;
    };
    assert.match(told('lid', 'Obsolete', ['9042', '9043']), /curated in XEP-9041 version 1\.0 \(Obsolete, superseded by XEP-9042, XEP-9043\), section "Lids"/);
    assert.match(told('spout', 'Retracted'), /defined by XEP-9041 version 1\.0 \(Retracted\), which/);
    assert.match(told('lid', 'Deferred'), /curated in XEP-9041 version 1\.0, section/);
  });

  test('that nobody judged is not known', () => {
    assert.deepEqual(explainName('urn:kettle:0', 'cup', dataset), { text: 'urn:kettle:0 cup: not in the dataset. The dataset does not know this namespace.\n', known: false });
  });
});

suite('reviews as JSON', () => {
  test('stand in the published frame', () => {
    const parsed = JSON.parse(scanJson([reviewJson(review()), reviewJson(review({ title: hostile['a line break'] ?? '' }))], '1.2.3', 'd')) as { readonly documents: readonly unknown[] };
    assert.deepEqual(parsed, { schemaVersion: 1, tool: { name: 'xep-gdpr', version: '1.2.3', dataset: 'd' }, documents: [review(), review({ title: hostile['a line break'] ?? '' })] });
    assert.deepEqual((JSON.parse(scanJson([], '1', 'd')) as typeof parsed).documents, []);
  });
});

suite('the row of a review', () => {
  test('counts what the document brings and leaves addressing and borrowed data out', () => {
    const carriers = [
      carrier({ category: 'tea', retention: 'session', recipients: ['public', 'own-server'] }), carrier({ own: false, retention: 'archived' }),
      carrier({ category: 'mug', own: false, ordered: true, retention: 'stored' }), carrier({ baseline: true, recipients: ['moderators'] }),
    ];
    const { categories, recipients, retention, number, name } = tableRow(review({ carriers }), dataset);
    assert.deepEqual({ categories, recipients, retention, number, name }, { categories: ['tea', 'mug'], recipients: ['own-server', 'contact', 'public'], retention: 'stored', number: '9042', name: 'XEP-9042' });
  });

  test('names a ProtoXEP by its file', () => {
    assert.equal(tableRow(review({ number: 'xxxx', path: 'inbox/tea.time.XML' }), dataset).name, 'tea.time');
    assert.equal(tableRow(review({ number: '', path: 'c:\\xeps\\pot.xml' }), dataset).name, 'pot');
    assert.equal(tableRow(review({ number: 'xxxx' }), dataset).number, null);
  });
});
