// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { addIgnore, baselineText, readBaseline, readEntries, readWorkspaceFile } from '../../server/src/dataset/index.ts';
import { applyBaseline, applyIgnores, applyOverrides, reviewXep } from '../../server/src/review/index.ts';
import { readEntityFile } from '../../server/src/xep/index.ts';
import { blocking } from '../lsp/blocking.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { tries } from './budget.ts';
import { constructs } from './constructs.ts';
import { baselineFile, dataConstructs, datasetText, entityText, soundIgnore, workspaceText } from './dataFiles.ts';
import { document } from './documents.ts';
import { growthOf } from './growth.ts';
import { soundReview } from './invariants.ts';

const built = bundledDataset();
const kettle = xepSource({ body: exampleSection("<brew xmlns='urn:kettle:0' user='ada@kettle.lit'/>") });

/** Whether a place that an error names is in the text, 1-based. */
function isIn(text: string, line: number, column: number): void {
  const lines = text.split(/\r\n|\n|\r/);
  assert.ok(line >= 1 && line <= lines.length, `line ${line} of ${lines.length}`);
  assert.ok(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1, `column ${column} of line ${line}: ${JSON.stringify(lines[line - 1])}`);
}

/** What of the built-in data a review of a document that no own entry speaks of shows. */
const blockingNow = JSON.stringify(reviewXep('xep-0191.xml', blocking(), built).carriers);

suite('a workspace\'s own file, however broken', () => {
  test('is read as far as it is sound; what is not is named with place and reason', () => {
    fc.assert(fc.property(workspaceText, (text) => {
      const file = readWorkspaceFile(text);
      for (const { line, column, endLine, endColumn, message } of file.errors) {
        isIn(text, line, column);
        isIn(text, endLine, endColumn);
        assert.ok(endLine > line || (endLine === line && endColumn >= column));
        assert.match(message, /^\S.*\.$/s);
      }
      assert.equal(file.ignoreSpans.length, file.ignores.length);
      file.ignoreSpans.forEach(({ start, end }, index) => { assert.deepEqual(JSON.parse(text.slice(start, end)), file.ignores[index]); });
      let value: unknown;
      try {
        value = JSON.parse(text.replace(/^\ufeff/, ''));
      } catch {
        assert.ok(file.errors.length > 0, 'what is no JSON passes as sound');
      }
      if (file.errors.length === 0) {
        const { ignore = [], entries = [], overrides = [] } = value as { readonly ignore?: readonly unknown[]; readonly entries?: readonly unknown[]; readonly overrides?: readonly unknown[] };
        assert.deepEqual([file.ignores, file.entries, file.overrides], [ignore, entries, overrides]);
      }
    }), tries(150, 0.04));
  });

  test('leaves the built-in data at work', () => {
    fc.assert(fc.property(workspaceText, (text) => {
      const { entries, ignores, overrides } = readWorkspaceFile(text);
      const dataset = entries.length === 0 ? built : bundledDataset({ version: 'own', categories: [], notes: {}, entries });
      const review = reviewXep('xep-0191.xml', blocking(), dataset);
      assert.equal(JSON.stringify(review.carriers), blockingNow);
      const { review: applied } = applyIgnores(applyOverrides(review, overrides), ignores, '2026-11-27', new Set());
      assert.equal(applied.carriers.length, review.carriers.length);
      soundReview(kettle, dataset);
    }), tries(12, 0.05));
  });

  test('takes one more ignore, keeps what it held, or says why not', () => {
    fc.assert(fc.property(workspaceText, soundIgnore, (text, ignore) => {
      const added = addIgnore(text, ignore);
      if ('error' in added) {
        assert.ok(added.error !== '');
        return;
      }
      const [before, after] = [readWorkspaceFile(text), readWorkspaceFile(added.text)];
      assert.ok(after.ignores.some(({ document: of, carrier, reason }) => of === ignore.document && carrier === ignore.carrier && reason === ignore.reason));
      assert.deepEqual([after.entries, after.overrides], [before.entries, before.overrides]);
      assert.equal(after.ignores.length - before.ignores.length, added.replaced ? 0 : 1);
    }), tries(100, 0.03));
  });
});

suite('an own dataset, however broken', () => {
  test('is taken whole, or each fault is named with its line', () => {
    fc.assert(fc.property(datasetText, (text) => {
      const { entries, errors } = readEntries(text);
      for (const error of errors) {
        const [, line, column] = /^(\d+):(\d+): \S/.exec(error) ?? [];
        isIn(text, Number(line), Number(column));
      }
      if (errors.length === 0) {
        const dataset = bundledDataset({ version: 'own', categories: [], notes: {}, entries });
        assert.equal(JSON.stringify(reviewXep('xep-0191.xml', blocking(), dataset).carriers), blockingNow);
        soundReview(kettle, dataset);
      }
    }), tries(20, 0.05));
  });
});

suite('a baseline, however broken', () => {
  test('is taken whole, or said to be none, and is the same when it is written anew', () => {
    fc.assert(fc.property(baselineFile, (text) => {
      const read = readBaseline(text);
      if ('error' in read) {
        assert.match(read.error, /^\S[^\n]*$/);
        return;
      }
      const again = readBaseline(baselineText(read.findings));
      assert.ok('findings' in again);
      assert.equal(baselineText(again.findings), baselineText(read.findings));
      const review = reviewXep('xep-0191.xml', blocking(), built);
      const { review: applied, met } = applyBaseline(review, read.findings, '2026-11-27', new Set());
      assert.equal(applied.carriers.length, review.carriers.length);
      assert.equal(applied.problems.length + applied.ignored.length, review.problems.length);
      assert.ok(met.every((index) => read.findings[index] !== undefined));
    }), tries(100, 0.03));
  });
});

suite('an entity file, however broken', () => {
  test('gives the entities that can be read, and the review is sound', () => {
    fc.assert(fc.property(entityText, document, (text, source) => {
      soundReview(source, built, { entities: readEntityFile(text) });
    }), tries(30, 0.05));
  });
});

suite('the time in which a file of data is read and used grows no faster than its text', () => {
  const names = reviewXep('kettle.xml', constructs['names']?.(400) ?? '', built);
  for (const [what, construct] of Object.entries(dataConstructs)) {
    test(`with many ${what}`, () => {
      const work = (text: string): void => {
        const { ignores, overrides } = readWorkspaceFile(text);
        // Documents have more carriers as files have more ignores.
        const review = { ...names, carriers: names.carriers.slice(0, Math.ceil(text.length / 500)) };
        applyIgnores(applyOverrides(review, overrides), ignores, '2026-11-27', new Set());
        readEntries(text);
        const baseline = readBaseline(text);
        applyBaseline(review, 'findings' in baseline ? baseline.findings : [], '2026-11-27', new Set());
        addIgnore(text, { document: 'kettle', carrier: 'urn:kettle:0 brew@user', reason: 'Known.' });
      };
      const { small, large, excess } = growthOf(construct, work, 24_000, 16, 16 / 3);
      assert.ok(excess < 16 / 3, `${excess.toFixed(1)} times faster: ${small.toFixed(1)} ms, for 16 times as many ${large.toFixed(0)} ms`);
    });
  }
});
