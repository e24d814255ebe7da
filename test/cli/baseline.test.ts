// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, run, type Run } from './run.ts';

const blocking = exampleSection("<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block></iq>");
const place = exampleSection("<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>0.1</lat></geoloc>");
const files = {
  'xep-0191.xml': xepSource({ number: '0191', title: 'Blocking for Cooks', status: 'Draft', version: '0.1', body: blocking }),
  'inbox/kettle.xml': xepSource({ title: 'Kettle', body: exampleSection("<boil xmlns='urn:kettle:0' password='s3cret' email='otto@orchard.example'/>") }),
};
const scan = (folder: string, ...args: string[]): Run => run(folder, 'scan', '--baseline', 'known.json', ...args);

/** Calls `use` in a folder where everything is known. */
function known(use: (folder: string) => void): void {
  inFolder(files, (folder) => {
    assert.equal(scan(folder, '--update-baseline', '.').status, 0);
    use(folder);
  });
}

suite('xep-gdpr scan --baseline', () => {
  test('draws up a baseline and then finds nothing new', () => {
    known((folder) => {
      const text = readFileSync(join(folder, 'known.json'), 'utf8');
      assert.match(text, /"document":"xep-0191","title":"Blocking for Cooks","code":"considerations\/privacy-missing"/);
      for (const what of ['carrier', 'considerations', 'low', 'medium']) {
        assert.deepEqual([what, scan(folder, '-q', '--fail-on', what, '.').status], [what, 0]);
        assert.equal(run(folder, 'scan', '-q', '--fail-on', what, '.').status, 1);
      }
      assert.match(scan(folder, '.').stdout, /Known from the baseline: 1 carrier, 2 problems\./);
      assert.deepEqual(scan(folder, '--update-baseline', '.'), { status: 0, stdout: '', stderr: `known.json: ${text.match(/"document"/g)?.length ?? 0} findings, 0 of them new; 0 gone\n` });
      assert.equal(readFileSync(join(folder, 'known.json'), 'utf8'), text);
    });
  });

  test('fails on what is new: a carrier, a finding, a level', () => {
    known((folder) => {
      writeFileSync(join(folder, 'xep-0191.xml'), files['xep-0191.xml'].replace('</xep>', `${place}</xep>`));
      writeFileSync(join(folder, 'inbox/tea.xml'), xepSource({ title: 'Tea', body: "<section1 topic='Tea' anchor='t'><p>Tea.</p></section1>" }));
      assert.deepEqual(['carrier/location', 'carrier/social-graph', 'high'].map((what) => scan(folder, '-q', '--fail-on', what, '.').status), [1, 0, 0]);
      writeFileSync(join(folder, 'xep-0080.xml'), xepSource({ number: '0080', status: 'Draft', body: place }));
      assert.equal(scan(folder, '-q', '--fail-on', 'high', '.').status, 1);
    });
  });

  test('keeps what it knows when lines move and when a ProtoXEP gets its number, and names it anew on the next update', () => {
    known((folder) => {
      const text = readFileSync(join(folder, 'inbox/kettle.xml'), 'utf8');
      rmSync(join(folder, 'inbox/kettle.xml'));
      writeFileSync(join(folder, 'xep-9018.xml'), text.replace('xxxx', '9018').replace('<section1', '\n\n\n   <section1'));
      assert.deepEqual(scan(folder, '--fail-on', 'carrier,considerations,low', '.').status, 0);
      scan(folder, '--update-baseline', '.');
      const baseline = readFileSync(join(folder, 'known.json'), 'utf8');
      assert.doesNotMatch(baseline, /"document":"kettle"/);
      assert.match(baseline, /"document":"xep-9018","title":"Kettle","code"/);
    });
  });

  test('names what is not found any more and what has expired, and drops both on the next update', () => {
    known((folder) => {
      const path = join(folder, 'known.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('"code":"considerations/privacy-missing"}', '"code":"considerations/privacy-missing","until":"2020-01-01"}'));
      renameSync(join(folder, 'xep-0191.xml'), join(folder, 'xep-0191.bak'));
      const { stderr } = scan(folder, '.');
      assert.match(stderr, /^known\.json: kettle, considerations\/privacy-missing: expired on 2020-01-01$/m);
      assert.match(stderr, /^known\.json: xep-0191, urn:xmpp:blocking item@jid: is not found any more$/m);
      scan(folder, '--update-baseline', '.');
      assert.doesNotMatch(readFileSync(path, 'utf8'), /xep-0191|2020/);
    });
  });

  test('says nothing of documents that were not scanned, and keeps what it knows of them', () => {
    known((folder) => {
      const before = readFileSync(join(folder, 'known.json'), 'utf8');
      assert.equal(scan(folder, 'xep-0191.xml').stderr, '');
      scan(folder, '--update-baseline', 'xep-0191.xml');
      assert.equal(readFileSync(join(folder, 'known.json'), 'utf8'), before);
    });
  });

  test('gives the same with threads', () => {
    known((folder) => {
      writeFileSync(join(folder, 'xep-0080.xml'), xepSource({ number: '0080', status: 'Draft', body: place }));
      assert.deepEqual(scan(folder, '-f', 'json', '--jobs', '2', '.'), scan(folder, '-f', 'json', '--jobs', '1', '.'));
    });
  });

  test('refuses what it cannot use, by name', () => {
    inFolder({ ...files, 'broken.json': '{' }, (folder) => {
      assert.match(scan(folder, '.').stderr, /known\.json: no such file; --update-baseline makes it/);
      assert.match(run(folder, 'scan', '--update-baseline', '.').stderr, /--update-baseline needs --baseline FILE/);
      assert.match(run(folder, 'table', '--baseline', 'known.json', '.').stderr, /--baseline belongs to scan, not to table/);
      const { status, stderr } = run(folder, 'scan', '--baseline', 'broken.json', '.');
      assert.deepEqual([status, stderr], [2, 'xep-gdpr: broken.json: is no JSON\n']);
    });
  });
});
