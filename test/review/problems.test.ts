// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { reviewXep, type Problem } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { reviewOrchard } from './orchard.ts';

/** Findings with this code as `text: message`. */
function found(text: string, code: Problem['code'], review = reviewOrchard(text)): string[] {
  return review.problems.filter((problem) => problem.code === code).map(({ offset, length, message }) => `${text.slice(offset, offset + length)}: ${message}`);
}

suite('an example that is not well-formed', () => {
  const broken = (example: string): string[] => found(xepSource({ body: exampleSection(example) }), 'source/not-well-formed');

  test('is found where it breaks, with what is wrong and what to do', () => {
    const [one, ...others] = broken("<iq><query></iq>");
    assert.match(one ?? '', /^<.*: The example is not well-formed: .+ Mend it, or mark the gap \("\.\.\."\)\.$/);
    assert.deepEqual(others, []);
  });

  test('is told once, however much is wrong', () => {
    assert.equal(broken('<iq><query></iq><iq><query></iq>').length, 1);
  });

  for (const [what, example] of [
    ['a stream that goes on', "<stream:stream to='orchard.example'><iq><query></iq>"], ['the end of a stream', '<iq/></stream:stream>'], ['a gap', '<iq>...<query></iq>'], ['a gap in one character', '<iq>\u2026<query></iq>'], ['a gap in words', '<iq>[SNIP]<query></iq>'],
    ['a prefix that it does not declare', '<p:iq/>'], ['a bare ampersand', '<iq>pears & apples</iq>'], ['a bare sign for less', '<iq>3 < 4</iq>'], ['nothing amiss', '<iq/>'], ['several roots', '<iq/><iq/>'],
  ] as const) {
    test(`is none with ${what}`, () => assert.deepEqual(broken(example), []));
  }

  test('is found behind a bare ampersand too', () => {
    assert.equal(broken('<iq>pears & apples<query></iq>').length, 1);
  });

  test('is looked for in stanzas only', () => {
    const schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:orchard:shed'><xs:element name='shed'></xs:schema>";
    assert.deepEqual(broken(schema), []);
  });
});

suite('a source that is not well-formed', () => {
  test('is found where it breaks, with what to do', () => {
    const text = xepSource({ body: "<section1 topic='Use' anchor='use'><p>Pick.</b></p></section1>" });
    const [problem] = reviewOrchard(text).problems;
    assert.deepEqual([problem?.code, problem?.severity, text.slice(problem?.offset).startsWith('</b>')], ['source/not-well-formed', 'information', true]);
    assert.match(problem?.message ?? '', /^.+ Mend the markup\.$/);
    assert.ok(problem?.message.startsWith(problem.about ?? '?'));
  });
});

suite('a namespace that is declared in a broken way', () => {
  const namespaces = (example: string): string[] => found(xepSource({ body: exampleSection(example) }), 'source/namespace');

  test('is found for a misspelt word, with the right one', () => {
    assert.deepEqual(namespaces("<pick xmln='urn:orchard:harvest:1'/>"), ["xmln='urn:orchard:harvest:1': \"xmln\" declares no namespace: write \"xmlns\"."]);
  });

  test('is found for stray characters, with the namespace that is meant', () => {
    assert.deepEqual(namespaces('<pick xmlns=" urn:orchard:harvest:1"/>'), ["xmlns=\" urn:orchard:harvest:1\": Namespace \" urn:orchard:harvest:1\" has stray characters: write xmlns='urn:orchard:harvest:1'."]);
  });

  test('is information, and known again by what is written', () => {
    const { problems } = reviewOrchard(xepSource({ body: exampleSection("<pick xmln='urn:orchard:harvest:1'/>") }));
    assert.deepEqual(problems.filter(({ code }) => code === 'source/namespace').map(({ severity, about }) => [severity, about]), [['information', 'xmln=urn:orchard:harvest:1']]);
  });

  test('is none that is as it should be', () => {
    assert.deepEqual(namespaces("<pick xmlns='urn:orchard:harvest:1' xmlns:x='urn:x' xml:lang='en' x='urn:x'/>"), []);
  });
});

suite('where a finding on considerations stands', () => {
  const body = exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut><open xmlns='urn:orchard:gate:0' password='s3cret' user='otto@orchard.example' email='otto@orchard.example'/>");

  test('is the name of the header where there is no section', () => {
    assert.match(found(xepSource({ number: '9001', version: '1.2', body }), 'considerations/privacy-missing')[0] ?? '', /^header: /);
  });

  test('is the root where there is no header, and the beginning where there is no root', () => {
    assert.match(found(`<xep>\n${body}</xep>`, 'considerations/privacy-missing')[0] ?? '', /^<xep>: /);
    const { problems } = reviewOrchard(body);
    assert.deepEqual(problems.filter(({ code }) => code === 'considerations/privacy-missing').map(({ offset, length }) => [offset, length]), [[0, 0]]);
  });
});

suite('what a finding on considerations says', () => {
  const category = (id: string) => ({ id, label: id, short: id, definition: '', dpv: [], sensitivity: 'medium' as const, articles: [], weight: 3, terms: [] });
  /** Messages about a document that carries these categories, one element each unless more are named. */
  const messages = (carried: Readonly<Record<string, readonly string[]>>, section = ''): string[] => {
    const entry: Entry = {
      xep: '9001', title: 'Shed', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L5'], reason: 'Names people.' }, namespaces: ['urn:shed:0'], formTypes: [], containers: [], controls: [], notPersonal: [],
      carriers: Object.entries(carried).map(([id, match]) => ({ in: 'urn:shed:0', match, category: id, note: 'Made up.', source: 'Use' })),
    };
    const elements = Object.values(carried).flat().map((name) => `<${name}/>`).join('');
    const dataset = compileDataset({ version: 't', notes: {}, entries: [entry], categories: Object.keys(carried).map(category) });
    return reviewXep('shed.xml', xepSource({ number: '9001', title: 'Shed', version: '1.0', body: `${section}${exampleSection(`<shed xmlns='urn:shed:0'>${elements}</shed>`)}` }), dataset).problems.map(({ message }) => message);
  };
  const privacy = (text: string): string => `<section1 topic='Privacy Considerations' anchor='privacy'><p>${text}</p></section1>`;

  test('names up to three categories, up to two carriers of each, and how many more there are', () => {
    assert.deepEqual(messages({ rakes: ['rake', 'fork', 'hoe'], pots: ['pot'], hoses: ['hose', 'tap'], seeds: ['seed'] }), [
      'No Privacy Considerations, yet the document may carry rakes, pots, hoses and 1 more: add the section.', 'The considerations do not mention hoses, carried by <hose/>, <tap/>: say who sees it.', 'The considerations do not mention pots, carried by <pot/>: say who sees it.',
      'The considerations do not mention rakes, carried by <rake/>, <fork/> and 1 more: say who sees it.', 'The considerations do not mention seeds, carried by <seed/>: say who sees it.',
    ]);
  });

  test('names all where there are no more', () => {
    assert.equal(messages({ rakes: ['rake'], pots: ['pot'], hoses: ['hose'] })[0], 'No Privacy Considerations, yet the document may carry rakes, pots, hoses: add the section.');
  });

  test('names fewer where more do not fit a line, so that what to do is not cut off', () => {
    const long = (letter: string): string => letter.repeat(25);
    assert.equal(messages({ [long('a')]: ['rake'], [long('b')]: ['pot'], [long('c')]: ['hose'] })[0], `No Privacy Considerations, yet the document may carry ${long('a')} and 2 more: add the section.`);
    assert.equal(messages({ ['a'.repeat(14)]: ['rake'], ['b'.repeat(14)]: ['pot'], ['c'.repeat(20)]: ['hose'] })[0], `No Privacy Considerations, yet the document may carry ${'a'.repeat(14)}, ${'b'.repeat(14)} and 1 more: add the section.`);
    const text = messages({ ['a'.repeat(90)]: ['rake'] })[0] ?? '';
    assert.deepEqual([text.length, text.at(-1)], [120, '\u2026']);
  });

  test('tells what to do about a placeholder, a denial and an open point', () => {
    assert.equal(messages({ pots: ['pot'] }, privacy('TODO'))[0], 'Privacy Considerations hold no text, yet the document may carry pots: write them.');
    assert.equal(messages({ pots: ['pot'] }, privacy('No privacy concerns.'))[0], 'Privacy Considerations deny any, yet the document may carry pots: discuss them.');
    const open = messages({ pots: ['pot'] }, `${privacy('The pots may tell strangers a lot.').replace('</section1>', '')}<p>TODO: ${'say how long, '.repeat(9)}</p></section1>`);
    assert.deepEqual(open, ['Privacy Considerations leave a point open: "say how long, say how long, say how lon\u2026" Answer it, then take out the TODO.']);
  });

  test('is known again by the category where it is about one, and by nothing else', () => {
    const { problems } = reviewOrchard(xepSource({ number: '9001', version: '1.2', body: exampleSection("<hut xmlns='urn:orchard:harvest:1'>north</hut>") }));
    assert.deepEqual(problems.map((problem) => [problem.code, 'about' in problem, problem.about]), [['considerations/privacy-missing', false, undefined], ['considerations/uncovered', true, 'location']]);
  });

  test('quotes no more of a long value than leaves what to do', () => {
    const host = `${'pear-'.repeat(11)}tree.orchard.org`;
    const [message = ''] = found(xepSource({ body: exampleSection(`<iq from='o@${host}'/>`) }), 'example/real-address').map((one) => one.slice(one.indexOf(': ') + 2));
    assert.match(message, /^"pear-.*pear-\u2026" may belong to somebody: use a reserved domain such as example\.org\.$/);
    assert.equal(message.length, 120);
  });
});
