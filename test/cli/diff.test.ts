// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, run } from './run.ts';

const blocking = exampleSection("<iq type='set' id='b1'><block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block></iq>");
const place = exampleSection("<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>0.1</lat></geoloc>");
const kettle = (body = ''): string => xepSource({ title: 'Kettle Watch', body });
const old = { 'xep-0191.xml': xepSource({ number: '0191', title: 'Blocking for Cooks', status: 'Draft', version: '0.1', body: blocking }), 'inbox/kettle.xml': kettle() };
const hasGit = spawnSync('git', ['--version']).error === undefined;

/** A repository whose one commit holds the files, for `use`. */
function inRepository(files: Readonly<Record<string, string>>, use: (folder: string) => void): void {
  inFolder(files, (folder) => {
    const git = (...args: string[]): void => {
      assert.equal(spawnSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false', ...args]).status, 0, args.join(' '));
    };
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    use(folder);
  });
}

suite('xep-gdpr diff', () => {
  test('compares two files, whatever their names', () => {
    inFolder({ 'a.xml': kettle(), 'b.xml': kettle(place) }, (folder) => {
      const { status, stdout, stderr } = run(folder, 'diff', 'a.xml', 'b.xml');
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      assert.match(stdout, /^b: Kettle Watch\n[^]*<lat\/>/);
    });
  });

  test('compares two folders by path, and finds a ProtoXEP that got its number by its title', () => {
    const files = { 'old/xep-0191.xml': old['xep-0191.xml'], 'old/inbox/kettle.xml': kettle(), 'new/xep-0191.xml': old['xep-0191.xml'], 'new/xep-9018.xml': kettle(place).replace('xxxx', '9018'), 'new/tea.xml': xepSource({ title: 'Tea', body: place }) };
    inFolder(files, (folder) => {
      const { stdout } = run(folder, 'diff', 'old', 'new');
      assert.deepEqual(stdout.split('\n').filter((line) => /^\S/.test(line)), ['tea: Tea (new document)', 'XEP-9018: Kettle Watch']);
    });
  });

  test('prints nothing where nothing changes', () => {
    inFolder({ 'a.xml': old['xep-0191.xml'], 'b.xml': old['xep-0191.xml'].replaceAll('\n', '\r\n').replace('<section1', '\r\n\r\n   <section1') }, (folder) => {
      assert.deepEqual(run(folder, 'diff', 'a.xml', 'b.xml'), { status: 0, stdout: '', stderr: '' });
    });
  });

  test('leaves out what the workspace ignores', () => {
    const ignore = JSON.stringify({ ignore: [{ document: '*', code: 'carrier/location', reason: 'A kettle stands still.' }] });
    inFolder({ 'a.xml': kettle(), 'b.xml': kettle(place), '.xep-gdpr.json': ignore }, (folder) => {
      assert.doesNotMatch(run(folder, 'diff', 'a.xml', 'b.xml').stdout, /lat/);
    });
  });

  test('fails on what the revision brings, not on what was there', () => {
    inFolder({ 'a.xml': old['xep-0191.xml'], 'b.xml': old['xep-0191.xml'].replace('</xep>', `${place}</xep>`), 'c.xml': kettle() }, (folder) => {
      const status = (what: string, ...files: string[]): number | null => run(folder, 'diff', '--fail-on', what, ...files).status;
      assert.deepEqual([status('medium', 'a.xml', 'b.xml'), status('considerations', 'a.xml', 'b.xml'), status('medium', 'c.xml', 'a.xml'), status('carrier/social-graph', 'c.xml', 'a.xml'), status('carrier/social-graph', 'a.xml', 'c.xml')], [0, 0, 1, 1, 0]);
    });
  });

  test('refuses what it cannot compare, by name', () => {
    inFolder({ 'a.xml': kettle(), 'b.xml': 'no XML' }, (folder) => {
      assert.match(run(folder, 'diff', 'a.xml').stderr, /diff needs two: OLD NEW/);
      assert.match(run(folder, 'diff', 'git:', 'a.xml').stderr, /names no revision/);
      const broken = run(folder, 'diff', 'a.xml', 'b.xml');
      assert.equal(broken.status, 2);
      assert.match(broken.stderr, /b\.xml: is not XML/);
    });
  });
});

suite('xep-gdpr diff with git', () => {
  setup(function needsGit() {
    if (!hasGit) {
      this.skip();
    }
  });

  test('compares a folder with a revision: changed, new, gone, renamed', () => {
    inRepository({ ...old, 'gone.xml': xepSource({ title: 'Gone', body: place }) }, (folder) => {
      assert.deepEqual(run(folder, 'diff', 'git:HEAD', '.'), { status: 0, stdout: '', stderr: '' });
      renameSync(join(folder, 'inbox/kettle.xml'), join(folder, 'xep-9018.xml'));
      writeFileSync(join(folder, 'xep-0191.xml'), old['xep-0191.xml'].replace('</xep>', `${place}</xep>`));
      rmSync(join(folder, 'gone.xml'));
      writeFileSync(join(folder, 'new.xml'), xepSource({ title: 'New', body: place }));
      assert.deepEqual(run(folder, 'diff', 'git:HEAD', '.').stdout.split('\n').filter((line) => /^\S/.test(line)), ['gone: Gone (document taken away)', 'new: New (new document)', 'XEP-0191: Blocking for Cooks']);
    });
  });

  test('compares one file, from a folder below too, and two revisions with each other', () => {
    inRepository(old, (folder) => {
      writeFileSync(join(folder, 'inbox/kettle.xml'), kettle(place));
      for (const [where, ...args] of [['.', 'git:HEAD', 'inbox/kettle.xml'], ['inbox', 'git:HEAD', 'kettle.xml'], ['inbox', 'git:HEAD:inbox/kettle.xml', 'kettle.xml'], ['.', 'git:HEAD:inbox', 'inbox']] as const) {
        assert.match(run(join(folder, where), 'diff', ...args).stdout, /^kettle: Kettle Watch\n[^]*<lat\/>/, args.join(' '));
      }
      assert.deepEqual(run(folder, 'diff', 'git:HEAD', 'git:HEAD'), { status: 0, stdout: '', stderr: '' });
    });
  });

  test('takes a file that the revision does not have for a new document', () => {
    inRepository(old, (folder) => {
      writeFileSync(join(folder, 'inbox/tea.xml'), xepSource({ title: 'Tea', body: place }));
      const { status, stdout } = run(folder, 'diff', 'git:HEAD', 'inbox/tea.xml');
      assert.equal(status, 0);
      assert.match(stdout, /^tea: Tea \(new document\)\n/);
    });
  });

  test('names a revision or path that is not there, and runs no option that stands for one', () => {
    inRepository(old, (folder) => {
      for (const [what, words] of [['git:nope', /git:nope: is no revision of /], ['git:--output=x', /is no revision of /], ['git:HEAD:nope.xml', /git:HEAD:nope\.xml: the revision has no XEP source there/]] as const) {
        const { status, stdout, stderr } = run(folder, 'diff', what, 'xep-0191.xml');
        assert.deepEqual({ status, stdout }, { status: 2, stdout: '' }, what);
        assert.match(stderr, words);
      }
    });
    inFolder(old, (folder) => {
      assert.match(run(folder, 'diff', 'git:HEAD', 'xep-0191.xml').stderr, /is in no git repository/);
    });
  });
});
