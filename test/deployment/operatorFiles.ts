// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperatorData } from '../../server/src/deployment/operatorData.ts';

/** The members of the operators' data, each in a file of its name. */
export const members = ['sources', 'kinds', 'rights', 'steps', 'statement', 'policy', 'frame', 'features'] as const;

/** Reads a file of `data`, given by its path below. */
export function dataFile(path: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../../data/${path}`, import.meta.url)), 'utf8'));
}

/** The operators' data as its files have it. */
export function operatorFiles(): OperatorData {
  return Object.fromEntries(members.map((member) => [member, (dataFile(`operator/${member}.json`) as Readonly<Record<string, unknown>>)[member]])) as unknown as OperatorData;
}
