// SPDX-License-Identifier: MIT
// The page about the command line, made of the program's own help.
import { codes, page, table, type Page } from './markdown.ts';

export function commandLinePage(help: string): Page {
  const [intro = '', usage = '', names = '', options = '', exit = ''] = help.trim().split(/\n\n/);
  const promise = intro.split('\n').slice(1).join(' ');
  return {
    path: 'docs/command-line.md',
    text: page(
      '# Command line',
      `\`xep-gdpr --help\` as a page.`, promise,
      'In a checkout, `npm run build` makes the program: `node dist/cli.cjs`. `npm link` puts `xep-gdpr` on your path.',
      '## Usage', table(['Command', 'Does'], entries(usage).map(([command, does]) => [codes([command], 1), does])), names.replace(/</g, '\\<').replaceAll('\n', ' '),
      '## Options', table(['Option', 'Meaning'], entries(options).map(([option, meaning]) => [codes([option], 1), meaning])),
      '## Exit status', exit.replace(/^Exit status: /, '').replaceAll('\n', ' '),
      'Findings and their codes: [findings](findings/README.md). Levels: [levels](levels.md). In CI: [docs/ci](ci/README.md).',
    ),
  };
}

/** The entries of a block below its title: what is to be typed, and in the column to its right, which further lines show, what it does. */
function entries(block: string): (readonly [string, string])[] {
  const lines = block.split('\n').slice(1);
  const column = Math.max(...lines.map((line) => line.search(/\S/)));
  const found: [string, string][] = [];
  for (const line of lines) {
    const fits = line.charAt(column - 1) === ' ';
    const typed = (fits ? line.slice(0, column) : line).trim();
    const words = fits ? line.slice(column).trim() : '';
    const last = found.at(-1);
    if (typed === '' && last) {
      last[1] = `${last[1]} ${words}`.trim();
    } else {
      found.push([typed, words]);
    }
  }
  return found;
}
