// SPDX-License-Identifier: MIT
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { chromium } from './places.mjs';

/** Starts the fetched Chromium with nothing but its own libraries and fonts. */
export function launchBrowser() {
  return playwright.launch({
    executablePath: join(chromium, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: join(chromium, 'lib'), FONTCONFIG_FILE: join(chromium, 'fonts.conf') },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}
