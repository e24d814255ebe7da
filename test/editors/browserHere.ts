// SPDX-License-Identifier: MIT
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.mjs';
import { Unavailable, setupBrowser } from '../e2e/setup.mjs';

/** Starts the browser that the editor tests use; where none can be had, says so and skips the suite. */
export async function browserHere(context: Mocha.Context): Promise<Browser> {
  context.timeout(120_000);
  try {
    await setupBrowser(60);
  } catch (error) {
    if (!(error instanceof Unavailable)) {
      throw error;
    }
    console.log(`      Skipped, no browser here: ${error.message}`);
    context.skip();
  }
  return launchBrowser();
}
