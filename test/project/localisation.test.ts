// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config } from '@vscode/l10n';
import ts from 'typescript';
import { considerationsWords, counted } from '../../client/src/tree/words.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The first arguments of all calls of `t(…)` and `l10n.t(…)` in a source. */
function translatable(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:l10n\.)?t$/.test(node.expression.getText(source))) {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) {
        found.push(text.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function readJson<Content>(...path: readonly string[]): Content {
  return JSON.parse(readFileSync(join(repository, ...path), 'utf8')) as Content;
}

const clientFiles = ['src', 'panel'].flatMap((folder) => readdirSync(join(repository, 'client', folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(repository, 'client', folder, name)));
const categories = readJson<{ readonly categories: readonly { readonly label: string; readonly short: string }[] }>('data', 'categories.json').categories.flatMap(({ label, short }) => [label, short]);
const used = [...new Set([...clientFiles.flatMap(translatable), ...categories])];
const languages = readdirSync(join(repository, 'l10n')).map((name) => /^bundle\.l10n\.(\w+)\.json$/.exec(name)?.[1] ?? name);
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

suite('the user interface in other languages', () => {
  test('is there in German', () => {
    assert.ok(languages.includes('de'));
    assert.ok(used.length > 80, String(used.length));
  });

  test('takes every text of the manifest that a user reads from its own file', () => {
    const literal = [...readFileSync(join(repository, 'package.json'), 'utf8').matchAll(/^ {4,}"(?:title|label|name|contents|description|markdownDescription|accessibilityHelpContent)": "(?!%)(.*)",?$/gm)].map(([, text]) => text);
    assert.deepEqual([...new Set(literal)], ['XEP GDPR']);
  });

  for (const language of languages) {
    const bundle = readJson<Readonly<Record<string, string>>>('l10n', `bundle.l10n.${language}.json`);

    test(`has each text of the extension in ${language}, and no other`, () => {
      assert.deepEqual(used.filter((text) => bundle[text] === undefined), [], 'not translated');
      assert.deepEqual(Object.keys(bundle).filter((text) => !used.includes(text)), [], 'not used');
    });

    test(`has each text of the manifest in ${language}, and no other`, () => {
      const [named, english, translated] = [readFileSync(join(repository, 'package.json'), 'utf8').matchAll(/"%(.+?)%"/g), 'package.nls.json', `package.nls.${language}.json`];
      const keys = [...named].map(([, key = '']) => key).sort();
      for (const file of [english, translated]) {
        assert.deepEqual(Object.keys(readJson<Readonly<Record<string, string>>>(file)).sort(), [...new Set(keys)], file);
      }
    });

    test(`says in ${language} what the tree shows`, () => {
      try {
        config({ contents: bundle });
        assert.equal(counted.ownCarriers(3), bundle['{0} own carriers']?.replace('{0}', '3'));
        assert.equal(considerationsWords('absent'), bundle['No Privacy Considerations']);
      } finally {
        config({ contents: {} });
      }
    });

    test(`keeps what is filled in in ${language}`, () => {
      assert.deepEqual(Object.entries(bundle).filter(([text, translated]) => placeholders(text).join() !== placeholders(translated).join()), []);
      assert.deepEqual(Object.values(bundle).filter((translated) => translated.trim() !== translated || translated === ''), []);
    });
  }
});
