// SPDX-License-Identifier: MIT
// The project's documentation as tests read it.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page: its path from the root with slashes, and its text without HTML comments. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

export interface Link {
  readonly from: string;
  /** Path from the root; the page's own where the link is to an anchor only. */
  readonly path: string;
  readonly anchor: string | undefined;
}

/** All files below a folder, by path from the root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length).replaceAll('\\', '/'));
}

/** Every page that is written for readers. */
export function documents(): Document[] {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  const below = ['docs', 'data', 'client/media'].flatMap(filesBelow).filter((path) => path.endsWith('.md'));
  return [...top, ...below].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8').replace(/<!--[^]*?-->/g, '') }));
}

/** The links and pictures of a page that lead into the project. */
export function linksOf({ path, text }: Document): Link[] {
  const targets = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target)).map((target) => {
    const [file = '', anchor] = target.split('#');
    return { from: path, path: file === '' ? path : posix.normalize(posix.join(dirname(path), file)), anchor };
  });
}

/** The anchors that a page's headings make. */
export function anchorsOf(text: string): string[] {
  const headings = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)];
  return headings.map(([, heading = '']) => heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-'));
}

/** What stands as code in a page: spans and lines of blocks. */
export function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```\w*\n([^]*?)^ *```/gm)].flatMap(([, block = '']) => block.split('\n'));
  const spans = [...text.replace(/^ *```[^]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return [...blocks, ...spans];
}

function prose(text: string): string {
  return text.replace(/^ *```[^]*?^ *```/gm, '').replace(/`[^`\n]*`/g, '');
}
