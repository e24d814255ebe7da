// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { codeInWords } from '../../server/src/report/codeInWords.ts';
import { relatedXeps, renderTriage, triageFormats, triageOf, type Triage, type TriageFormat } from '../../server/src/report/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { readEntityFile, readXep } from '../../server/src/xep/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { hostile } from './rows.ts';

const dataset = bundledDataset();
const silent = { state: 'absent', grade: 0, covers: [], missing: [], range: null } as const;

function triage(changes: Partial<Triage> = {}): Triage {
  return {
    path: 'kettle.xml', name: 'kettle: Kettle', kind: 'Standards Track, ProtoXEP, version 0.0.1', level: 'high', codes: ['H1', 'M2'], reason: 'Keeps what was drunk.', basis: 'inferred',
    categories: [{ label: 'Location', names: '<lat/> and <lon/>', seenBy: 'own server, contacts', kept: 'as history', about: 'contacts', isInferred: false }], borrowed: 2,
    privacy: silent, security: { ...silent, state: 'present', grade: 2 }, leftOut: ['Location'], questions: [{ text: 'How exact are <lat/> and <lon/>?', touched: false }, { text: 'How long is <lat/> kept?', touched: true }],
    related: [{ number: '0080', title: 'User Location', level: 'high', codes: ['H2'], how: 'depends' }], unjudged: ['1 name judged by name and example only, by no person: <lat/>.'], ...changes,
  };
}

const linesOf = (format: TriageFormat, one: Triage): string[] => renderTriage(format, one, '1.2.3').split('\n');

suite('a triage page', () => {
  test('says in Markdown what it is, what it carries, what is left out, what to ask, what is related and what is open', () => {
    const page = renderTriage('markdown', triage(), '1.2.3');
    for (const part of [
      '# GDPR triage: kettle: Kettle\n', '**High (H1, M2), inferred.** Keeps what was drunk. Standards Track, ProtoXEP, version 0.0.1.\n', '- H1: Content of communications is stored',
      '- **Location**: `<lat/>` and `<lon/>`. Seen by own server, contacts; kept: as history; about contacts too.\n- Beside these: 2 names that other XEPs define.\n',
      '- Privacy Considerations: absent. Security Considerations: present, grade 2 of 4 (names a risk).\n- Not mentioned in either: Location.\n',
      '1. How exact are `<lat/>` and `<lon/>`?\n2. How long is `<lat/>` kept? (The text touches on this: is it enough?)\n', '- XEP-0080 User Location: high (H2), named as a dependency\n', 'by no person: `<lat/>`.\n', 'Not legal advice.',
    ]) {
      assert.ok(page.includes(part), `${part} is not in\n${page}`);
    }
  });

  test('is a mail with lines of at most 76 characters and a sixth question for a Last Call', () => {
    const mail = linesOf('text', triage({ reason: 'word '.repeat(60).trim() }));
    assert.deepEqual(mail.filter((line) => line.length > 76 || /\s$/.test(line)), []);
    assert.ok(mail.includes('6. Does the specification say who sees the personal data that it carries,'));
    assert.ok(mail.includes('a) How exact are <lat/> and <lon/>?'));
  });

  test('is a page of its own in HTML, without script or remote content', () => {
    const page = renderTriage('html', triage(), '1.2.3');
    assert.equal(XMLValidator.validate(page.replace('<!DOCTYPE html>', '').replace(/<meta ([^>]*)>/g, '<meta $1/>')), true);
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /<script|<img|src=|@import|url\(/);
    assert.match(page, /<code>&lt;lat\/&gt;<\/code>/);
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`shows ${what} as text in every format`, () => {
      const item = { label: text, names: text, seenBy: text, kept: text, about: text, isInferred: true };
      const one = triage({ name: text, kind: text, reason: text, categories: [item], leftOut: [text], questions: [{ text, touched: true }], unjudged: [text], related: [{ number: '0080', title: text, level: 'high', codes: [], how: 'uses' }] });
      const page = renderTriage('html', one, '1.2.3');
      assert.equal(XMLValidator.validate(page.replace('<!DOCTYPE html>', '').replace(/<meta ([^>]*)>/g, '<meta $1/>')), true);
      assert.doesNotMatch(page, /<script|<b>|<\/table>/);
      const markdown = renderTriage('markdown', one, '1.2.3');
      assert.doesNotMatch(markdown, /<script|<b>|<\/table>|\*a\*(?!\*)|(?<!\\)\]\(/);
      // eslint-disable-next-line no-control-regex -- no control character may reach a terminal
      assert.doesNotMatch(markdown + renderTriage('text', one, '1.2.3'), /[\u0000-\u0009\u000b-\u001f\u202e]/);
      const sections = (lines: readonly string[]): number => lines.filter((line) => line.startsWith('#')).length;
      assert.equal(sections(linesOf('markdown', one)), sections(linesOf('markdown', triage())));
    });
  }

  test('begins no line of Markdown with what would be a list or heading there', () => {
    const reason = `${'word '.repeat(19)}1. ${'word '.repeat(20)}- ${'word '.repeat(20)}+ ${'word '.repeat(20)}= end.`;
    assert.deepEqual(linesOf('markdown', triage({ reason })).filter((line) => /^\s*(?:\d+\.|[-+=]) (?:word|end)/.test(line)), []);
  });

  test('explains level codes as data/codes.md does', () => {
    const table = readFileSync(fileURLToPath(new URL('../../data/codes.md', import.meta.url)), 'utf8');
    const rows = [...table.matchAll(/^\| ([HMLA][\d+-]) \| (.*) \|$/gm)];
    assert.equal(rows.length, 23);
    assert.deepEqual(rows.map(([, code = '']) => codeInWords(code)), rows.map(([, , meaning]) => meaning));
  });
});

suite('the triage of a document', () => {
  const body = exampleSection("<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block><x xmlns='urn:xmpp:reporting:1'/><boil xmlns='urn:kettle:0' unheard-of='3'/></iq>");
  const text = xepSource({ number: '0191', version: '99', body }).replace('</number>', '</number><dependencies><spec>XMPP Core</spec><spec>XEP-0030</spec><spec>XEP-9999</spec></dependencies>');
  const document = readXep(text);
  const review = reviewXep('xep-0191.xml', text, dataset);

  test('names what the document brings, with who sees it and for how long', () => {
    const { categories, leftOut, questions } = triageOf(document, review, dataset);
    assert.deepEqual(categories.map(({ label, names }) => [label, names]), [['Social graph', '<item jid/>']]);
    assert.ok(categories[0]?.seenBy.includes('own server') && categories[0].kept === 'until changed');
    assert.deepEqual(leftOut, ['Social graph']);
    assert.ok(questions.length >= 3 && questions.length <= 7);
  });

  test('says what it rests on and what nobody judged', () => {
    const { unjudged } = triageOf(document, review, dataset);
    assert.match(unjudged[0] ?? '', /^The verdict is for version [\d.]+; the document is at 99\.$/);
    assert.ok(unjudged.some((note) => note.includes('<boil unheard-of/>')));
  });

  test('lists dependencies and used vocabulary with their levels, highest first', () => {
    assert.deepEqual(relatedXeps(document, review, dataset).map(({ number, level, how }) => `${number} ${level} ${how}`), ['0030 low depends']);
    const used = xepSource({ number: '9003', body: exampleSection("<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>1</lat></geoloc>") });
    assert.deepEqual(relatedXeps(readXep(used), reviewXep('x.xml', used, dataset), dataset).map(({ number, how }) => `${number} ${how}`), ['0080 uses']);
  });

  test('follows what others inherit', () => {
    const suite = [...dataset.entries.values()].find(({ inherits }) => inherits !== undefined && inherits.length > 3) ?? assert.fail();
    const source = xepSource({ number: '9003' }).replace('</number>', `</number><dependencies><spec>XEP-${suite.xep ?? ''}</spec></dependencies>`);
    const related = relatedXeps(readXep(source), reviewXep('x.xml', source, dataset), dataset).map(({ number }) => number);
    assert.deepEqual(suite.inherits?.filter((number) => !related.includes(number)), []);
  });
});

suite('triage pages of the corpus', () => {
  test('fit a screen, and ask three to seven questions where a protocol brings something of weight', function fits() {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    // Every ninth document, and those with the longest lists.
    const files = corpusFiles(folder).filter((file, at) => at % 9 === 0 || /0045|0154|0060|0084|0313/.test(file));
    for (const file of files) {
      const source = readFileSync(join(folder, file), 'utf8');
      const review = reviewXep(file, source, dataset, { entities });
      const one = triageOf(readXep(source, entities), review, dataset);
      for (const format of ['markdown', 'text'] as const) {
        const { length } = linesOf(format, one);
        assert.ok(length <= 61, `${file}: ${length} lines of ${format}`);
      }
      assert.ok(one.questions.length <= 7 && (review.kind !== 'protocol' || one.categories.length === 0 || one.questions.length >= 3), `${file}: ${one.questions.length} questions`);
    }
    assert.ok(triageFormats.length === 3 && files.length > 70);
  });
});
