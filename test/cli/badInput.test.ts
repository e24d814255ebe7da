// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, run } from './run.ts';

const good = xepSource({ number: '0191', title: 'Good', version: '0.1', body: exampleSection("<block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block>") });
const table = xepSource({ body: "<section1 topic='XEPs covered in this document'><table>\n<tr><th>XEP</th><th>Relevance</th></tr>\n</table></section1>" });

suite('a call whose words are off', () => {
  for (const [args, says] of [
    [['scam', '.'], /there is no command "scam"; the commands are table, scan, triage, diff, explain\b/],
    [['scan', '--colour', 'red', '.'], /Unknown option '--colour'/],
    [['scan', '--format', 'csv', '.'], /"csv" is no format of scan; choose one of text, json/],
    [['table', '--format', 'pdf', '.'], /"pdf" is no format of table; choose one of markdown, xep, mediawiki, csv, html, json/],
    [['explain', '--format', 'json', 'urn:x y'], /"json" is no format of explain; choose one of text/],
    [['table', '--level', 'severe', '.'], /"severe" is no level; use none, low, medium, high/],
    [['table', '--level', '+', '.'], /"\+" is no level/],
    [['scan', '--category', 'shoe-size', '.'], /"shoe-size" is no category; the categories are jid, /],
    [['scan', '--fail-on', 'anything', '.'], /--fail-on takes a level \(none, low, medium, high\) or a code such as [^]* not "anything"/],
    [['scan', '--jobs', '0', '.'], /--jobs takes a whole number from 1 to 256, not "0"/],
    [['scan', '--jobs', 'many', '.'], /not "many"/],
    [['scan', '--color', 'red', '.'], /--color takes auto, always or never, not "red"/],
    [['scan', '--output'], /--output/],
    [['scan', '--update', 'a.xml', '.'], /--update belongs to table/],
    [['table'], /table needs the path of a XEP source/], [['scan'], /scan needs the path of a XEP source/], [['explain'], /explain needs "NAMESPACE ELEMENT\[@ATTRIBUTE\]" or PATH:LINE:COLUMN/],
    [['explain', 'a', 'b', 'c'], /"a b c" is no name/],
  ] as const) {
    test(`is told so: ${args.join(' ')}`, () => {
      inFolder({ 'good.xml': good }, (folder) => {
        const { status, stdout, stderr } = run(folder, ...args);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, says);
        assert.match(stderr, /^xep-gdpr: [^\n]+\nTry "xep-gdpr --help"\.\n$/);
      });
    });
  }
});

suite('an input that cannot be read', () => {
  const files = {
    'good.xml': good, 'empty.xml': '', 'prose.xml': 'Tea, anyone?', 'other.xml': '<?xml version="1.0"?>\n<tea/>', 'binary.xml': Buffer.from([0x3c, 0x78, 0x65, 0x70, 0x3e, 0, 1, 2, 0xff]),
    'latin.xml': Buffer.from('<xep>caf\u00e9</xep>', 'latin1'), 'klingon.xml': '<?xml version="1.0" encoding="klingon-8"?><xep/>', 'half.xml': Buffer.from('<\0x\0e\0p\0>\0', 'latin1'),
    'xep-template.xml': xepSource({}), 'folder/readme.txt': 'no XEP', 'mixed/good.xml': good, 'mixed/tea.xml': '<tea/>', 'mixed/raw.xml': Buffer.from([0xff, 0xfe, 0x00]), 'mixed/xep-0042.xml': '<tea/>',
  };
  for (const [path, reason] of [
    ['missing.xml', 'no such file or folder'], ['good.xml/below', 'no such file or folder'], ['folder', 'the folder holds no XEP sources (*.xml)'], ['empty.xml', 'is not XML'], ['prose.xml', 'is not XML'],
    ['other.xml', 'is XML but no XEP: it has no <xep> element'], ['binary.xml', 'is not text in the encoding it declares; save it as UTF-8'], ['latin.xml', 'is not text in the encoding it declares; save it as UTF-8'],
    ['klingon.xml', 'is not text in the encoding it declares; save it as UTF-8'], ['half.xml', 'is not text in the encoding it declares; save it as UTF-8'], ['xep-template.xml', 'is a template, not a XEP'],
  ] as const) {
    test(`is named, and the others are reviewed: ${path}`, () => {
      inFolder(files, (folder) => {
        for (const jobs of ['1', '2']) {
          const { status, stdout, stderr } = run(folder, 'table', '--jobs', jobs, 'good.xml', path);
          assert.equal(status, 2);
          assert.equal(stderr, `xep-gdpr: ${path}: ${reason}\n`);
          assert.match(stdout, /\n\| XEP-0191: Good \|/);
        }
      });
    });
  }

  test('is passed over in a folder, unless its name claims to be a XEP', () => {
    inFolder(files, (folder) => {
      const { status, stdout, stderr } = run(folder, 'table', 'mixed');
      assert.equal(status, 2);
      assert.equal(stderr, 'xep-gdpr: xep-0042.xml: is XML but no XEP: it has no <xep> element\n');
      assert.equal(stdout.split('\n').length, 4);
    });
  });

  test('outweighs --fail-on', () => {
    inFolder(files, (folder) => {
      assert.equal(run(folder, 'scan', '--fail-on', 'none', 'good.xml', 'missing.xml').status, 2);
    });
  });

  test('is a folder without permission', function skipForRoot() {
    if (process.getuid?.() === 0 || process.platform === 'win32') {
      this.skip();
    }
    inFolder({ 'good.xml': good, 'locked/a.xml': good }, (folder) => {
      chmodSync(join(folder, 'locked'), 0);
      const { status, stdout, stderr } = run(folder, 'table', '.');
      chmodSync(join(folder, 'locked'), 0o755);
      assert.equal(status, 2);
      assert.match(stderr, /^xep-gdpr: locked: cannot be read \(EACCES\)\n$/);
      assert.match(stdout, /XEP-0191: Good/);
    });
  });

  test('is an entity file that is a folder: the review goes on without it', () => {
    inFolder({ 'good.xml': good, 'xep.ent/readme.txt': '' }, (folder) => {
      assert.equal(run(folder, 'table', 'good.xml').status, 0);
    });
  });

  for (const [what, entities] of [['no text', Buffer.from([0xff, 0x00, 0xfe, 0x3c])], ['in another encoding', Buffer.from("<?xml version='1.0' encoding='ISO-8859-1'?><!ENTITY caf\u00e9 'x'>", 'latin1')], ['never closed', "<!ENTITY tea 'x"], ['larger than anybody writes', Buffer.alloc(65 * 1024 * 1024, ' ')]] as const) {
    test(`is an entity file that is ${what}: the review goes on with what it gives`, () => {
      inFolder({ 'good.xml': good, 'xep.ent': entities }, (folder) => {
        const { status, stdout } = run(folder, 'table', 'good.xml');
        assert.equal(status, 0);
        assert.match(stdout, /Good/);
      });
    });
  }

  test('is a place in a file that does not exist', () => {
    inFolder(files, (folder) => {
      assert.deepEqual(run(folder, 'explain', 'missing.xml:1:1'), { status: 2, stdout: '', stderr: 'xep-gdpr: missing.xml: no such file\n' });
      assert.deepEqual(run(folder, 'explain', 'other.xml:1:1'), { status: 2, stdout: '', stderr: 'xep-gdpr: other.xml: is XML but no XEP: it has no <xep> element\n' });
    });
  });
});

suite('an own dataset that is broken', () => {
  const entry = { xep: '9001', title: 'Own', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'low', codes: ['L1'], reason: 'Made up for a test.' }, namespaces: [], formTypes: [], carriers: [], containers: [], controls: [], notPersonal: [] };
  for (const [what, content, says] of [
    ['no JSON', '{\n"xep": ', /^xep-gdpr: own\.json: the dataset cannot be used:\n {2}own\.json:2:\d+: The text ends where a value is missing\./],
    ['an unknown kind', JSON.stringify({ ...entry, kind: 'poem' }, null, 1), /own\.json:8:\d+: kind/],
    ['an unknown key in the second entry', JSON.stringify([entry, { ...entry, colour: 'red' }], null, 1), /own\.json:4\d:3: entry 2\b[^]*colour/],
  ] as const) {
    test(`is named with the fault: ${what}`, () => {
      inFolder({ 'good.xml': good, 'own.json': content }, (folder) => {
        const { status, stdout, stderr } = run(folder, 'scan', '--dataset', 'own.json', '.');
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, says);
      });
    });
  }

  test('is missing', () => {
    inFolder({ 'good.xml': good }, (folder) => {
      assert.deepEqual(run(folder, 'table', '--dataset', 'own.json', '.'), { status: 2, stdout: '', stderr: 'xep-gdpr: own.json: cannot be read (ENOENT)\n' });
    });
  });

  test('is fine with a byte order mark', () => {
    inFolder({ 'xep-9001.xml': xepSource({ number: '9001', version: '1.0' }), 'own.json': `\ufeff${JSON.stringify(entry)}` }, (folder) => {
      const { status, stdout } = run(folder, 'table', '--dataset', 'own.json', '.');
      assert.equal(status, 0);
      assert.match(stdout, /Low \(L1\)/);
    });
  });
});

suite('an output that cannot be written', () => {
  for (const [what, path] of [['a folder', 'sub'], ['a file in a folder that is missing', 'nowhere/report'], ['a file below a file', 'good.xml/report']] as const) {
    test(`leaves nothing behind: ${what}`, () => {
      inFolder({ 'good.xml': good, 'sub/kept.txt': 'kept' }, (folder) => {
        const { status, stdout, stderr } = run(folder, 'table', '--output', path, 'good.xml');
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, /^xep-gdpr: \S+: cannot be written \(\w+\); nothing was changed\n$/);
        assert.deepEqual(readdirSync(folder).sort(), ['good.xml', 'sub']);
        assert.deepEqual(readdirSync(join(folder, 'sub')), ['kept.txt']);
        assert.equal(readFileSync(join(folder, 'good.xml'), 'utf8'), good);
      });
    });
  }

  test('is not confused with a link or a device: they stay what they are', function skipOnWindows() {
    if (process.platform === 'win32') {
      this.skip();
    }
    inFolder({ 'good.xml': good, 'target.md': 'old' }, (folder) => {
      symlinkSync('target.md', join(folder, 'link.md'));
      symlinkSync('/dev/null', join(folder, 'null'));
      assert.equal(run(folder, 'table', '-o', 'link.md', 'good.xml').status, 0);
      assert.equal(run(folder, 'table', '-o', 'null', 'good.xml').status, 0);
      assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
      assert.ok(lstatSync(join(folder, 'null')).isSymbolicLink());
      assert.match(readFileSync(join(folder, 'target.md'), 'utf8'), /XEP-0191/);
      assert.deepEqual(readdirSync(folder).sort(), ['good.xml', 'link.md', 'null', 'target.md']);
    });
  });

  test('keeps the mode of the file that it replaces', function skipOnWindows() {
    if (process.platform === 'win32') {
      this.skip();
    }
    inFolder({ 'good.xml': good, 'report.md': 'old' }, (folder) => {
      chmodSync(join(folder, 'report.md'), 0o600);
      assert.equal(run(folder, 'table', '-o', 'report.md', 'good.xml').status, 0);
      assert.equal(lstatSync(join(folder, 'report.md')).mode & 0o777, 0o600);
    });
  });
});

suite('xep-gdpr table --update', () => {
  for (const [what, content, says] of [
    ['no table', good, /has no table with the header row "XEP \| Relevance"\n$/], ['no XEP', '<tea/>', /is no XEP source: it has no <xep> element\n$/],
    ['another encoding', Buffer.from(table.replace('Kettle', 'Caf\u00e9').replace('UTF-8', 'ISO-8859-1'), 'latin1'), /is not UTF-8; nothing was changed\n$/],
  ] as const) {
    test(`leaves a file alone that has ${what}`, () => {
      inFolder({ 'good.xml': good, 'list.xml': content }, (folder) => {
        const { status, stderr } = run(folder, 'table', '--update', 'list.xml', 'good.xml');
        assert.equal(status, 2);
        assert.match(stderr, says);
        assert.deepEqual(readFileSync(join(folder, 'list.xml')), Buffer.from(content));
      });
    });
  }

  test('writes the rows in place, or to another file', () => {
    inFolder({ 'good.xml': good, 'list.xml': table }, (folder) => {
      assert.deepEqual(run(folder, 'table', '--update', 'list.xml', '--output', 'copy.xml', 'good.xml'), { status: 0, stdout: '', stderr: 'list.xml: 1 rows\n' });
      assert.equal(readFileSync(join(folder, 'list.xml'), 'utf8'), table);
      assert.equal(run(folder, 'table', '--quiet', '--update', 'list.xml', 'good.xml').stderr, '');
      assert.equal(readFileSync(join(folder, 'list.xml'), 'utf8'), readFileSync(join(folder, 'copy.xml'), 'utf8'));
      assert.equal(run(folder, 'table', '--update', 'list.xml', 'good.xml').stderr, 'list.xml: 1 rows, nothing to change\n');
    });
  });
});
