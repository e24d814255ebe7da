// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { packagedReadme } from '../../scripts/packagedReadme.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly name: string; readonly version: string; readonly description: string; readonly license: string; readonly publisher: string; readonly icon: string; readonly categories: readonly string[]; readonly keywords: readonly string[]; readonly badges?: unknown; readonly files: readonly string[];
};

/** Pages for readers, with what they link to and show. */
const pages = ['.', 'data', 'docs', 'docs/ci'].flatMap((folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name)));

function targets(text: string): { readonly links: readonly string[]; readonly images: readonly string[] } {
  const tokens = new MarkdownIt({ html: true }).parse(text, {}).flatMap((token) => token.children ?? []);
  const of = (type: string, attribute: string): string[] => tokens.filter((token) => token.type === type).map((token) => token.attrGet(attribute) ?? '');
  return { links: of('link_open', 'href'), images: of('image', 'src') };
}

suite('what is published', () => {
  for (const page of pages) {
    test(`${page} links to files that are there, and to nothing insecure`, () => {
      const { links, images } = targets(read(page));
      assert.deepEqual(links.filter((link) => !/^(?:https:|#)/.test(link) && !existsSync(join(root, dirname(page), decodeURIComponent(link.replace(/#.*/, ''))))), []);
      assert.deepEqual(images.filter((image) => !existsSync(join(root, dirname(page), image)) || image.endsWith('.svg')), []);
    });
  }

  test('has a page for readers without pictures, of which a package has none', () => {
    assert.deepEqual(targets(packagedReadme(read('README.md'))).images, []);
  });

  test('has a name, a version, words to be found by, and an icon that is large enough', () => {
    assert.match(manifest.name, /^[a-z0-9][a-z0-9-]*$/);
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.match(manifest.publisher, /^[a-z0-9][a-z0-9-]*$/i);
    assert.ok(manifest.description.length > 20 && manifest.description.length < 200);
    assert.ok(manifest.keywords.length > 3 && manifest.keywords.length <= 30);
    // Those that a marketplace knows and that fit.
    assert.deepEqual(manifest.categories.filter((category) => !['Linters', 'Programming Languages', 'Visualization', 'Other'].includes(category)), []);
    assert.equal(manifest.badges, undefined);
    const icon = readFileSync(join(root, manifest.icon));
    assert.equal(icon.subarray(1, 4).toString(), 'PNG');
    assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(16) === icon.readUInt32BE(20));
  });

  test('has the licence that it names, and those of others', () => {
    assert.equal(manifest.license, 'MIT');
    assert.match(read('LICENSE'), /^MIT License\n\nCopyright \(c\) \d{4} The xep-gdpr authors\n/);
    assert.ok(manifest.files.includes('ThirdPartyNotices.txt'));
    assert.match(read('.vscodeignore'), /^!ThirdPartyNotices\.txt$/m);
  });

  test('has a changelog from the newest version to the oldest, each with its day', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
    const released = headings.filter((heading, at) => at > 0 || heading !== 'Unreleased');
    assert.ok(headings.length > 0);
    assert.deepEqual(released.filter((heading) => !/^\d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$/.test(heading)), []);
    const days = released.map((heading) => heading.slice(heading.indexOf('(')));
    assert.deepEqual(days, [...days].sort().reverse());
    assert.ok(headings[0] === 'Unreleased' || headings[0]?.startsWith(manifest.version));
  });
});
