// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, run } from './run.ts';

const body = exampleSection("<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block></iq>");
const files = {
  'xep-0191.xml': xepSource({ number: '0191', title: 'Blocking for Cooks', status: 'Draft', version: '0.1', body }),
  'kettle.xml': xepSource({ body: exampleSection("<boil xmlns='urn:kettle:0' width='3'/>") }),
};

suite('xep-gdpr triage', () => {
  for (const [format, opening] of [['markdown', /^# GDPR triage: XEP-0191: Blocking for Cooks\n/], ['text', /^GDPR triage of XEP-0191: Blocking for Cooks\n/], ['html', /^<!DOCTYPE html>/]] as const) {
    test(`prints ${format}`, () => {
      inFolder(files, (folder) => {
        const { status, stdout, stderr } = run(folder, 'triage', '--format', format, 'xep-0191.xml');
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
        assert.match(stdout, opening);
        assert.match(stdout, /item jid/);
        assert.ok(format === 'html' || stdout.trimEnd().split('\n').length <= 60);
      });
    });
  }

  test('prints Markdown unless told otherwise, one page per document', () => {
    inFolder(files, (folder) => {
      assert.equal(run(folder, 'triage', 'xep-0191.xml').stdout, run(folder, 'triage', '-f', 'markdown', 'xep-0191.xml').stdout);
      assert.equal(run(folder, 'triage', '.').stdout.match(/^# /gm)?.length, 2);
      assert.equal(run(folder, 'triage', '--level', 'medium', '.').stdout.match(/^# /gm)?.length, 1);
    });
  });

  test('honours --fail-on', () => {
    inFolder(files, (folder) => {
      assert.equal(run(folder, 'triage', '--fail-on', 'medium', 'xep-0191.xml').status, 1);
      assert.equal(run(folder, 'triage', '--fail-on', 'high', 'xep-0191.xml').status, 0);
    });
  });

  test('leaves out what the workspace ignores', () => {
    const ignore = { ignore: [{ document: 'xep-0191', carrier: 'urn:xmpp:blocking item@jid', reason: 'Discussed.' }] };
    inFolder({ ...files, '.xep-gdpr.json': JSON.stringify(ignore) }, (folder) => {
      assert.doesNotMatch(run(folder, 'triage', 'xep-0191.xml').stdout, /item jid/);
    });
  });

  test('puts the open points into a source with --skeleton, and into the file with --output too', () => {
    inFolder(files, (folder) => {
      const { status, stdout, stderr } = run(folder, 'triage', '--skeleton', 'xep-0191.xml');
      assert.equal(status, 0);
      assert.match(stderr, /^xep-0191\.xml: \d points to answer in the Privacy Considerations, each marked TODO\n$/);
      assert.match(stdout, /<section1 topic='Privacy Considerations'[^]*&lt;item jid\/&gt;[^]*TODO/);
      assert.equal(readFileSync(join(folder, 'xep-0191.xml'), 'utf8'), files['xep-0191.xml']);
      assert.equal(run(folder, 'triage', '--skeleton', '-q', 'xep-0191.xml', '-o', 'xep-0191.xml').stdout, '');
      assert.equal(readFileSync(join(folder, 'xep-0191.xml'), 'utf8'), stdout);
      assert.deepEqual(run(folder, 'triage', '--skeleton', 'xep-0191.xml'), { status: 0, stdout, stderr: 'xep-0191.xml: nothing to add to the Privacy Considerations\n' });
    });
  });

  test('refuses to put points into a source that is not UTF-8', () => {
    inFolder({ 'latin.xml': Buffer.from(xepSource({ title: 'Café', encoding: 'ISO-8859-1', body }), 'latin1') }, (folder) => {
      assert.deepEqual(run(folder, 'triage', '--skeleton', 'latin.xml'), { status: 2, stdout: '', stderr: 'xep-gdpr: latin.xml: is not UTF-8; save it as UTF-8 first\n' });
    });
  });

  test('refuses what it cannot do, by name', () => {
    inFolder(files, (folder) => {
      assert.match(run(folder, 'triage').stderr, /triage needs the path/);
      assert.match(run(folder, 'triage', '-f', 'xep', 'xep-0191.xml').stderr, /"xep" is no format of triage; choose one of markdown, html, text/);
      assert.match(run(folder, 'scan', '--skeleton', '.').stderr, /--skeleton belongs to triage, not to scan/);
      assert.match(run(folder, 'triage', '--skeleton', 'a.xml', 'b.xml').stderr, /--skeleton needs the path of one XEP source/);
      assert.match(run(folder, 'triage', '-f', 'html', '.').stderr, /page of one document, not of 2/);
      assert.deepEqual(run(folder, 'triage', 'none.xml'), { status: 2, stdout: '', stderr: 'xep-gdpr: none.xml: no such file or folder\n' });
    });
  });
});
