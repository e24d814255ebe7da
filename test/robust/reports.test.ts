// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { entryErrors } from '../../server/src/dataset/index.ts';
import { applyEdits, entrySkeleton, privacySectionEdits, renderTable, renderTriage, sarifResults, scanGithub, scanSarif, scanText, tableFormats, tableRow, triageFormats, triageOf, updateTable } from '../../server/src/report/index.ts';
import { compareReviews, coverXep, draftXep, reviewXep } from '../../server/src/review/index.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { tries } from './budget.ts';
import { constructs } from './constructs.ts';
import { document } from './documents.ts';
import { growthOf } from './growth.ts';
import { mutated, mutation } from './mutation.ts';

const dataset = bundledDataset();

/** Everything that is made of one document. */
function allReports(text: string): Readonly<Record<string, string>> {
  const review = reviewXep('kettle.xml', text, dataset);
  const read = readXep(text);
  const triage = triageOf(read, review, dataset);
  return {
    text: scanText(review, dataset), github: scanGithub(review, dataset), sarif: scanSarif([sarifResults(review, dataset)], '0', dataset),
    ...Object.fromEntries(tableFormats.filter((format) => format !== 'html').map((format) => [`table ${format}`, renderTable(format, [tableRow(review, dataset)], dataset, '0', () => true)])),
    ...Object.fromEntries(triageFormats.map((format) => [`triage ${format}`, renderTriage(format, triage, '0')])),
    skeleton: applyEdits(text, privacySectionEdits(read, review, dataset)), updated: updatedTable(text),
  };
}

/** The document with one row in its relevance table, or as it was where it has none. */
function updatedTable(text: string): string {
  const updated = updateTable(text, ['<tr><td>&xep0045;</td><td><strong>High</strong>.</td></tr>']);
  return 'text' in updated ? updated.text : text;
}

suite('what is made of a document, however broken it is,', () => {
  test('is well-formed in its own format', () => {
    fc.assert(fc.property(document, (text) => {
      const reports = allReports(text);
      for (const name of ['sarif', 'table json']) {
        JSON.parse(reports[name] ?? '');
      }
      assert.equal(XMLValidator.validate(`<table>${reports['table xep'] ?? ''}</table>`), true);
      new XMLParser().parse(reports['triage html'] ?? '');
      assert.equal((reports['github'] ?? '').split('\n').every((line) => line === '' || line.startsWith('::')), true);
      assert.equal((reports['table markdown'] ?? '').trimEnd().split('\n').length, 3);
    }), tries(25, 0.05));
  });

  test('changes nothing of the skeleton that was put in before', () => {
    fc.assert(fc.property(document, (text) => {
      const once = allReports(text)['skeleton'] ?? '';
      assert.equal(allReports(once)['skeleton'], once);
    }), tries(20, 0.05));
  });

  test('puts the same rows into a relevance table a second time and changes nothing', () => {
    const table = "<section1 topic='XEPs covered in this document'><table><tr><th>XEP</th><th>Relevance</th></tr></table></section1></xep>";
    fc.assert(fc.property(document, fc.array(mutation, { maxLength: 2 }), (text, breaks) => {
      const once = updatedTable(mutated(text.replace('</xep>', table), breaks));
      assert.equal(updatedTable(once), once);
    }), tries(40, 0.03));
  });

  test('tells no difference where there is none, and is a sound entry, and is covered', () => {
    fc.assert(fc.property(document, (text) => {
      const review = reviewXep('kettle.xml', text, dataset);
      assert.equal(compareReviews(review, review)?.kind, 'same');
      assert.deepEqual(entryErrors(entrySkeleton(draftXep('kettle.xml', text, dataset), '2026-11-27')), []);
      coverXep('kettle.xml', text, dataset);
    }), tries(20, 0.05));
  });
});

suite('the time of all reports grows no faster than the document', () => {
  for (const what of ['names', 'carriers with addresses that are real', 'form fields', 'namespaces', 'paragraphs with a TODO', 'sentences', 'tables', 'privacy considerations', 'spaces in the tag of considerations', 'spaces before a relevance table']) {
    test(`with many ${what}`, () => {
      const { small, large, excess } = growthOf(constructs[what] ?? String, (text) => { allReports(text); draftXep('kettle.xml', text, dataset); coverXep('kettle.xml', text, dataset); }, what.startsWith('spaces') ? 16_000 : 4_000, 16, 16 / 3);
      assert.ok(excess < 16 / 3, `${excess.toFixed(1)} times faster: ${small.toFixed(1)} ms, for 16 times as many ${large.toFixed(0)} ms`);
    });
  }
});
