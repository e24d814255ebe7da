// SPDX-License-Identifier: MIT
// Runs a TypeScript script of this folder: node scripts/run.mjs scripts/NAME.ts [ARG...]
import { spawnSync } from 'node:child_process';
import { generate } from './generate.mjs';

generate();
const result = spawnSync(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 1);
