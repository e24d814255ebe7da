// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PanelData } from '../../server/src/report/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { inFolder, program, run } from './run.ts';

const blocking = exampleSection("<iq type='set' id='b1'>\n  <block xmlns='urn:xmpp:blocking'><item jid='otto@orchard.example'/></block>\n</iq>");
const files = {
  'xep-0191.xml': xepSource({ number: '0191', title: 'Blocking for Cooks', status: 'Draft', version: '0.1', body: blocking }),
  'xep-0080.xml': xepSource({ number: '0080', title: 'Places for Cooks', status: 'Active', body: exampleSection("<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>0.1</lat></geoloc>") }),
  'drafts/kettle.xml': xepSource({ body: exampleSection("<boil xmlns='urn:kettle:0' width='3'/>") }),
  'drafts/fold.xml': xepSource({ title: 'Folding', type: 'Humorous', status: 'Active' }),
};
const root = fileURLToPath(new URL('../..', import.meta.url));

suite('xep-gdpr', () => {
  test('prints its version and its help', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
    assert.deepEqual(run(root, '--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
    const help = run(root, '--help');
    assert.equal(help.status, 0);
    assert.match(help.stdout, /^xep-gdpr .*\n[^]*Exit status: 0 done, 1 --fail-on met, 2 /);
    assert.deepEqual(run(root), { status: 2, stdout: '', stderr: help.stdout });
  });
});

suite('xep-gdpr table', () => {
  test('prints one row per document, numbered ones first', () => {
    inFolder(files, (folder) => {
      const { status, stdout, stderr } = run(folder, 'table', '.');
      assert.equal(status, 0);
      assert.equal(stderr, '');
      assert.deepEqual(stdout.split('\n').slice(2).map((line) => line.split(' | ')[0]), ['| XEP-0080: Places for Cooks', '| XEP-0191: Blocking for Cooks', '| fold: Folding', '| kettle: Kettle', '']);
    });
  });

  test('makes a page of the same rows, with what they carry and where it stands, whatever the number of threads', () => {
    inFolder(files, (folder) => {
      const { status, stdout } = run(folder, 'table', '--format', 'html', '--level', 'low+', '.');
      const { documents, carriers } = JSON.parse(/id="xep-gdpr-data">(.*)<\/script>\n<script>/.exec(stdout)?.[1] ?? '') as PanelData;
      assert.equal(status, 0);
      assert.deepEqual(documents.map(({ id, cells }) => [id, ...cells.map(({ category, count }) => `${category} ${count}`)]), [['xep-0080.xml', 'location 1'], ['xep-0191.xml', 'social-graph 1']]);
      assert.deepEqual(carriers[1]?.filter(({ brought }) => brought).map(({ name, line }) => [name, line]), [['<item jid/>', 11]]);
      assert.equal(run(folder, 'table', '--format', 'html', '--level', 'low+', '--jobs', '2', '.').stdout, stdout);
      assert.equal(run(folder, 'table', '--format', 'html', '--fail-on', 'high', '.').status, 1);
    });
  });

  for (const [format, opening] of [['markdown', /^\| XEP \|/], ['xep', /^<table caption=/], ['mediawiki', /^\{\| class=/], ['csv', /^xep,title,/], ['html', /^<!DOCTYPE html>/], ['json', /^\{\n "schemaVersion": 1,/]] as const) {
    test(`writes ${format}, to the terminal and to a file alike`, () => {
      inFolder(files, (folder) => {
        const printed = run(folder, 'table', '--format', format, '.');
        assert.equal(printed.status, 0);
        assert.match(printed.stdout, opening);
        assert.deepEqual(run(folder, 'table', '-f', format, '--output', 'out/../report', '.'), { status: 2, stdout: '', stderr: 'xep-gdpr: out/../report: cannot be written (ENOENT); nothing was changed\n' });
        assert.deepEqual(run(folder, 'table', '-f', format, '-o', 'report', '.'), { status: 0, stdout: '', stderr: '' });
        assert.equal(readFileSync(join(folder, 'report'), 'utf8'), printed.stdout);
      });
    });
  }

  test('keeps the documents that pass the filters', () => {
    inFolder(files, (folder) => {
      const names = (...args: string[]): string[] => run(folder, 'table', '--format', 'csv', ...args, '.').stdout.split('\r\n').slice(1, -1).map((line) => line.split(',')[0] ?? '');
      assert.deepEqual(names('--level', 'medium'), ['XEP-0191']);
      assert.deepEqual(names('--level', 'low+'), ['XEP-0080', 'XEP-0191']);
      assert.deepEqual(names('--level', 'high,none'), ['XEP-0080', 'fold', 'kettle']);
      assert.deepEqual(names('--level', 'medium', '--level', 'high'), ['XEP-0080', 'XEP-0191']);
      assert.deepEqual(names('--category', 'social-graph'), ['XEP-0191']);
      assert.deepEqual(names('--category', 'social-graph,location'), ['XEP-0080', 'XEP-0191']);
      assert.deepEqual(names('--status', 'draft'), ['XEP-0191']);
      assert.deepEqual(names('--status', 'active,draft'), ['XEP-0080', 'XEP-0191', 'fold']);
      assert.deepEqual(names('--type', 'humorous'), ['fold']);
      assert.deepEqual(names('--type', 'humorous', '--status', 'draft'), []);
    });
  });

  test('says when an entry is older than the document', () => {
    inFolder({ 'xep-0191.xml': xepSource({ number: '0191', version: '99.0' }) }, (folder) => {
      assert.match(run(folder, 'table', '.').stdout, /reviewed for an older version/);
    });
  });
});

suite('xep-gdpr scan', () => {
  test('prints places that are 1-based', () => {
    inFolder(files, (folder) => {
      const { status, stdout } = run(folder, 'scan', 'xep-0191.xml');
      assert.equal(status, 0);
      assert.match(stdout, /^xep-0191\.xml {2}XEP-0191: Blocking for Cooks \(Draft, version 0\.1\)\n {2}Medium \(M3, M8\)\. /);
      assert.match(stdout, /^ {4}11:42 urn:xmpp:blocking item@jid: /m);
    });
  });

  test('gives paths as named on the command line or relative to the folder', () => {
    inFolder(files, (folder) => {
      const paths = (...args: string[]): string[] => (JSON.parse(run(folder, 'scan', '--format', 'json', ...args).stdout) as { readonly documents: readonly { readonly path: string }[] }).documents.map((one) => one.path);
      assert.deepEqual(paths('.'), ['drafts/fold.xml', 'drafts/kettle.xml', 'xep-0080.xml', 'xep-0191.xml']);
      assert.deepEqual(paths('drafts'), ['fold.xml', 'kettle.xml']);
      assert.deepEqual(paths('./drafts/kettle.xml', 'xep-0191.xml'), ['./drafts/kettle.xml', 'xep-0191.xml']);
      assert.deepEqual(paths('xep-0191.xml', '.'), ['drafts/fold.xml', 'drafts/kettle.xml', 'xep-0080.xml', 'xep-0191.xml']);
    });
  });

  test('is silent on a stderr that is no terminal, and gives the same bytes with any number of threads', () => {
    const many = Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`d${index % 3}/p${index}.xml`, xepSource({ title: `Kettle ${index}`, body: blocking })]));
    inFolder(many, (folder) => {
      const one = run(folder, 'scan', '--format', 'json', '--jobs', '1', '.');
      assert.equal(one.stdout.match(/"title":"Kettle/g)?.length, 45);
      assert.equal(one.stderr, '');
      for (const jobs of ['2', '5']) {
        assert.deepEqual(run(folder, 'scan', '--format', 'json', '--jobs', jobs, '.'), one);
      }
      assert.deepEqual(run(folder, 'table', '--jobs', '2', '.'), run(folder, 'table', '--jobs', '1', '.'));
    });
  });

  test('ends in peace when its reader closes the pipe early', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}.xml`, xepSource({ body: blocking.repeat(20) })]));
    await inFolder(many, (folder) => new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [program, 'scan', '--format', 'json', '.'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      let complaint = '';
      child.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString(); });
      child.stdout.once('data', () => { child.stdout.destroy(); });
      child.on('error', reject);
      child.on('close', (status) => {
        try {
          assert.deepEqual({ status, complaint }, { status: 0, complaint: '' });
          resolve();
        } catch (error) {
          reject(error as Error);
        }
      });
    }));
  });
});

suite('xep-gdpr --fail-on', () => {
  for (const [what, file, status] of [
    ['medium', 'xep-0191.xml', 1], ['low', 'xep-0191.xml', 1], ['high', 'xep-0191.xml', 0], ['high', '.', 1], ['high', 'drafts', 0], ['carrier/social-graph', 'xep-0191.xml', 1], ['carrier', 'xep-0191.xml', 1],
    ['carrier/location', 'drafts', 0], ['carrier/location', '.', 1], ['considerations/privacy-missing', 'xep-0191.xml', 1], ['considerations/privacy-denial', '.', 0], ['high,considerations/privacy-missing', 'xep-0191.xml', 1],
  ] as const) {
    test(`${what} ends with ${status} on ${file}`, () => {
      inFolder(files, (folder) => {
        assert.equal(run(folder, 'scan', '--quiet', '--fail-on', what, file).status, status);
      });
    });
  }

  test('looks at the documents that pass the filters only', () => {
    inFolder(files, (folder) => {
      assert.equal(run(folder, 'table', '--fail-on', 'low', '--level', 'none', '.').status, 0);
      assert.equal(run(folder, 'table', '--fail-on', 'low', '.').status, 1);
    });
  });
});

suite('xep-gdpr explain', () => {
  test('explains a name', () => {
    const named = run(root, 'explain', 'urn:xmpp:blocking item@jid');
    assert.equal(named.status, 0);
    assert.match(named.stdout, /^urn:xmpp:blocking item@jid\n[^]*curated in XEP-0191 version /);
    assert.deepEqual(run(root, 'explain', 'urn:xmpp:blocking', 'item@jid'), named);
  });

  test('explains a place, and says where there is nothing', () => {
    inFolder(files, (folder) => {
      const found = run(folder, 'explain', 'xep-0191.xml:11:45');
      assert.equal(found.status, 0);
      assert.match(found.stdout, /^urn:xmpp:blocking item@jid\n/);
      assert.deepEqual(run(folder, 'explain', 'xep-0191.xml:1:1'), { status: 0, stdout: 'xep-0191.xml:1:1: nothing here is known to carry personal data.\n', stderr: '' });
    });
  });

  test('fails on an unknown name, naming what is known', () => {
    assert.deepEqual(run(root, 'explain', 'urn:kettle:0 brew'), { status: 2, stdout: 'urn:kettle:0 brew: not in the dataset. The dataset does not know this namespace.\n', stderr: '' });
    assert.match(run(root, 'explain', 'urn:xmpp:blocking kettle').stdout, /defined by XEP-0191/);
  });
});

suite('npm start', () => {
  test('prints the table of the samples and names the page', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts', 'start.mjs')], { cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: root } });
    assert.equal(status, 0);
    assert.match(stdout, /^\| XEP \| Status \|[^]*^\| doorbell: Doorbell \|[^]*^\| library-loans: Library Loans \|[^]*\nHTML report: out[\\/]relevance\.html\n$/m);
    assert.ok(statSync(join(root, 'out', 'relevance.html')).size > 1000);
  });
});

suite('xep-gdpr scan for other programs', () => {
  test('names files from the current folder, whatever folder was given', () => {
    inFolder(files, (folder) => {
      const log = JSON.parse(run(folder, 'scan', '--format', 'sarif', '.').stdout) as { readonly runs: readonly { readonly results: readonly { readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[] }[] }[] };
      const uris = new Set(log.runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri));
      assert.deepEqual([...uris].sort(), ['xep-0080.xml', 'xep-0191.xml']);
      assert.match(run(folder, 'scan', '-f', 'github', 'drafts/../.').stdout, /^::\w+ file=xep-0080\.xml,/);
      assert.match(run(join(folder, 'drafts'), 'scan', '-f', 'github', '../xep-0191.xml').stdout, /file=\/.*xep-0191\.xml,|file=[A-Z]%3A/);
    });
  });

  test('are the same with threads', () => {
    inFolder(files, (folder) => {
      for (const format of ['sarif', 'github']) {
        assert.equal(run(folder, 'scan', '-f', format, '--jobs', '2', '.').stdout, run(folder, 'scan', '-f', format, '--jobs', '1', '.').stdout);
      }
    });
  });
});
