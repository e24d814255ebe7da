// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { entryErrors } from '../../server/src/dataset/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, run } from './run.ts';

const files = {
  'drafts/kettle.xml': xepSource({ body: exampleSection("<boil xmlns='urn:kettle:0' width='3'/>") }),
  'xep-0191.xml': xepSource({ number: '0191', body: exampleSection("<block xmlns='urn:xmpp:blocking'><item jid='a@example.org'/></block>") }),
};

suite('xep-gdpr coverage', () => {
  test('lists what is not judged and counts at the end', () => {
    inFolder(files, (folder) => {
      const { status, stdout, stderr } = run(folder, 'coverage', 'drafts');
      assert.deepEqual([status, stderr], [0, '']);
      assert.equal(stdout, 'kettle.xml  Kettle\n  Not judged:\n    10:2 urn:kettle:0 boil: example\n    10:28 urn:kettle:0 boil@width: example\n\n'
        + '1 document, 2 names: 0 judged (0 %), 2 not judged in 1 document.\n0 further names in no namespace, of a schema language, or no XML name: no vocabulary.\n0 names of entries that their documents do not have.\n');
    });
  });

  test('prints the same as JSON, all documents included', () => {
    inFolder(files, (folder) => {
      const { totals, documents } = JSON.parse(run(folder, 'coverage', '--format', 'json', '.').stdout) as { readonly totals: { readonly documents: number; readonly unjudged: number; readonly absent: number }; readonly documents: readonly { readonly path: string; readonly unjudged: readonly { readonly id: string }[]; readonly absent: readonly object[] }[] };
      assert.deepEqual(documents.map(({ path, unjudged }) => [path, unjudged.map(({ id }) => id)]), [['drafts/kettle.xml', ['urn:kettle:0 boil', 'urn:kettle:0 boil@width']], ['xep-0191.xml', []]]);
      assert.deepEqual([totals.documents, totals.unjudged, totals.absent], [2, 2, documents[1]?.absent.length]);
      assert.ok(totals.absent > 0, 'the entry names more than this document has');
    });
  });

  test('says what it needs, and names what it cannot read', () => {
    inFolder({}, (folder) => {
      assert.match(run(folder, 'coverage').stderr, /coverage needs the path/);
      assert.deepEqual([run(folder, 'coverage', 'gone.xml').status, run(folder, 'coverage', 'gone.xml').stderr], [2, 'xep-gdpr: gone.xml: no such file or folder\n']);
    });
  });
});

suite('xep-gdpr init-entry', () => {
  test('prints a valid entry, as if the document had none', () => {
    inFolder(files, (folder) => {
      const { status, stdout, stderr } = run(folder, 'init-entry', 'xep-0191.xml');
      assert.deepEqual([status, stderr], [0, '']);
      const entry = JSON.parse(stdout) as { readonly xep: string; readonly carriers: readonly { readonly note: string }[] };
      assert.deepEqual(entryErrors(entry), []);
      assert.deepEqual([entry.xep, entry.carriers.length], ['0191', 1]);
      assert.match(entry.carriers[0]?.note ?? '', /^Inferred: /);
    });
  });

  test('names a ProtoXEP by its file, and refuses other input', () => {
    inFolder(files, (folder) => {
      const { protoxep, title } = JSON.parse(run(folder, 'init-entry', 'drafts/kettle.xml').stdout) as { readonly protoxep: string; readonly title: string };
      assert.deepEqual([protoxep, title], ['kettle', 'Kettle']);
      assert.equal(run(folder, 'init-entry', 'drafts').status, 2);
      assert.equal(run(folder, 'init-entry').status, 2);
      assert.match(run(folder, 'init-entry', 'gone.xml').stderr, /^xep-gdpr: gone\.xml: /);
    });
  });
});
