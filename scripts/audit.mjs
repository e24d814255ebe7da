// SPDX-License-Identifier: MIT
// Licences and known weaknesses of the packages whose code is in a bundle. Others are needed to build and test only, and never delivered.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledLicences } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Licences that go together with ours: they ask for their text to be kept, which ThirdPartyNotices.txt does. */
const compatible = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** What is wrong with the licences of packages, one line each. */
export function licenceFaults(packages) {
  return packages.flatMap(({ name, version, license, text }) => [
    ...compatible.has(license) ? [] : [`${name} ${version}: the licence ${license} is not in the list of compatible ones`], ...text === '' ? [`${name} ${version}: has no text of its licence`] : [],
  ]);
}

/** What `npm audit --json` says of packages: weaknesses of those that are bundled, one line each, or why it says nothing. */
export function auditFaults(output, packages) {
  const { vulnerabilities, message, error } = parsed(output);
  if (vulnerabilities === undefined) {
    return { skipped: message ?? error?.summary ?? 'npm gave no answer' };
  }
  const bundled = new Set(packages.map(({ name }) => name));
  const found = Object.values(vulnerabilities);
  return { faults: found.filter(({ name }) => bundled.has(name)).map(({ name, severity, range }) => `${name} ${range}: ${severity}`), others: found.filter(({ name }) => !bundled.has(name)).length };
}

function parsed(output) {
  try {
    return JSON.parse(output);
  } catch {
    return {};
  }
}

/** Exit status that says: nothing is wrong, but the registry could not be asked. */
const notAudited = 75;

/** Prints licences and audit; answers the exit status. An audit that cannot be made says so. */
export async function audit() {
  const packages = await bundledLicences();
  const licences = licenceFaults(packages);
  const windows = process.platform === 'win32';
  const { stdout } = spawnSync(windows ? 'npm.cmd' : 'npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: windows });
  const { skipped, faults = [], others = 0 } = auditFaults(stdout ?? '', packages);
  console.log(`licences: ${licences.length === 0 ? `those of ${packages.length} bundled packages are fine` : licences.join('\n')}`);
  console.log(skipped === undefined ? `audit: ${faults.length === 0 ? `no known weakness in bundled packages (${others} in others)` : faults.join('\n')}` : `audit: SKIPPED, the registry does not answer (${skipped})`);
  return licences.length + faults.length > 0 ? 1 : skipped === undefined ? 0 : notAudited;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await audit();
}
