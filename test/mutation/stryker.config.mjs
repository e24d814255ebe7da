// SPDX-License-Identifier: MIT
// How the sources of one run are changed and tested; scripts/mutation.mjs says which (MUTATE) and where the result goes (RESULT).
import { fileURLToPath } from 'node:url';

export default {
  mutate: [process.env['MUTATE']],
  testRunner: 'bundled',
  plugins: [fileURLToPath(new URL('runner.mjs', import.meta.url))],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['json', 'clear-text'],
  jsonReporter: { fileName: process.env['RESULT'] },
  clearTextReporter: { reportTests: false, reportMutants: false, allowColor: false },
  // Types are taken off, not checked: a change that the compiler would refuse is still one that a test should notice.
  disableTypeChecks: false,
  tempDirName: 'out/mutation/sandbox',
  ignorePatterns: ['/dist', '/out', '/client', '/docs', '/syntaxes', '/test/cli', '/test/client', '/test/e2e', '/test/editors', '/test/lsp', '/test/mutation', '/test/project', '/test/syntaxes', '/.*'],
  // Generous, for machines that do other work too: a change that is slow only because the machine is would count as noticed.
  timeoutMS: 8_000,
  timeoutFactor: 4,
  cleanTempDir: 'always',
  warnings: { slow: false },
};
