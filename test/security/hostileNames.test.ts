// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { inFolder, run } from '../cli/run.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { hostileDocument } from './hostileDocument.ts';
import { escapesIn } from './readers.ts';

/** All that steers a terminal, turns a direction or begins a line, in one name. */
const text = '-a\u001b[31m\u001b]8;;x\u0007\u009b1m\u009d0;t\u009c\rb\u0008\u007f\u202e\u2066\u061c\u2028\n::error::c';
const good = xepSource({ body: exampleSection("<a xmlns='urn:x:y' jid='romeo@real.cafe'/>") });

suite('a hostile name of a file, and a hostile text in a file of data, steer no terminal', () => {
  const { workspace } = hostileDocument(text);
  for (const args of [
    ['scan', '--', '.', `${text}.xml`], ['table', '--', '.', `${text}.xml`], ['scan', '--ignore-file', 'own.json', '.'], ['scan', '--dataset', 'own.json', '.'], ['explain', '--', `./${text}/${text}.xml:1:1`], ['explain', '--', `./${text}.xml:1:1`],
    ['coverage', '.'], ['diff', '--', `${text}.xml`, `git:${text}`], ['triage', '--', `${text}/${text}.xml`], ['triage', '--skeleton', '-o', 'copy.xml', '--', `${text}/${text}.xml`], ['table', `--update=${text}/${text}.xml`, '.'],
    ['ignore', '--ignore-file', 'new.json', '--code', 'example/real-address', `--reason=${text}`, '--', text], ['scan', `--format=${text}`, '.'], ['table', `--output=${text}.md`, '.'], ['scan', `--baseline=${text}.json`, '--update-baseline', '.'],
  ]) {
    test(args.slice(0, 2).join(' ').replaceAll(text, 'NAME'), function onDisk() {
      if (process.platform === 'win32') {
        this.skip();
      }
      inFolder({ [`${text}/${text}.xml`]: good, [`${text}/.xep-gdpr.json`]: workspace, [`${text}.xml`]: '<tea/>', 'xep-9099.xml': 'tea', 'own.json': workspace }, (folder) => {
        const { stdout, stderr, status } = run(folder, ...args);
        assert.deepEqual([...escapesIn('terminal', stdout), ...escapesIn('terminal', stderr)], [], `${stdout}${stderr}`);
        assert.ok(stdout + stderr !== '' || status === 0);
      });
    });
  }
});
