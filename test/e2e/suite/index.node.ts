// SPDX-License-Identifier: MIT
// The suites for the Node.js extension host.
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000 });
  // Gives the suites their globals, as loading a file would: they are part of this bundle.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suites.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => {
      if (failures > 0) {
        reject(new Error(`${failures} failed`));
      } else {
        resolve();
      }
    });
  });
}
