// SPDX-License-Identifier: MIT
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program that does some work in a process of its own. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Rounds in which it takes part; default all. */
  readonly rounds?: number;
}

/** What one run took. What the system does not tell is NaN. */
export interface Run {
  /** Milliseconds from start to end. */
  readonly time: number;
  /** Milliseconds of processor time, all threads together: what else the machine does weighs less on it. */
  readonly work: number;
  /** The most memory in MB. */
  readonly memory: number;
}

/** Whether a program is here. */
export function isHere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Runs all, one after the other, in each round. The round before the first warms the disk's cache and is not counted. */
export async function runSideBySide(contenders: readonly Contender[], rounds: number, cwd: string): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      if (round <= (contender.rounds ?? rounds)) {
        const run = await runOnce(contender, cwd);
        if (round > 0) {
          runs.get(contender.name)?.push(run);
        }
      }
    }
  }
  return runs;
}

/** How often the memory of a running process is looked at, in milliseconds. */
const lookEvery = 20;

/** Bash tells how much processor time a program took, as Node.js does not of its children. */
const stopwatch = 'TIMEFORMAT="%3U %3S"; time "$0" "$@" >/dev/null 2>&1';

export function runOnce({ command, args }: Contender, cwd: string): Promise<Run> {
  const withBash = isHere('bash');
  const began = performance.now();
  let memory = Number.NaN;
  let told = '';
  return new Promise((resolve, reject) => {
    const child = withBash ? spawn('bash', ['-c', stopwatch, command, ...args], { stdio: ['ignore', 'ignore', 'pipe'], cwd }) : spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd });
    child.stderr.on('data', (data: Buffer) => { told += data.toString(); });
    const timer = setInterval(() => { memory = most(memory, megabytesOf(childOf(child.pid ?? 0) ?? child.pid ?? 0, 'VmHWM')); }, lookEvery);
    child.once('error', reject);
    child.once('close', () => {
      clearInterval(timer);
      const [user, system] = withBash ? told.trim().split(' ').map(Number) : [];
      resolve({ time: performance.now() - began, work: ((user ?? Number.NaN) + (system ?? Number.NaN)) * 1000, memory });
    });
  });
}

/** At its beginning and end bash is alone, with next to no memory. */
function most(before: number, now: number | undefined): number {
  return now === undefined || now < before ? before : now;
}

/** The program that bash runs. */
function childOf(pid: number): number | undefined {
  try {
    const [first] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return first === undefined || first === '' ? undefined : Number(first);
  } catch {
    return undefined;
  }
}

/** Processor time of a process so far in milliseconds, in steps of 10; NaN where the system does not tell. */
export function workOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** A figure of a process from /proc, in MB. */
export function megabytesOf(pid: number, field: 'VmHWM' | 'VmRSS'): number | undefined {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found) / 1024;
  } catch {
    return undefined;
  }
}
