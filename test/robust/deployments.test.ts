// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { isSame, readDeployment, type Deployment } from '../../server/src/deployment/index.ts';
import { compareReports, deploymentFormats, deploymentReport, remarkInWords, renderDeployment, updateDeployment } from '../../server/src/report/index.ts';
import { operatorFiles } from '../deployment/operatorFiles.ts';
import { xepSource } from '../support/xepSource.ts';
import { tries } from './budget.ts';
import { deploymentConstructs, deploymentText } from './deploymentInputs.ts';
import { document } from './documents.ts';
import { growthOf } from './growth.ts';

const dataset = bundledDataset();
const data = operatorFiles();
const table = "<section1 topic='XEPs covered in this document'><table><tr><th>XEP</th><th>Relevance</th></tr></table></section1>";
const draft = xepSource({ body: `${table}${data.steps.map(({ anchor }) => `<section1 topic='${anchor}' anchor='${anchor}'><p>TBD</p></section1>`).join('\n')}` });

const read = (...texts: readonly string[]): Deployment => readDeployment(texts.map((text, index) => ({ name: `source ${index}`, text })), dataset, data.features);

/** Whether all that is said of a text stands in it, and all that it speaks is known. */
function isSound(text: string, { xeps, remarks, sources }: Deployment): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, column, what, code } of remarks) {
    assert.ok(what !== '' && (line === undefined || (line >= 1 && line <= lines.length)), `${code}: line ${line ?? 0} of ${lines.length}`);
    assert.ok(column === undefined || (column >= 1 && column <= (lines[(line ?? 1) - 1]?.length ?? 0) + 1), `${code}: column ${column ?? 0} of line ${line ?? 0}`);
  }
  assert.ok(sources.length === 1 || remarks.some(({ code }) => code === 'unreadable'));
  assert.ok(xeps.every(({ xep, support }) => dataset.entries.has(xep) && support.length === 1 && support.every(({ line }) => line >= 1 && line <= lines.length)));
}

suite('what says which XEPs a deployment speaks, however broken', () => {
  test('is read as far as it is sound, always alike; the rest is named with its place', () => {
    fc.assert(fc.property(deploymentText, (text) => {
      const deployment = read(text);
      isSound(text, deployment);
      assert.deepEqual(read(text), deployment);
      assert.equal(deployment.remarks.map(remarkInWords).filter((words) => words.includes('\n')).length, 0);
    }), tries(120, 0.05));
  });

  test('makes reports that are sound in their own formats, and changes nothing against itself', () => {
    fc.assert(fc.property(deploymentText, deploymentText, (one, other) => {
      const [before, now] = [deploymentReport(read(one), dataset, data), deploymentReport(read(other, one), dataset, data)];
      for (const format of deploymentFormats) {
        const text = renderDeployment(format, before, { dataset, version: '0' });
        assert.ok(format !== 'json' || typeof JSON.parse(text) === 'object');
        assert.ok(format !== 'xep' || XMLValidator.validate(text) === true);
      }
      renderDeployment('markdown', now, { dataset, version: '0', comparison: compareReports(before, now) });
      assert.ok(isSame(compareReports(before, before)));
    }), tries(15, 0.05));
  });

  test('fills a draft so that doing it twice changes nothing', () => {
    fc.assert(fc.property(deploymentText, (text) => {
      const report = deploymentReport(read(text), dataset, data);
      const once = updateDeployment(draft, report, dataset, () => true).text;
      assert.equal(XMLValidator.validate(once), true);
      assert.equal(updateDeployment(once, report, dataset, () => true).text, once);
    }), tries(15, 0.04));
  });
});

suite('a document that a deployment is to be put into, however broken', () => {
  test('is filled the second time as it was the first', () => {
    const report = deploymentReport(read('0045 0191 0313'), dataset, data);
    fc.assert(fc.property(document, fc.boolean(), (text, covers) => {
      const source = covers ? text.replace('</xep>', `${table}</xep>`) : text;
      const once = updateDeployment(source, report, dataset, () => true).text;
      assert.equal(updateDeployment(once, report, dataset, () => true).text, once);
    }), tries(20, 0.04));
  });
});

suite('the time in which a deployment is read grows no faster than its text', () => {
  for (const [what, construct] of Object.entries(deploymentConstructs)) {
    test(`with many ${what}`, () => {
      const { small, large, excess } = growthOf(construct, (text) => { read(text); }, 8_000, 16, 16 / 3);
      assert.ok(excess < 16 / 3, `${excess.toFixed(1)} times faster: ${small.toFixed(1)} ms, for 16 times as many ${large.toFixed(0)} ms`);
    });
  }
});
