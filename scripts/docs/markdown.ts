// SPDX-License-Identifier: MIT

/** A page of the documentation: its path from the project's root, and its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A table; a bar in a cell stays text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Names as code, at most so many. */
export function codes(names: readonly string[], most: number): string {
  const more = names.length - most;
  return `${names.slice(0, most).map((name) => `\`${name}\``).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `1 name`, `2 names`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** Blocks with an empty line between them, and what every generated page says of itself. */
export function page(...blocks: readonly string[]): string {
  return `${[...blocks, '_Made by `npm run docs`; a test keeps it current._'].join('\n\n')}\n`;
}
