// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, run, type Run } from '../cli/run.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const stanza = exampleSection("<a xmlns='urn:example:kettle:0' jid='romeo@real.cafe'/>");
const secret = xepSource({ title: 'Secret Plan', body: stanza });
const good = xepSource({ title: 'Good &leak;', body: stanza });
const entities = '<!ENTITY leak "LEAKED">';
const own = JSON.stringify({ overrides: [{ document: '*', level: 'high', reason: 'LEAKED' }] });
const table = xepSource({ body: "<section1 topic='XEPs covered in this document'><table><tr><th>XEP</th><th>Relevance</th></tr></table></section1>" });
const leads = /a link that leads out of its checkout or folder/;

/** A checkout `in` with a few files, and files outside that nobody named. */
function inCheckout(use: (folder: string, inside: (...args: string[]) => Run) => void): void {
  inFolder({ 'in/.git/HEAD': 'ref: refs/heads/main', 'in/good.xml': good, 'in/inbox/kettle.xml': good, 'out/secret.xml': secret, 'out/xep.ent': entities, 'out/own.json': own, 'out/target.md': 'kept', 'out/table.xml': table }, (folder) => {
    use(folder, (...args) => run(join(folder, 'in'), ...args));
  });
}

function link(folder: string, target: string, at: string): void {
  symlinkSync(target, join(folder, 'in', at));
}

suite('no link in a checkout leads out of it', function onPosix() {
  if (process.platform === 'win32') {
    return;
  }
  test('among the sources of a folder, whether it is a file or a folder', () => {
    inCheckout((folder, inside) => {
      link(folder, '../out/secret.xml', 'secret.xml');
      link(folder, '../out', 'more');
      const { stdout, stderr, status } = inside('table', '.');
      assert.equal(status, 0, stderr);
      assert.doesNotMatch(stdout, /Secret/);
      assert.match(stdout, /Good/);
    });
  });

  test('where a source or a folder is named', () => {
    inCheckout((folder, inside) => {
      link(folder, '../out/secret.xml', 'secret.xml');
      link(folder, '../out', 'more');
      for (const args of [['table', 'secret.xml', 'more', 'more/secret.xml'], ['triage', 'secret.xml'], ['coverage', 'more'], ['diff', 'more', 'good.xml'], ['explain', 'secret.xml:7:10'], ['init-entry', 'secret.xml'], ['triage', '--skeleton', 'secret.xml']]) {
        const { stdout, stderr, status } = inside(...args);
        assert.doesNotMatch(stdout, /Secret/, args.join(' '));
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, leads);
      }
    });
  });

  test('but out of no checkout a link is the user\'s own', () => {
    inCheckout((folder) => {
      symlinkSync('secret.xml', join(folder, 'out', 'link.xml'));
      assert.match(run(folder, 'table', 'out/link.xml').stdout, /Secret/);
    });
  });

  test('as an entity file', () => {
    inCheckout((folder, inside) => {
      link(folder, '../out/xep.ent', 'xep.ent');
      assert.doesNotMatch(inside('table', 'good.xml').stdout, /LEAKED/);
      link(folder, '../xep.ent', 'inbox/xep.ent');
      assert.doesNotMatch(inside('table', 'inbox').stdout, /LEAKED/);
    });
  });

  test('but one inside is followed', () => {
    inCheckout((folder, inside) => {
      writeFileSync(join(folder, 'in', 'entities'), entities);
      link(folder, 'entities', 'xep.ent');
      assert.match(inside('table', 'inbox').stdout, /LEAKED/);
    });
  });

  test('as an entity file above a folder that is in no checkout', () => {
    inFolder({ 'a/good.xml': good, 'xep.ent': entities }, (folder) => {
      mkdirSync(join(folder, 'b'));
      symlinkSync('../xep.ent', join(folder, 'b', 'xep.ent'));
      writeFileSync(join(folder, 'b', 'good.xml'), good);
      // The folder above has the file itself.
      assert.match(run(folder, 'table', 'b').stdout, /LEAKED/);
      assert.match(run(folder, 'table', 'a').stdout, /LEAKED/);
    });
  });

  test('as the workspace\'s own file, which is named', () => {
    inCheckout((folder, inside) => {
      link(folder, '../out/own.json', '.xep-gdpr.json');
      const { stdout, stderr, status } = inside('table', '.');
      assert.doesNotMatch(stdout + stderr, /LEAKED/);
      assert.match(stderr, leads);
      assert.equal(status, 2);
    });
  });

  test('as the place to write to, or the folder of it', () => {
    inCheckout((folder, inside) => {
      link(folder, '../out/target.md', 'target.md');
      link(folder, '../out/table.xml', 'table.xml');
      link(folder, '../out/own.json', '.xep-gdpr.json');
      link(folder, '../out', 'more');
      for (const args of [
        ['table', '-o', 'target.md', 'good.xml'], ['table', '-o', 'more/target.md', 'good.xml'], ['table', '-o', 'more/new.md', 'good.xml'], ['table', '--update', 'table.xml', 'good.xml'], ['triage', '--skeleton', '-o', 'target.md', 'good.xml'],
        ['scan', '--baseline', 'more/known.json', '--update-baseline', 'good.xml'], ['ignore', 'kettle', '--code', 'example/real-address', '--reason', 'x'],
      ]) {
        const { stderr, status } = inside(...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, leads);
      }
      assert.equal(readFileSync(join(folder, 'out', 'target.md'), 'utf8'), 'kept');
      assert.equal(readFileSync(join(folder, 'out', 'table.xml'), 'utf8'), table);
      assert.equal(readFileSync(join(folder, 'out', 'own.json'), 'utf8'), own);
      assert.ok(!existsSync(join(folder, 'out', 'new.md')) && !existsSync(join(folder, 'out', 'known.json')));
    });
  });

  test('even one to nothing: it is replaced by a file', () => {
    inCheckout((folder, inside) => {
      link(folder, '../out/nothing.md', 'nothing.md');
      assert.equal(inside('table', '-o', 'nothing.md', 'good.xml').status, 0);
      assert.ok(!existsSync(join(folder, 'out', 'nothing.md')));
      assert.ok(lstatSync(join(folder, 'in', 'nothing.md')).isFile());
    });
  });

  test('but a device may be written to', () => {
    inCheckout((folder, inside) => {
      link(folder, '/dev/null', 'null');
      assert.equal(inside('table', '-o', 'null', 'good.xml').status, 0);
    });
  });

  test('no declaration of a document has a file read', () => {
    inCheckout((folder, inside) => {
      const source = xepSource({ title: 'T &file; &rel;', body: `<section1 topic='X'><p>&file;</p></section1>${stanza}`, entities: `<!ENTITY file SYSTEM "file://${folder}/out/secret.xml"><!ENTITY rel SYSTEM "../out/secret.xml"><!ENTITY % more SYSTEM "../out/xep.ent">%more;` });
      writeFileSync(join(folder, 'in', 'xxe.xml'), source);
      for (const args of [['scan', '--format', 'json', 'xxe.xml'], ['triage', 'xxe.xml'], ['table', 'xxe.xml']]) {
        assert.doesNotMatch(inside(...args).stdout, /Secret|LEAKED/);
      }
    });
  });
});

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
