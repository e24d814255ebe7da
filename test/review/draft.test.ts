// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { entryErrors, type Entry } from '../../server/src/dataset/index.ts';
import { entryJson, entrySkeleton } from '../../server/src/report/index.ts';
import { draftXep } from '../../server/src/review/index.ts';
import { readEntityFile } from '../../server/src/xep/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const dataset = bundledDataset(undefined, { number: '0191', title: '', version: '' });
const body = `<section1 topic='Protocol' anchor='p'><p>A user asks.</p><section2 topic='Asking &amp; Answering' anchor='a'><example><![CDATA[
<boil xmlns='urn:kettle:0' urgent='true'><username>ada</username><cup owner='ada@example.org'/><done/><width>3</width></boil>
<boil xmlns='urn:kettle:1'><username>ada</username></boil>]]></example></section2></section1>
${exampleSection("<form_type><name>urn:kettle:form</name><field var='phone_number' type='text-single'/><field var='loud' type='boolean'/></form_type>")}`;
const skeleton = (number = '9001'): Entry => entrySkeleton(draftXep('kettle.xml', xepSource({ number, body }), dataset), '2026-11-23');
const names = (part: 'carriers' | 'containers' | 'controls' | 'notPersonal'): string[] => skeleton()[part].flatMap(({ match }) => match);

suite('the skeleton of an entry', () => {
  test('is valid as it is, and reads back as it was', () => {
    assert.deepEqual(entryErrors(skeleton()), []);
    assert.deepEqual(JSON.parse(entryJson(skeleton())), skeleton());
  });

  test('places every name of the document\'s own once', () => {
    assert.deepEqual(skeleton().namespaces, ['urn:kettle:0']);
    assert.deepEqual(skeleton().formTypes, ['urn:kettle:form']);
    const all = [...names('carriers'), ...names('containers'), ...names('controls'), ...names('notPersonal')].sort();
    assert.deepEqual(all, ['boil', 'boil@urgent', 'cup', 'cup@owner', 'done', 'loud', 'phone_number', 'username', 'width']);
    assert.ok(['username', 'cup@owner', 'phone_number'].every((name) => names('carriers').includes(name)));
    assert.ok(names('containers').includes('boil') && names('containers').includes('cup'));
    assert.ok(['done', 'boil@urgent', 'loud'].every((name) => names('controls').includes(name)));
  });

  test('marks what is inferred, and names the innermost section', () => {
    const { carriers, controls, notPersonal, relevance } = skeleton();
    assert.ok([...carriers.map(({ note }) => note), ...controls.map(({ note }) => note), ...notPersonal.map(({ why }) => why), relevance.reason].every((text) => text?.startsWith('Inferred: ')));
    assert.equal(carriers.find(({ match }) => match.includes('username'))?.source, 'Asking & Answering');
  });

  test('names a ProtoXEP by its file', () => {
    assert.deepEqual([skeleton('xxxx').xep, skeleton('xxxx').protoxep], [undefined, 'kettle']);
    assert.deepEqual(entryErrors(skeleton('xxxx')), []);
  });

  test('takes the status and the successors of a numbered XEP from its header', () => {
    const header = '<supersededby><spec>XEP-0191</spec><spec>RFC 6120</spec></supersededby>';
    const drafted = (number: string): Entry => entrySkeleton(draftXep('kettle.xml', xepSource({ number, status: 'Obsolete', header, body }), dataset), '2026-11-23');
    assert.deepEqual([drafted('9001').status, drafted('9001').supersededBy], ['Obsolete', ['0191']]);
    assert.deepEqual([drafted('xxxx').status, drafted('xxxx').supersededBy], [undefined, undefined]);
    assert.deepEqual(entryErrors(drafted('9001')), []);
  });

  test('is valid for every document of the corpus', function () {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    const broken = corpusFiles(folder).filter((file) => entryErrors(entrySkeleton(draftXep(file, readFileSync(join(folder, file), 'utf8'), dataset, { entities }), '2026-11-23')).length > 0);
    assert.deepEqual(broken, []);
  });
});
