// SPDX-License-Identifier: MIT
// The suites for the extension host in a web worker.
import 'mocha/mocha.js';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 30_000 });
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
