// SPDX-License-Identifier: MIT
import type { Row } from './report.ts';

/** The value below which a share of all lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** `(4.1-9.0)`: lowest and highest. */
export function range(values: readonly number[], digits = 0): string {
  return `(${Math.min(...values).toFixed(digits)}-${Math.max(...values).toFixed(digits)})`;
}

/** The median of what was measured several times. */
export function medianRow(what: string, values: readonly number[], unit: string, goal?: number): Row {
  return { what, value: median(values), unit, spread: range(values, unit === 'x' ? 2 : 0), ...goal !== undefined && { goal } };
}

/** How much more one takes than the other, round by round: both were measured one after the other in each, so that what else the machine does weighs on both. */
export function ratioRow(what: string, ours: readonly number[], theirs: readonly number[], goal?: number): Row {
  return medianRow(what, ours.map((value, round) => value / (theirs[round] ?? Number.NaN)), 'x', goal);
}
