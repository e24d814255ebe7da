// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

  test('to another checkout, to read or to write there', () => {
    inCheckout((folder, inside) => {
      mkdirSync(join(folder, 'out', '.git'));
      link(folder, '../out', 'more');
      for (const args of [['table', 'more/secret.xml'], ['triage', 'more/secret.xml'], ['table', '-o', 'more/new.md', 'good.xml']]) {
        const { stdout, stderr, status } = inside(...args);
        assert.doesNotMatch(stdout, /Secret/, args.join(' '));
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, leads);
      }
      assert.ok(!existsSync(join(folder, 'out', 'new.md')));
    });
  });

  test('but a checkout in a checkout, as a submodule is, is read', () => {
    inCheckout((folder, inside) => {
      writeFileSync(join(folder, 'in', 'inbox', '.git'), 'gitdir: ../.git/modules/inbox');
      symlinkSync('kettle.xml', join(folder, 'in', 'inbox', 'same.xml'));
      assert.match(inside('table', 'inbox/same.xml').stdout, /Good/);
    });
  });

  test('by a folder that is a link, and one level up from where it leads', () => {
    inCheckout((folder, inside) => {
      mkdirSync(join(folder, 'out', 'deep'));
      link(folder, '../out/deep', 'deep');
      const { stdout, stderr, status } = inside('table', 'deep/../secret.xml');
      assert.doesNotMatch(stdout, /Secret/);
      assert.equal(status, 2);
      assert.match(stderr, leads);
    });
  });

  test('where a file of data is named, or one to be changed into another', () => {
    inCheckout((folder, inside) => {
      writeFileSync(join(folder, 'out', 'doap.xml'), '<doap>Secret');
      for (const [target, name] of [['own.json', 'own.json'], ['table.xml', 'table.xml'], ['doap.xml', 'doap.xml']] as const) {
        link(folder, `../out/${target}`, name);
      }
      writeFileSync(join(folder, 'in', 'list.txt'), '0191');
      for (const args of [
        ['scan', '--dataset', 'own.json', 'good.xml'], ['scan', '--baseline', 'own.json', 'good.xml'], ['scan', '--ignore-file', 'own.json', 'good.xml'], ['ignore', 'kettle', '--ignore-file', 'own.json', '--code', 'example/real-address', '--reason', 'x'],
        ['table', '--update', 'table.xml', '-o', 'copy.xml', 'good.xml'], ['deployment', '--update', 'table.xml', '-o', 'copy.xml', 'list.txt'], ['deployment', 'doap.xml'], ['deployment', '--against', 'doap.xml', 'list.txt'],
      ]) {
        const { stdout, stderr, status } = inside(...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, leads, args.join(' '));
        assert.doesNotMatch(stdout + stderr, /LEAKED|Secret|overrides|member|JSON/, args.join(' '));
      }
      assert.ok(!existsSync(join(folder, 'in', 'copy.xml')));
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

suite('a pipe that nobody writes to', function onPosix() {
  if (process.platform === 'win32') {
    return;
  }
  for (const name of ['xep.ent', '.xep-gdpr.json', 'inbox/pipe.xml']) {
    test(`holds nothing up where files are looked for: ${name}`, () => {
      inCheckout((folder, inside) => {
        spawnSync('mkfifo', [join(folder, 'in', name)]);
        assert.match(inside('table', 'good.xml', 'inbox').stdout, /Good/);
      });
    });
  }
});
