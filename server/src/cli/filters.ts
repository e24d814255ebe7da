// SPDX-License-Identifier: MIT
import { levels, type TableRow } from '../report/index.ts';
import type { Dataset, Level } from '../dataset/index.ts';
import { UsageError, type CommandLine } from './commandLine.ts';

/** Whether a document passes `--level`, `--category`, `--status` and `--type`. Throws `UsageError` for a category that does not exist. */
export function rowFilter(line: CommandLine, dataset: Dataset): (row: TableRow) => boolean {
  const unknown = line.categories.find((id) => !dataset.categories.has(id));
  if (unknown !== undefined) {
    throw new UsageError(`"${unknown}" is no category; the categories are ${[...dataset.categories.keys()].join(', ')}`);
  }
  const statuses = new Set(line.statuses.map((status) => status.toLowerCase()));
  const types = new Set(line.types.map((type) => type.toLowerCase()));
  return (row) => (!line.levels || line.levels.has(row.level))
    && (line.categories.length === 0 || line.categories.some((id) => row.categories.includes(id)))
    && (statuses.size === 0 || statuses.has(row.status.toLowerCase()))
    && (types.size === 0 || types.has(row.type.toLowerCase()));
}

/** Whether `--fail-on` is met by a document's level, unless it was known to be as high, or by one of its findings. */
export function failsOn(line: CommandLine, row: TableRow, codes: readonly string[], known: Level | null = null): boolean {
  return line.failOn.some((what) => {
    const at = levels.findIndex((level) => level === what);
    return at < 0 ? codes.some((code) => code === what || code.startsWith(`${what}/`)) : levels.indexOf(row.level) >= at && (known === null || levels.indexOf(row.level) > levels.indexOf(known));
  });
}

/** Throws `UsageError` where `--fail-on` names neither a level nor a code. */
export function checkFailOn(line: CommandLine): void {
  const wrong = line.failOn.find((what) => !levels.some((level) => level === what) && !/^(?:carrier|considerations|example|source)(?:\/[a-z-]+)?$/.test(what));
  if (wrong !== undefined) {
    throw new UsageError(`--fail-on takes a level (${levels.join(', ')}) or a code such as considerations/privacy-missing, not "${wrong}"`);
  }
}
