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

/** What one run took: milliseconds from start to end, and the most memory in MB (NaN where the system does not tell). */
export interface Run {
  readonly time: number;
  readonly memory: number;
}

/** Whether a program is here. */
export function isHere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Runs all, one after the other, in each round. The round before the first warms the disk's cache and is not counted. */
export async function runSideBySide(contenders: readonly Contender[], rounds: number, cwd: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      if (round <= (contender.rounds ?? rounds)) {
        const { time } = await runOnce(contender, cwd);
        if (round > 0) {
          times.get(contender.name)?.push(time);
        }
      }
    }
  }
  return times;
}

/** How often the memory of a running process is looked at, in milliseconds. */
const lookEvery = 20;

export function runOnce({ command, args }: Contender, cwd: string): Promise<Run> {
  const began = performance.now();
  let memory = Number.NaN;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', cwd });
    const timer = setInterval(() => { memory = peakMemory(child.pid ?? 0, memory); }, lookEvery);
    child.once('error', reject);
    child.once('exit', () => {
      clearInterval(timer);
      resolve({ time: performance.now() - began, memory });
    });
  });
}

/** The most memory that a process had so far in MB; `before` where the system does not tell. */
function peakMemory(pid: number, before: number): number {
  return megabytesOf(pid, 'VmHWM') ?? before;
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
