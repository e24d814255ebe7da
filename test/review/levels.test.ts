// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset } from '../../server/src/dataset/index.ts';
import { tableRow } from '../../server/src/report/index.ts';
import { reviewXep, type Review } from '../../server/src/review/index.ts';
import { exampleSection, xepSource, type XepFacts } from '../support/xepSource.ts';
import { orchard, reviewOrchard } from './orchard.ts';

const secrets = exampleSection("<open xmlns='urn:orchard:gate:0' password='s3cret' user='otto@orchard.example' email='otto@orchard.example'/>");

function relevance(facts: XepFacts): Review['relevance'] {
  return reviewOrchard(xepSource(facts)).relevance;
}

suite('the level of a document', () => {
  test('is the curated one where there is an entry, whatever the document is', () => {
    for (const facts of [{ version: '1.2' }, { version: '1.2', type: 'Humorous' }, { version: '1.2', status: 'Retracted' }, { version: '1.2', body: secrets }]) {
      const { kind, relevance: { level, codes, reason, basis } } = reviewOrchard(xepSource({ number: '9001', ...facts }));
      assert.equal(kind, 'protocol');
      assert.deepEqual({ level, codes, reason, basis }, { level: 'medium', codes: ['M3', 'M4'], reason: 'Names who picks which tree.', basis: 'curated' });
    }
  });

  for (const [version, basis] of [['1.2', 'curated'], ['1.1.9', 'curated'], ['0.9', 'curated'], ['1.2.0', 'curated'], ['1.2.1', 'stale'], ['1.10', 'stale'], ['2.0', 'stale'], ['', 'curated'], ['one', 'curated']] as const) {
    test(`is ${basis} for version "${version}" of an entry that was reviewed at 1.2`, () => {
      assert.equal(relevance({ number: '9001', version }).basis, basis);
    });
  }

  for (const [what, facts, tags] of [
    ['a humorous document', { type: 'Humorous' }, ['humorous']], ['a procedural document', { type: 'Procedural' }, ['process']], ['a SIG', { type: 'SIG Formation' }, ['process']],
    ['a compliance suite', { title: 'Orchard Compliance Suites 2031' }, ['inherits']], ['a single compliance suite', { title: 'Compliance suite for Orchards' }, ['inherits']], ['an obsolete humorous document', { type: 'Humorous', status: 'Obsolete' }, ['humorous', 'inactive']],
  ] as const) {
    test(`is none for ${what}, whose carriers are shown all the same`, () => {
      const review = reviewOrchard(xepSource({ status: 'Active', ...facts, body: secrets }));
      const { reason, ...rest } = review.relevance;
      assert.deepEqual(rest, { level: 'none', codes: [], basis: 'inferred', tags });
      assert.match(reason, /^A .*\.$/);
      assert.ok(review.carriers.length > 0);
    });
  }

  for (const [status, tags] of [['Draft', []], ['Deferred', ['dormant']], ['Obsolete', ['inactive']], ['deprecated', ['inactive']], ['Retracted', ['inactive']], ['Rejected', ['inactive']], ['ProtoXEP', []]] as const) {
    test(`is not moved by the status ${status}`, () => {
      const { level, tags: given } = relevance({ number: '9001', version: '1.2', status });
      assert.deepEqual({ level, given }, { level: 'medium', given: tags });
    });
  }

  test('has no tags where neither the entry nor the status gives one', () => {
    assert.deepEqual(relevance({ number: '9002', version: '1.2', status: 'Draft' }).tags, []);
  });

  test('is that of the ProtoXEP with the same title until the number has an entry, stale when newer', () => {
    for (const [number, version, basis] of [['xxxx', '1.2', 'curated'], ['9050', '1.2', 'curated'], ['9050', '1.3', 'stale']] as const) {
      const { level, codes, basis: found, tags } = relevance({ number, title: 'Windfall', version });
      assert.deepEqual({ level, codes, found, tags }, { level: 'low', codes: ['L5'], found: basis, tags: [] });
    }
    assert.equal(relevance({ number: '9001', title: 'Windfall', version: '1.2' }).level, 'medium');
  });

  test('is that of the XEP with the same title or namespaces for a ProtoXEP', () => {
    const { level, codes, basis, reason } = relevance({ title: 'Harvest' });
    assert.deepEqual({ level, codes, basis }, { level: 'medium', codes: ['M3', 'M4'], basis: 'inferred' });
    assert.match(reason, /^As XEP-9001, /);
    const schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:windfall:0'><xs:element name='gatherer'/></xs:schema>";
    assert.match(relevance({ title: 'Fallen Fruit', body: exampleSection(schema) }).reason, /^As ProtoXEP windfall, /);
  });

  test('is not that of the RFCs for a document that extends what these define', () => {
    const core = { rfc: '6120', title: 'Core', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'high', codes: ['H1'], reason: 'Carries all.' }, namespaces: ['urn:orchard:stream'], formTypes: [], carriers: [], containers: [], controls: [], notPersonal: [] } as const;
    const withCore = compileDataset({ version: 'test', notes: {}, categories: [...orchard.categories.values()], entries: [...orchard.entries.values(), core] });
    const schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:stream'><xs:element name='pause'/></xs:schema>";
    const { level, reason } = reviewXep('pause.xml', xepSource({ title: 'Pause', body: exampleSection(schema) }), withCore).relevance;
    assert.equal(level, 'none');
    assert.doesNotMatch(reason, /RFC/);
  });

  test('is inferred from what nobody has judged, with codes of that level only, in rule order', () => {
    const { level, codes, basis, reason } = relevance({ title: 'Gate', body: secrets });
    assert.equal(basis, 'inferred');
    assert.notEqual(level, 'none');
    assert.ok(codes.length > 0);
    assert.deepEqual(codes.filter((code) => !code.startsWith(level.charAt(0).toUpperCase())), []);
    assert.deepEqual(codes, [...codes].sort());
    assert.match(reason, /^Inferred/);
  });

  test('is none where nothing is carried', () => {
    assert.deepEqual(relevance({ title: 'Fold', body: exampleSection("<fold xmlns='urn:orchard:fold:0' width='80'/>") }), { level: 'none', codes: [], basis: 'inferred', tags: [], reason: 'Nothing that it defines is known or seen to carry personal data of weight.' });
  });

  test('does not rest on the addresses of stanzas', () => {
    const stanza = "<message from='otto@orchard.example/shed' to='nell@garden.example'><fold xmlns='urn:orchard:fold:0' width='80'/></message>";
    const review = reviewOrchard(xepSource({ title: 'Fold', body: exampleSection(stanza) }));
    assert.deepEqual(review.carriers.map(({ id, baseline, own }) => [id, baseline, own]), [['jabber:client message@from', true, false], ['jabber:client message@to', true, false]]);
    assert.equal(review.relevance.level, 'none');
  });

  test('is the same in a summary', () => {
    for (const facts of [{ number: '9001' }, { title: 'Gate', body: secrets }]) {
      const summary = reviewXep('orchard.xml', xepSource(facts), orchard, { detail: 'summary' });
      assert.deepEqual(summary.relevance, relevance(facts));
      assert.deepEqual(tableRow(summary, orchard), tableRow(reviewXep('orchard.xml', xepSource(facts), orchard), orchard));
    }
  });
});

suite('how strictly considerations are judged', () => {
  const hut = exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut>");
  for (const [type, status, severity] of [
    ['Standards Track', 'ProtoXEP', 'warning'], ['Informational', 'ProtoXEP', 'warning'], ['Standards Track', 'Experimental', 'warning'], ['Standards Track', 'Proposed', 'warning'], ['Informational', 'Experimental', 'information'],
    ['Standards Track', 'Draft', 'information'], ['Standards Track', 'Stable', 'information'], ['Standards Track', 'Active', 'information'], ['Historical', 'Active', 'information'], ['Standards Track', 'Deferred', 'information'], ['Standards Track', 'Final', 'hint'],
    ['Standards Track', 'Obsolete', 'hint'], ['Standards Track', 'Retracted', 'hint'],
  ] as const) {
    test(`is ${severity} for ${type}, ${status}`, () => {
      const { problems } = reviewOrchard(xepSource({ number: '9001', version: '1.2', type, status, body: hut }));
      assert.deepEqual(problems.map((problem) => [problem.code, problem.severity]), [['considerations/privacy-missing', severity], ['considerations/uncovered', severity]]);
    });
  }

  test('is not at all where nothing is defined or no protocol is', () => {
    assert.deepEqual(reviewOrchard(xepSource({ number: '9002', version: '1.2', body: hut })).problems, []);
    assert.deepEqual(reviewOrchard(xepSource({ type: 'Humorous', status: 'Active', body: secrets })).problems, []);
  });

  const privacy = (text: string): string => `<section1 topic='Privacy Considerations' anchor='privacy'><p>${text}</p></section1>`;
  for (const [what, body, codes] of [
    ['a placeholder', privacy('TODO'), ['privacy-placeholder', 'uncovered']], ['a denial', privacy('There are no privacy concerns.'), ['privacy-denial', 'uncovered']],
    ['a text that leaves the hut out', privacy('A picker MUST be asked first.'), ['uncovered']], ['a text that names the category', privacy('Mind the location of people.'), []],
    ['a security section that names it', `${privacy('See above.')}<section1 topic='Security Considerations'><p>The location of people leaks.</p></section1>`, []],
    ['a denial beside a security section that names it', `${privacy('No privacy concerns.')}<section1 topic='Security Considerations'><p>The location of people leaks.</p></section1>`, ['privacy-denial']],
    ['a section below another', `<section1 topic='Considerations'><section2 topic='Privacy considerations'><p>The location of people leaks.</p></section2></section1>`, []],
    ['a section on privacy lists', "<section1 topic='Privacy List Considerations'><p>The location of people leaks.</p></section1>", ['privacy-missing', 'uncovered']],
  ] as const) {
    test(`finds ${codes.length === 0 ? 'nothing amiss' : codes.join(' and ')} in ${what}`, () => {
      const text = xepSource({ number: '9001', version: '1.2', status: 'Experimental', body: hut + body });
      const { problems } = reviewOrchard(text);
      assert.deepEqual(problems.map((problem) => problem.code.replace('considerations/', '')).sort(), [...codes].sort());
      for (const { offset, length } of problems) {
        const marked = text.slice(offset, offset + length);
        assert.ok(what.includes('lists') ? marked === 'header' : marked === "<section1 topic='Privacy Considerations' anchor='privacy'>", marked);
      }
    });
  }
});
