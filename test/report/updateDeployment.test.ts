// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { readDeployment } from '../../server/src/deployment/index.ts';
import { deploymentReport, updateDeployment, type DeploymentReport, type UpdatedXep } from '../../server/src/report/index.ts';
import { inFolder } from '../cli/run.ts';
import { operatorFiles } from '../deployment/operatorFiles.ts';
import { corpusFolder } from '../support/corpus.ts';
import { xepSource } from '../support/xepSource.ts';

const dataset = bundledDataset();
const data = operatorFiles();
const reportOn = (xeps: string): DeploymentReport => deploymentReport(readDeployment([{ name: 'list', text: xeps }], dataset, data.features), dataset, data);
const some = reportOn('0045 0191 0313 0363');
const others = reportOn('0191 0384');
const fill = (source: string, report: DeploymentReport = some): UpdatedXep => updateDeployment(source, report, dataset, () => true);

const section = (level: number, anchor: string, body = '<p>TBD</p>', topic = `On ${anchor}`): string => `<section${level} topic='${topic}' anchor='${anchor}'>\n  ${body}\n  </section${level}>`;
const table = (rows = ''): string => `<section1 topic='XEPs covered in this document' anchor='covered'>\n  <table>\n  <tr>\n  <th>XEP</th><th>Relevance</th>\n  </tr>${rows}\n  </table>\n  </section1>`;
const draft = (archiving = '<p>TBD</p>', rows = ''): string => xepSource({
  title: 'Good habits of kettles', body: `${table(rows)}\n${section(1, 'appliccable')}\n<section1 topic='Step 2' anchor='processing'>\n  ${section(2, 'logging')}\n  ${section(2, 'spamfiltering', '<p>TODO.</p>')}\n  ${section(2, 'archiving', archiving)}\n  </section1>\n<section1 topic='Inform' anchor='inform'>\n  ${section(2, 'statement')}\n  ${section(2, 'publish', '')}\n</section1>\n${section(1, 'security', '<p>REQUIRED.</p>')}`,
});

suite('filling a draft for operators', () => {
  test('fills table and steps, and leaves nothing to be done in them', () => {
    const { text, filled, leftAlone } = fill(draft());
    assert.deepEqual([filled.length, leftAlone], [6, []]);
    assert.ok(!text.includes('TBD') && !text.includes('TODO') && text.includes('<p>REQUIRED.</p>'));
    assert.match(text, /<tr><td>&xep0313;<\/td><td><strong>High<\/strong>/);
    assert.equal(XMLValidator.validate(text), true);
  });

  test('twice changes nothing', () => {
    const once = fill(draft()).text;
    assert.deepEqual(fill(once), { text: once, filled: fill(draft()).filled, leftAlone: [] });
  });

  test('for another deployment replaces the first', () => {
    assert.equal(fill(fill(draft()).text, others).text, fill(draft(), others).text);
  });

  test('keeps CRLF and a byte order mark', () => {
    const source = `\uFEFF${draft().replaceAll('\n', '\r\n')}`;
    const { text } = fill(source);
    assert.ok(text.startsWith('\uFEFF') && !/[^\r]\n/.test(text));
    assert.equal(text, `\uFEFF${fill(draft()).text.replaceAll('\n', '\r\n')}`);
    assert.equal(fill(text).text, text);
  });

  test('knows its own text again after another indentation or other line ends', () => {
    const moved = fill(draft()).text.replaceAll('\n', '\r\n  ');
    assert.deepEqual(fill(moved, others).leftAlone, []);
  });

  const human: Readonly<Record<string, string>> = {
    'a sentence': '<p>We keep nothing.</p>', 'a sentence behind a placeholder': '<p>TBD</p><p>Ask Ada.</p>', 'a note to oneself': '<p>TBD</p><!-- ask Ada -->', 'a placeholder with more to it': '<p>TBD: what about rooms?</p>', 'a list': '<ul><li>TBD</li></ul>', 'a section of its own': "<p>TBD</p><section3 topic='Rooms' anchor='rooms'><p>TBD</p></section3>",
  };
  for (const [what, body] of Object.entries(human)) {
    test(`leaves ${what} alone and names the section`, () => {
      const { text, leftAlone } = fill(draft(body));
      assert.ok(text.includes(body));
      assert.deepEqual(leftAlone, [{ what: 'section "On archiving"', why: 'holds other text and was left alone' }]);
    });
  }

  const edits: Readonly<Record<string, (text: string) => string>> = {
    'a word was changed': (text) => text.replace('<strong>', '<strong>Ada says: '), 'an item was added': (text) => text.replace('</ul>', '<li>Ada’s own</li></ul>'),
    'a paragraph was added before': (text) => text.replace('<!-- xep-gdpr', '<p>Ada’s own</p><!-- xep-gdpr'), 'the comment was taken out': (text) => text.replace(/<!-- xep-gdpr deployment \w+ -->/, ''),
  };
  for (const [what, edit] of Object.entries(edits)) {
    test(`leaves its own text alone where ${what} by hand`, () => {
      const once = fill(draft()).text;
      const at = once.indexOf("anchor='appliccable'");
      const edited = once.slice(0, at) + edit(once.slice(at));
      const { text, leftAlone } = fill(edited, others);
      assert.deepEqual(leftAlone, [{ what: 'section "On appliccable"', why: 'holds other text and was left alone' }]);
      const byHand = /anchor='appliccable'>[^]*?<\/section1>/.exec(edited)?.[0] ?? '-';
      assert.ok(text.includes(byHand));
    });
  }

  test('leaves rows of the table alone that somebody wrote', () => {
    const row = '\n  <tr><td>XEP-0045</td><td>Ask Ada.</td></tr>';
    const { text, leftAlone } = fill(draft(undefined, row));
    assert.ok(text.includes(row));
    assert.deepEqual(leftAlone, [{ what: 'the relevance table', why: 'holds rows that were written by hand and was left alone' }]);
  });

  test('takes rows of the table for its own that the table command wrote', () => {
    assert.deepEqual(fill(draft(undefined, '\n  <tr><td>&xep0045;</td><td><strong>High</strong> (H1, H4). Tea &amp; talk. Data: JID.</td></tr>')).leftAlone, []);
  });

  test('takes the row of any XEP for its own, with or without an entity', () => {
    const all = reportOn([...dataset.entries.keys()].filter((key) => /^\d{4}$/.test(key)).join('\n'));
    for (const hasEntity of [true, false]) {
      const { text, leftAlone } = updateDeployment(draft(), all, dataset, () => hasEntity);
      assert.deepEqual(leftAlone, []);
      assert.deepEqual(updateDeployment(text, some, dataset, () => true), { ...fill(draft()) });
    }
  });

  test('finds sections by topic where anchors differ, fills one that is closed at once, and names those that are missing', () => {
    const step = data.steps[0];
    assert.ok(step);
    const source = xepSource({ body: `${table()}<section1 topic='${step.topic}' anchor='other'/>` });
    const { text, filled, leftAlone } = fill(source);
    assert.deepEqual([filled, leftAlone.length], [[step.topic], data.steps.length - 1]);
    assert.match(text, /anchor='other'>\n\s*<!-- xep-gdpr deployment \w+ -->/);
    assert.equal(XMLValidator.validate(text), true);
  });

  test('finds a section whose spelling was put right', () => {
    const source = xepSource({ body: `${table()}${section(1, 'applicable', '<p>TBD</p>', 'Step 1: Is the GDPR applicable to you?')}` });
    assert.deepEqual(fill(source).filled, ['Step 1: Is the GDPR applicable to you?']);
  });

  test('changes nothing in what is no draft for operators', () => {
    const source = xepSource({ body: section(1, 'intro') });
    assert.equal(fill(source).text, source);
  });

  test('leaves the XSF’s draft valid', function valid() {
    const folder = corpusFolder();
    if (folder === undefined || !existsSync(join(folder, 'xep.dtd')) || spawnSync('xmllint', ['--version']).status !== 0) {
      this.skip();
    }
    inFolder({}, (place) => {
      ['xep.dtd', 'xep.ent'].forEach((name) => { copyFileSync(join(folder, name), join(place, name)); });
      const source = readFileSync(join(folder, 'inbox', 'gdpr.xml'), 'utf8');
      for (const report of [some, others]) {
        const { text, leftAlone } = fill(source, report);
        assert.deepEqual(leftAlone, []);
        const { status, stderr } = spawnSync('xmllint', ['--noout', '--valid', '--nonet', '-'], { cwd: place, input: text, encoding: 'utf8' });
        assert.equal(status, 0, stderr);
      }
    });
  });
});
