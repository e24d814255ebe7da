// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, program, run } from '../cli/run.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const stanza = exampleSection("<a xmlns='urn:example:kettle:0' jid='romeo@real.cafe'/>");
const secret = xepSource({ title: 'Secret Plan', body: stanza });
const good = xepSource({ title: 'Good', body: stanza });
const own = JSON.stringify({ overrides: [{ document: '*', level: 'high', reason: 'LEAKED' }] });

const hasGit = spawnSync('git', ['--version']).error === undefined;

suite('a commit that somebody else made', function withGit() {
  if (!hasGit || process.platform === 'win32') {
    return;
  }
  const git = (folder: string, args: readonly string[], input = ''): string => {
    const { status, stdout, stderr } = spawnSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false', ...args], { input, encoding: 'utf8' });
    assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const committed = (use: (folder: string) => void): void => inFolder({ 'in/good.xml': good, 'out/secret.xml': secret, 'out/.xep-gdpr.json': own }, (folder) => {
    git(join(folder, 'in'), ['init', '-q']);
    git(join(folder, 'in'), ['add', '-A']);
    git(join(folder, 'in'), ['commit', '-q', '-m', 'one']);
    use(folder);
  });

  test('names files outside by "..": they are passed over, and so is what stands beside them', () => {
    committed((folder) => {
      const inside = join(folder, 'in');
      const blob = git(inside, ['hash-object', '-w', '--stdin'], secret);
      const bare = git(inside, ['hash-object', '-w', '--stdin'], xepSource({ title: 'Bare' }));
      const raw = (mode: string, name: string, object: string): Buffer => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(object, 'hex')]);
      const tree = (...parts: readonly Buffer[]): string => {
        writeFileSync(join(folder, 'tree'), Buffer.concat(parts));
        return git(inside, ['hash-object', '-w', '-t', 'tree', '--literally', join(folder, 'tree')]);
      };
      const commit = git(inside, ['commit-tree', tree(raw('40000', '..', tree(raw('40000', 'out', tree(raw('100644', 'evil.xml', blob))))), raw('100644', 'good.xml', bare)), '-m', 'x']);
      const { stdout, stderr } = run(inside, 'diff', `git:${commit}`, '.');
      assert.doesNotMatch(stdout + stderr, /LEAKED|evil|Secret/);
      assert.match(stdout, /Good/);
    });
  });

  test('has a path that leaves it: there is no source', () => {
    committed((folder) => {
      const { stdout, stderr, status } = run(join(folder, 'in'), 'diff', 'git:HEAD:../out/secret.xml', 'good.xml');
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /the revision has no XEP source there/);
    });
  });

  test('has one large file under many names: that it is too much is said, before any is read', () => {
    committed((folder) => {
      const inside = join(folder, 'in');
      const blob = git(inside, ['hash-object', '-w', '--stdin'], ' '.repeat(60 << 20));
      git(inside, ['update-index', '--index-info'], Array.from({ length: 9 }, (_unused, index) => `100644 ${blob}\txep-000${index}.xml\n`).join(''));
      git(inside, ['commit', '-q', '-m', 'large']);
      const { stdout, stderr, status } = run(inside, 'diff', 'git:HEAD', '.');
      assert.deepEqual([status, stdout, stderr], [2, '', 'xep-gdpr: git:HEAD: its XEP sources are larger than 512 MB together\n']);
    });
  });

  test('holds a folder that looks like a repository: its settings and objects are not taken for those of the checkout', () => {
    committed((folder) => {
      const inside = join(folder, 'in');
      git(inside, ['init', '-q', '--bare', 'nested']);
      const nested = join(inside, 'nested');
      writeFileSync(join(nested, 'good.xml'), good);
      for (const [name, value] of [['core.bare', 'false'], ['core.worktree', '.']] as const) {
        git(inside, ['config', '-f', join(nested, 'config'), name, value]);
      }
      const blob = git(nested, ['--git-dir=.', 'hash-object', '-w', '--stdin'], xepSource({ title: 'Good', body: exampleSection("<b xmlns='urn:example:leaked:0' jid='romeo@real.cafe'/>") }));
      const tree = git(nested, ['--git-dir=.', 'mktree'], `100644 blob ${blob}\tgood.xml\n`);
      git(nested, ['--git-dir=.', 'update-ref', 'HEAD', git(nested, ['--git-dir=.', 'commit-tree', tree, '-m', 'x'])]);
      const { stdout, stderr, status } = run(inside, 'diff', 'git:HEAD', 'nested/good.xml');
      assert.doesNotMatch(stdout, /leaked/);
      assert.equal(status, 2);
      assert.match(stderr, /is in no git repository/);
    });
  });

  test('is named by what is none: it is said so, and nothing of git\'s own words', () => {
    committed((folder) => {
      for (const revision of ['^HEAD', 'HEAD..HEAD', '--upload-pack=touch ran', '-x', '@{-1}', 'HEAD^{tree}']) {
        const { stdout, stderr, status } = run(join(folder, 'in'), 'diff', `git:${revision}`, 'good.xml');
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, /^xep-gdpr: git:[^\n]*: is no revision of [^\n]*\n$/);
      }
      assert.deepEqual(readdirSync(join(folder, 'in')).sort(), ['.git', 'good.xml']);
    });
  });

  test('brings a program by the name of git along: it is not run, even where programs are looked for beside the files', () => {
    committed((folder) => {
      const inside = join(folder, 'in');
      writeFileSync(join(inside, 'git'), `#!/bin/sh\ntouch ${join(folder, 'ran')}\n`);
      chmodSync(join(inside, 'git'), 0o755);
      const { status } = spawnSync(process.execPath, [program, 'diff', 'git:HEAD', 'good.xml'], { cwd: inside, env: { ...process.env, PATH: `.:${process.env['PATH'] ?? ''}` } });
      assert.equal(status, 0);
      assert.ok(!existsSync(join(folder, 'ran')));
    });
  });

  test('holds a link where there was a file: what it leads to is not read', () => {
    committed((folder) => {
      const inside = join(folder, 'in');
      symlinkSync('../out/secret.xml', join(inside, 'secret.xml'));
      git(inside, ['add', '-A']);
      git(inside, ['commit', '-q', '-m', 'two']);
      const { stdout } = run(inside, 'diff', '--format', 'json', 'git:HEAD~1', 'git:HEAD');
      assert.doesNotMatch(stdout, /Secret/);
    });
  });

  test('says that its files are elsewhere: it is no repository for this folder', () => {
    committed((folder) => {
      const inside = join(folder, 'in');
      git(inside, ['config', 'core.worktree', join(folder, 'out')]);
      const { stdout, stderr, status } = run(inside, 'diff', 'git:HEAD', 'good.xml');
      assert.equal(stdout, '');
      assert.equal(status, 2);
      assert.match(stderr, /git repository/);
    });
  });

  test('comes with settings that name programs: none of them runs', () => {
    committed((folder) => {
      const inside = join(folder, 'in');
      const trap = join(folder, 'trap.sh');
      writeFileSync(trap, `#!/bin/sh\ntouch ${join(folder, 'ran')}\n`);
      chmodSync(trap, 0o755);
      for (const name of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'core.editor', 'diff.external', 'core.gitProxy', 'credential.helper', 'core.alternateRefsCommand', 'filter.x.smudge', 'filter.x.clean', 'diff.x.textconv', 'alias.rev-parse']) {
        git(inside, ['config', name, trap]);
      }
      git(inside, ['config', 'remote.origin.url', `ext::${trap}`]);
      git(inside, ['config', 'remote.origin.promisor', 'true']);
      git(inside, ['config', 'remote.origin.uploadpack', trap]);
      git(inside, ['config', 'protocol.ext.allow', 'always']);
      writeFileSync(join(inside, '.git', 'info', 'attributes'), '*.xml filter=x diff=x\n');
      writeFileSync(join(inside, 'good.xml'), good.replace('romeo', 'nurse'));
      assert.equal(run(inside, 'diff', 'git:HEAD', 'good.xml').status, 0);
      assert.ok(!existsSync(join(folder, 'ran')));
    });
  });
});
