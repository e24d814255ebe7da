// SPDX-License-Identifier: MIT
import { parseArgs } from 'node:util';
import type { Level } from '../dataset/index.ts';
import { levels } from '../report/index.ts';

/** The call's words are off; the message says which and what would be right. */
export class UsageError extends Error {}

export const commands = ['table', 'scan', 'triage', 'diff', 'explain', 'ignore', 'coverage', 'init-entry', 'deployment'] as const;
export type Command = (typeof commands)[number];

/** The command line, checked. */
export interface CommandLine {
  readonly command: Command | undefined;
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly format: string | undefined;
  readonly output: string | undefined;
  readonly update: string | undefined;
  readonly skeleton: boolean;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly dataset: string | undefined;
  readonly ignoreFile: string | undefined;
  /** Words of the command `ignore`. */
  readonly carrier: string | undefined;
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly author: string | undefined;
  readonly until: string | undefined;
  readonly levels: ReadonlySet<Level> | undefined;
  readonly categories: readonly string[];
  readonly statuses: readonly string[];
  readonly types: readonly string[];
  readonly failOn: readonly string[];
  /** Words of the command `deployment`. */
  readonly against: readonly string[];
  readonly parts: readonly string[];
  /** Number of worker threads, or undefined for the program's choice. */
  readonly jobs: number | undefined;
  readonly quiet: boolean;
  readonly color: boolean | undefined;
}

const options = {
  help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' }, format: { type: 'string', short: 'f' }, output: { type: 'string', short: 'o' },
  update: { type: 'string' }, skeleton: { type: 'boolean' }, baseline: { type: 'string' }, 'update-baseline': { type: 'boolean' }, dataset: { type: 'string' }, level: { type: 'string', multiple: true }, category: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true }, type: { type: 'string', multiple: true }, 'fail-on': { type: 'string', multiple: true },
  against: { type: 'string', multiple: true }, part: { type: 'string', multiple: true },
  'ignore-file': { type: 'string' }, carrier: { type: 'string' }, code: { type: 'string' }, reason: { type: 'string' }, author: { type: 'string' }, until: { type: 'string' },
  jobs: { type: 'string', short: 'j' }, quiet: { type: 'boolean', short: 'q' }, color: { type: 'string' },
} as const;

/** Reads the arguments after the program's name. Throws `UsageError`. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parse(argv);
  const [command, ...operands] = positionals;
  if (command !== undefined && !isCommand(command)) {
    throw new UsageError(`there is no command "${command}"; the commands are ${commands.join(', ')}`);
  }
  return {
    command, operands,
    help: values.help ?? false, version: values.version ?? false, format: values.format, output: values.output, update: values.update, skeleton: values.skeleton ?? false, baseline: values.baseline, updateBaseline: values['update-baseline'] ?? false, dataset: values.dataset,
    ignoreFile: values['ignore-file'], carrier: values.carrier, code: values.code, reason: values.reason, author: values.author, until: values.until,
    levels: levelsOf(list(values.level)), categories: list(values.category), statuses: list(values.status), types: list(values.type), failOn: list(values['fail-on']), against: values.against ?? [], parts: list(values.part),
    jobs: jobsOf(values.jobs), quiet: values.quiet ?? false, color: colorOf(values.color),
  };
}

/** The chosen format, or the first of those possible. Throws `UsageError` for another. */
export function chosenFormat<Format extends string>(line: CommandLine, formats: readonly [Format, ...Format[]]): Format {
  const format = formats.find((one) => one === (line.format ?? formats[0]));
  if (format === undefined) {
    throw new UsageError(`"${line.format ?? ''}" is no format of ${line.command ?? ''}; choose one of ${formats.join(', ')}`);
  }
  return format;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.replace(/\. To specify .*$/s, '.') : String(error));
  }
}

function isCommand(word: string): word is Command {
  return (commands as readonly string[]).includes(word);
}

function list(values: readonly string[] | undefined): string[] {
  return (values ?? []).flatMap((value) => value.split(',')).map((value) => value.trim()).filter((value) => value !== '');
}

/** `high,low` names levels, `medium+` a level and all above it. */
function levelsOf(words: readonly string[]): ReadonlySet<Level> | undefined {
  if (words.length === 0) {
    return undefined;
  }
  const chosen = new Set<Level>();
  for (const word of words) {
    const at = levels.findIndex((level) => level === word.replace(/\+$/, ''));
    if (at < 0) {
      throw new UsageError(`"${word}" is no level; use ${levels.join(', ')}, or a level with "+" for it and all above`);
    }
    levels.slice(at, word.endsWith('+') ? undefined : at + 1).forEach((level) => chosen.add(level));
  }
  return chosen;
}

function jobsOf(word: string | undefined): number | undefined {
  if (word === undefined) {
    return undefined;
  }
  const jobs = Number(word);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) {
    throw new UsageError(`--jobs takes a whole number from 1 to 256, not "${word}"`);
  }
  return jobs;
}

function colorOf(word: string | undefined): boolean | undefined {
  if (word === undefined || word === 'auto') {
    return undefined;
  }
  if (word !== 'always' && word !== 'never') {
    throw new UsageError(`--color takes auto, always or never, not "${word}"`);
  }
  return word === 'always';
}
