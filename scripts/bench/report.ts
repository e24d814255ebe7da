// SPDX-License-Identifier: MIT

/** One figure, with what it should be where there is a goal. */
export interface Row {
  readonly what: string;
  /** Undefined where nothing could be measured: `note` says why. */
  readonly value: number | undefined;
  /** `ms`, `MB`, `x` for a ratio, `ms/document` and the like. */
  readonly unit: string;
  /** Lowest and highest of all rounds, or other percentiles: `(4.1-5.0)`. */
  readonly spread?: string;
  /** The value must not be above this. */
  readonly goal?: number;
  readonly note?: string;
}

/** What one part of the benchmark found. */
export interface Part {
  readonly title: string;
  /** What is measured, in a sentence or two. */
  readonly about: string;
  readonly rows: readonly Row[];
}

export function textOf({ title, about, rows }: Part): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return [`\n${title}`, `  ${about}`, ...rows.map((row) => `  ${row.what.padEnd(width)}  ${measured(row)}${row.goal === undefined ? '' : `  goal ${amount(row.goal, row.unit)}: ${distance(row)}`}`)].join('\n');
}

export function markdownOf({ title, about, rows }: Part): string {
  const lines = rows.map((row) => `| ${row.what.replaceAll('|', '\\|')} | ${measured(row)} | ${row.goal === undefined ? '' : amount(row.goal, row.unit)} | ${row.goal === undefined ? '' : distance(row)} |`);
  return [`## ${title}`, '', about, '', '| What | Measured | Goal | Distance |', '| --- | --- | --- | --- |', ...lines, ''].join('\n');
}

function measured({ value, unit, spread, note }: Row): string {
  return [value === undefined ? '' : amount(value, unit), spread ?? '', note ?? ''].filter((text) => text !== '').join(' ');
}

function distance({ value, goal }: Row): string {
  if (value === undefined || goal === undefined) {
    return '';
  }
  const ratio = (value / goal).toFixed(2);
  return value <= goal ? `met, ${ratio} of it` : `missed, ${ratio} times it`;
}

function amount(value: number, unit: string): string {
  const digits = unit === 'x' ? 2 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return unit === 'x' ? `${value.toFixed(digits)}x` : `${value.toFixed(digits)} ${unit}`;
}
