// SPDX-License-Identifier: MIT
// The suites for the extension host in a web worker.
import 'mocha/mocha.js';

export async function run(): Promise<void> {
  // The default reporter wants a page.
  mocha.setup({ ui: 'tdd', reporter: 'spec', timeout: 30_000 });
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
