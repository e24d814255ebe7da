// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { sarifResults, scanGithub, scanSarif } from '../../server/src/report/index.ts';
import { reviewXep, type Review } from '../../server/src/review/index.ts';
import { readEntityFile } from '../../server/src/xep/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { hostile } from './rows.ts';

interface Region { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number; readonly charOffset: number; readonly charLength: number }
interface Result {
  readonly ruleId: string; readonly level: string; readonly message: { readonly text: string }; readonly suppressions?: readonly { readonly justification: string }[]; readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: Region } }[];
}
interface Log { readonly runs: readonly { readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly Result[] }[] }

const dataset = bundledDataset();
const source = xepSource({
  number: '0191', status: 'Experimental', version: '0.1',
  body: exampleSection("<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='otto@real.cafe'/><item jid='nell@garden.example'/></block></iq>"),
});
const review = reviewXep('xep-0191.xml', source, dataset);
const sarif = (...reviews: readonly Review[]): Log => JSON.parse(scanSarif(reviews.map((one) => sarifResults(one, dataset)), '1.2.3', dataset)) as Log;

suite('a scan as SARIF', () => {
  let validate: ValidateFunction;

  suiteSetup(() => {
    const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif').replace(/lib.index\.js$/, join('lib', 'schemas', 'sarif-2.1.0-rtm.5.json'));
    // The schema names draft 4 of JSON Schema, which this validator does not know by name; it uses nothing that later drafts have changed.
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
    validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  });

  function valid(log: Log, what: string): void {
    assert.ok(validate(log), `${what}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  }

  test('is valid by the official schema, which refuses what is not', () => {
    valid(sarif(review), 'a review');
    valid(sarif(), 'no review');
    assert.ok(!validate({ ...sarif(review), version: '3.0' }));
  });

  test('has one result for each finding, with its place, and a rule for each', () => {
    const [run] = sarif(review).runs;
    assert.deepEqual(run?.results.map(({ ruleId, level }) => `${level} ${ruleId}`).sort(), ['note carrier/social-graph', 'note example/real-address', 'warning considerations/privacy-missing', 'warning considerations/uncovered']);
    const rules = new Set(run.tool.driver.rules.map(({ id }) => id));
    assert.deepEqual(run.results.filter(({ ruleId }) => !rules.has(ruleId)), []);
    const region = run.results[0]?.locations[0]?.physicalLocation.region ?? assert.fail('no region');
    assert.equal(source.slice(region.charOffset, region.charOffset + region.charLength), "jid='otto@real.cafe'");
    assert.equal(source.split('\n')[region.startLine - 1]?.slice(region.startColumn - 1, region.endColumn - 1), "jid='otto@real.cafe'");
  });

  test('suppresses what is ignored, with the reason', () => {
    const ignored: Review = { ...review, carriers: review.carriers.map((carrier) => ({ ...carrier, ignored: 'Discussed.' })), problems: [], ignored: review.problems.map((problem) => ({ ...problem, reason: 'Old.' })) };
    const log = sarif(ignored);
    valid(log, 'ignored');
    assert.deepEqual(log.runs[0]?.results.map(({ suppressions }) => suppressions?.[0]?.justification), ['Discussed.', 'Old.', 'Old.', 'Old.']);
  });

  test('knows a finding again by its fingerprint, whatever its lines', () => {
    const prints = (one: Review): readonly string[] => sarif(one).runs[0]?.results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join()) ?? [];
    assert.deepEqual(prints(reviewXep('xep-0191.xml', source.replace('<section1', '\n\n<section1'), dataset)), prints(review));
    assert.equal(new Set(prints(review)).size, 4);
  });

  test('writes paths as references', () => {
    for (const [path, uri] of [['a b/ü#%.xml', 'a%20b/%C3%BC%23%25.xml'], ['a\\b.xml', 'a/b.xml'], ['/x/y.xml', 'file:///x/y.xml'], ['C:\\x\\y.xml', 'file:///C:/x/y.xml'], ['half\ud83d.xml', 'half%EF%BF%BD.xml']] as const) {
      assert.equal(sarif({ ...review, path }).runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, uri);
    }
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`stays valid with ${what} in messages and paths`, () => {
      const log = sarif({ ...review, path: text, title: text, problems: review.problems.map((problem) => ({ ...problem, message: text, about: text })) });
      valid(log, what);
      // eslint-disable-next-line no-control-regex -- no control character may reach a viewer
      assert.doesNotMatch(log.runs[0]?.results.map(({ message }) => message.text).join('') ?? '', /[\u0000-\u001f\u202e]/);
    });
  }

  test('is valid for real documents', function real() {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    const reviews = corpusFiles(folder).filter((_, at) => at % 20 === 3).map((file) => reviewXep(file, readFileSync(join(folder, file), 'utf8'), dataset, { entities }));
    const log = sarif(...reviews);
    valid(log, 'the corpus');
    assert.ok((log.runs[0]?.results.length ?? 0) > 200);
  });
});

suite('a scan as GitHub annotations', () => {
  const lines = (one: Review): string[] => scanGithub(one, dataset).split('\n').slice(0, -1);

  test('has a workflow command for each problem, the gravest first, then one for each category that the document brings', () => {
    assert.deepEqual(lines(review).map((line) => /^::(\w+) .*title=([^:,]+)::/.exec(line)?.slice(1).join(' ')), [
      'warning considerations/privacy-missing', 'warning considerations/uncovered', 'notice example/real-address', 'notice carrier/social-graph',
    ]);
    assert.match(lines(review)[3] ?? '', /^::notice file=xep-0191\.xml,line=10,endLine=10,col=\d+,endColumn=\d+,title=carrier\/social-graph::<item jid\/> may carry personal data \(social graph\), seen by own server, own devices\.$/);
  });

  test('gives columns only where both ends stand on one line', () => {
    const [first] = review.problems;
    assert.ok(first);
    const [line] = lines({ ...review, carriers: [], problems: [{ ...first, end: { line: first.start.line + 1, column: 1 } }] });
    assert.match(line ?? '', /file=xep-0191\.xml,line=\d+,endLine=\d+,title=/);
  });

  test('escapes what would end a command or begin another', () => {
    const [first] = review.problems;
    assert.ok(first);
    const [line, ...rest] = lines({ ...review, carriers: [], path: 'a,b:c%0A\n::set-output.xml', problems: [{ ...first, message: '50% of\r\n::error::all::' }] });
    assert.deepEqual(rest, []);
    assert.match(line ?? '', /file=a%2Cb%3Ac%250A%0A%3A%3Aset-output\.xml,/);
    assert.match(line ?? '', /::50%25 of ::error::all::$/);
  });

  test('leaves out what is ignored', () => {
    assert.deepEqual(lines({ ...review, problems: [], carriers: review.carriers.map((carrier) => ({ ...carrier, ignored: 'Discussed.' })) }), []);
  });
});
