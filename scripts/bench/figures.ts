// SPDX-License-Identifier: MIT

/** The value below which a share of all lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** `p50 4.1  p95 9.0  max 12.2 ms`. */
export function spread(values: readonly number[]): string {
  return `p50 ${percentile(values, 0.5).toFixed(1).padStart(5)}  p95 ${percentile(values, 0.95).toFixed(1).padStart(5)}  max ${Math.max(...values).toFixed(1).padStart(5)} ms`;
}
