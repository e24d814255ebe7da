// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep, type ReviewOptions, type Review } from '../../server/src/review/index.ts';
import { fragmentCache } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const carrier = (category: string, ...match: string[]): Entry['carriers'][number] => ({ in: 'urn:mill:0', match, category, note: 'Names somebody.', source: 'Milling' });
const mill: Entry = {
  xep: '9001', title: 'Mill', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L5'], reason: 'Names people.' }, namespaces: ['urn:mill:0'], formTypes: [],
  carriers: [carrier('jid', 'sack@owner', 'flour@owner', 'grain@owner', 'miller'), carrier('location', 'wheel')], containers: [], controls: [], notPersonal: [],
};
const category = (id: string, short: string, weight: number): Parameters<typeof compileDataset>[0]['categories'][number] => ({ id, label: short, short, definition: '', dpv: [], sensitivity: 'medium', articles: [], weight, terms: [`${short} of people`] });
const dataset = compileDataset({ version: 'test', notes: {}, entries: [mill], categories: [category('jid', 'the address', 2), category('location', 'the whereabouts', 3)] });

const prose = (text: string): string => `<section1 topic='Milling'><p>${text}</p></section1>`;
const considerations = (topic: 'Privacy' | 'Security', text: string): string => `<section1 topic='${topic} Considerations' anchor='${topic}'><p>${text}</p></section1>`;
const element = (name: string): string => `<${name} xmlns='urn:mill:0'>otto@mill.example</${name}>`;

function review(body: string, options?: ReviewOptions): Review {
  return reviewXep('mill.xml', xepSource({ number: '9001', title: 'Mill', version: '1.0', body }), dataset, options);
}

suite('the order of what a review tells', () => {
  const ids = ({ carriers }: Review): string[] => carriers.map(({ id }) => id.replace('urn:mill:0 ', ''));

  test('is that of the document, whatever shows a carrier', () => {
    assert.deepEqual(ids(review(prose('The &lt;wheel/&gt; turns.') + exampleSection(element('miller')))), ['wheel', 'miller']);
    assert.deepEqual(ids(review(exampleSection(element('miller')) + prose('The &lt;wheel/&gt; turns.'))), ['miller', 'wheel']);
  });

  test('is that of the names for carriers at one place', () => {
    assert.deepEqual(ids(review(prose("The 'owner' attribute says whose it is."))), ['flour@owner', 'grain@owner', 'sack@owner']);
  });

  test('is that of the document for the places of a carrier, though schemas are read after examples', () => {
    const schema = "<code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:mill:0'><xs:element name='miller'/></xs:schema>]]></code>";
    const [miller] = review(`${exampleSection(element('miller'))}<section1 topic='Schema'>${schema}</section1>${exampleSection(element('miller'))}`).carriers;
    assert.deepEqual(miller?.occurrences.map(({ where }) => where), ['example', 'schema', 'example']);
    assert.deepEqual(miller?.occurrences.map(({ offset }) => offset), miller?.occurrences.map(({ offset }) => offset).sort((one, other) => one - other));
  });

  test('is that of the document for problems too, and that of codes and messages at one place', () => {
    const { problems } = review(exampleSection(`<iq>${element('wheel')}${element('miller')}`) + considerations('Privacy', 'There are no privacy concerns.'));
    assert.deepEqual(problems.map(({ code, about }) => [code, about === undefined || code.startsWith('source') ? '' : about]), [
      ['source/not-well-formed', ''], ['considerations/privacy-denial', ''], ['considerations/uncovered', 'jid'], ['considerations/uncovered', 'location'],
    ]);
  });
});

suite('a summary', () => {
  const body = exampleSection(`<iq from='nell@mill.org'>${element('wheel')}`) + considerations('Privacy', 'The whereabouts of people leak, the address does not.');

  test('leaves out places, addressing, problems and what considerations say, but for their state', () => {
    const { carriers, problems, considerations: { privacy, security } } = review(body, { detail: 'summary' });
    assert.deepEqual(carriers.map(({ id, occurrences }) => [id, occurrences]), [['urn:mill:0 wheel', []]]);
    assert.deepEqual([problems, privacy.state, privacy.covers, privacy.missing, privacy.range], [[], 'present', [], [], null]);
    assert.deepEqual([security.state, security.covers, security.missing, security.range], ['absent', [], [], null]);
  });

  test('is only made where it is asked for', () => {
    const { carriers, problems, considerations: { privacy } } = review(body);
    assert.deepEqual(carriers.map(({ id, occurrences }) => [id, occurrences.length]), [['jabber:client iq@from', 1], ['urn:mill:0 wheel', 1]]);
    assert.deepEqual([problems.length, privacy.covers, privacy.range === null], [2, ['location'], false]);
    assert.deepEqual(review(body, { detail: 'full' }), review(body));
  });
});

test('what considerations leave out is asked anew when the document comes to carry something, or either section says more', () => {
  const fragments = fragmentCache(60);
  const missing = (example: string, privacy: string, security: string): readonly string[] => review(exampleSection(example) + considerations('Privacy', privacy) + considerations('Security', security), { fragments }).considerations.privacy.missing;
  const [silent, told] = ['Somebody MUST be asked first.', 'The whereabouts of people leak to others.'];
  assert.deepEqual([missing('<iq/>', silent, silent), missing(element('wheel'), silent, silent), missing(element('miller'), silent, silent), missing(element('wheel'), silent, silent)], [[], ['location'], ['jid'], ['location']]);
  assert.deepEqual([missing(element('wheel'), told, silent), missing(element('wheel'), silent, silent), missing(element('wheel'), silent, told)], [[], ['location'], []]);
});
