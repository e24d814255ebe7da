// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, program, type Run } from '../cli/run.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const folder = fileURLToPath(new URL('../../docs/ci', import.meta.url));
const hasShell = process.platform !== 'win32' && spawnSync('sh', ['-c', 'git --version && awk 1 </dev/null']).status === 0;
const place = exampleSection("<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>0.1</lat></geoloc>");
const blocking = xepSource({ number: '0191', title: 'Blocking for Cooks', status: 'Draft', version: '0.1', body: exampleSection("<block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block>") });

function sh(cwd: string, script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync('sh', [join(folder, script), ...args], { cwd, encoding: 'utf8', env: { ...process.env, XEP_GDPR: `${process.execPath} ${program}`, ...env } });
  return { status, stdout, stderr };
}

function git(cwd: string, ...args: string[]): void {
  assert.equal(spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false', ...args], { cwd }).status, 0, args.join(' '));
}

/** A repository with one commit, and another one on top that `change` prepares. */
function changed(change: (cwd: string) => void, use: (cwd: string) => void): void {
  inFolder({ 'xep-0191.xml': blocking, 'inbox/kettle.xml': xepSource(), 'README.md': 'XEPs' }, (cwd) => {
    git(cwd, 'init', '-q');
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '-m', 'one');
    change(cwd);
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '-m', 'two');
    use(cwd);
  });
}
const write = (name: string, text: string) => (cwd: string): void => writeFileSync(join(cwd, name), text);

suite('the files for continuous integration', () => {
  setup(function needsShell() {
    if (!hasShell) {
      this.skip();
    }
  });

  test('say nothing where no XEP source changes, or only its layout', () => {
    changed(write('README.md', 'Other words'), (cwd) => assert.deepEqual(sh(cwd, 'review-changes.sh', ['HEAD~1']), { status: 0, stdout: '', stderr: '' }));
    changed(write('xep-0191.xml', blocking.replaceAll('\n', '\n\n')), (cwd) => assert.deepEqual(sh(cwd, 'review-changes.sh', ['HEAD~1']), { status: 0, stdout: '', stderr: '' }));
  });

  test('pass over links, which may lead anywhere', () => {
    changed((cwd) => symlinkSync('/etc/hostname', join(cwd, 'inbox', 'link.xml')), (cwd) => {
      assert.deepEqual(sh(cwd, 'review-changes.sh', ['HEAD~1']), { status: 0, stdout: '', stderr: '' });
      symlinkSync('../../outside.xml', join(cwd, 'inbox', 'other.xml'));
      git(cwd, 'add', '-A');
      assert.deepEqual(sh(cwd, 'pre-commit', []), { status: 0, stdout: '', stderr: '' });
    });
  });

  test('give a new document alone its page, and all else what changes', () => {
    changed(write('inbox/tea with milk.xml', xepSource({ title: 'Tea', body: place })), (cwd) => {
      assert.match(sh(cwd, 'review-changes.sh', ['HEAD~1']).stdout, /^# GDPR triage: tea with milk: Tea\n/);
    });
    changed(write('xep-0191.xml', blocking.replace('</xep>', `${place}</xep>`)), (cwd) => {
      const { stdout } = sh(cwd, 'review-changes.sh', ['HEAD~1']);
      assert.match(stdout, /^## What this revision changes about personal data\n\n### XEP-0191: Blocking for Cooks\n[^]*`<lat\/>`[^]*_Advisory: .*_\n$/);
      assert.equal(stdout.match(/^## /gm)?.length, 1);
    });
  });

  test('print at most 60 lines, whatever changes', () => {
    changed((cwd) => Array.from({ length: 14 }, (_, at) => write(`inbox/tea${at}.xml`, xepSource({ title: `Tea ${at}`, body: place }))(cwd)), (cwd) => {
      const lines = sh(cwd, 'review-changes.sh', ['HEAD~1']).stdout.split('\n');
      assert.ok(lines.length - 1 <= 60, `${lines.length - 1} lines`);
      assert.match(lines.at(-2) ?? '', /lines more: run xep-gdpr diff\. Advisory/);
    });
  });

  test('leave pages and annotations where they are asked for', () => {
    changed(write('xep-0191.xml', blocking.replace('</xep>', `${place}</xep>`)), (cwd) => {
      sh(cwd, 'review-changes.sh', ['HEAD~1'], { XEP_GDPR_PAGES: 'pages', XEP_GDPR_NOTES: 'notes.txt' });
      assert.deepEqual(readdirSync(join(cwd, 'pages')), ['gdpr-xep-0191.html']);
      assert.match(readFileSync(join(cwd, 'notes.txt'), 'utf8'), /^::notice file=xep-0191\.xml,line=/m);
    });
  });

  test('fail only where they are told on what, and only on what is new', () => {
    changed(write('inbox/tea.xml', xepSource({ number: '0080', title: 'Tea', status: 'Draft', body: place })), (cwd) => {
      const status = (failOn: string): number | null => sh(cwd, 'review-changes.sh', ['HEAD~1'], { XEP_GDPR_FAIL_ON: failOn }).status;
      assert.deepEqual([sh(cwd, 'review-changes.sh', ['HEAD~1']).status, status('high'), status('carrier/location'), status('carrier/social-graph')], [0, 1, 1, 0]);
    });
  });

  test('tell before a commit what it changes', () => {
    changed(write('README.md', 'Other words'), (cwd) => {
      assert.deepEqual(sh(cwd, 'pre-commit', []), { status: 0, stdout: '', stderr: '' });
      write('inbox/tea.xml', xepSource({ number: '0080', title: 'Tea', status: 'Draft', body: place }))(cwd);
      git(cwd, 'add', '-A');
      const { status, stdout } = sh(cwd, 'pre-commit', []);
      assert.equal(status, 0);
      assert.match(stdout, /^XEP-0080: Tea \(new document\)\n[^]*<lat\/>/);
      assert.equal(sh(cwd, 'pre-commit', [], { XEP_GDPR_FAIL_ON: 'carrier/location' }).status, 1);
    });
  });
});

suite('the workflows', () => {
  const texts = readdirSync(folder).filter((name) => name.endsWith('.yml')).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

  test('pin every action to a commit and take no right for granted', () => {
    assert.equal(texts.length, 3);
    for (const [name, text] of texts.filter(([file]) => file.startsWith('github'))) {
      assert.deepEqual([...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action).filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action)), [], name);
      assert.match(text, /^permissions: \{\}$/m);
    }
  });

  test('put no word of a pull request into a command', () => {
    for (const [name, text] of texts) {
      for (const [, block = ''] of text.matchAll(/(?:run|script): \|\n((?: {10,}.*\n|\n)+)/g)) {
        assert.doesNotMatch(block, /\$\{\{/, name);
      }
    }
  });
});
