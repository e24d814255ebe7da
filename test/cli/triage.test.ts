// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
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

  test('refuses what it cannot do, by name', () => {
    inFolder(files, (folder) => {
      assert.match(run(folder, 'triage').stderr, /triage needs the path/);
      assert.match(run(folder, 'triage', '-f', 'xep', 'xep-0191.xml').stderr, /"xep" is no format of triage; choose one of markdown, html, text/);
      assert.match(run(folder, 'triage', '-f', 'html', '.').stderr, /page of one document, not of 2/);
      assert.deepEqual(run(folder, 'triage', 'none.xml'), { status: 2, stdout: '', stderr: 'xep-gdpr: none.xml: no such file or folder\n' });
    });
  });
});
