// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { atDesk, carrierPlace, isPresent, scanned } from './sample.ts';

interface Said {
  readonly findings: readonly { readonly place: string; readonly text: string }[];
  readonly hover: string;
  readonly ended: boolean;
}

const script = fileURLToPath(new URL('emacs.el', import.meta.url));
const present = isPresent('emacs', '--batch', '-f', 'package-initialize', '--eval', "(require 'eglot)");

// Needs the Debian packages emacs-nox and elpa-eglot, or Emacs 29; elsewhere these are counted as skipped.
(present ? suite : suite.skip)('Emacs with the documented configuration', () => {
  let said: Said;
  const expected = present ? scanned() : [];

  suiteSetup(() => {
    said = atDesk('elisp', ({ file, folder, configuration, env }) => {
      const { line, column } = carrierPlace();
      const { stdout, stderr, status } = spawnSync('emacs', ['--batch', '-f', 'package-initialize', '-l', script], {
        cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...env, CONFIGURATION: configuration, FILE: file, HOVER: `${line}:${column}`, FINDINGS: String(expected.length) },
      });
      assert.equal(status, 0, stderr);
      return JSON.parse(stdout) as Said;
    });
  });

  test('shows the findings that the command line lists', () => {
    assert.deepEqual(said.findings.map(({ place, text }) => `${place} ${/^xep-gdpr \[([^\]]+)\]: /.exec(text)?.[1] ?? text}`).sort(), expected);
  });

  test('gets a hover on a carrier', () => {
    assert.match(said.hover, /location/i);
  });

  test('ends the server', () => {
    assert.equal(said.ended, true);
  });
});
