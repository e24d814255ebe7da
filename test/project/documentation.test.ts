// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contributes } from '../../scripts/docs/manifest.ts';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { commands as programCommands } from '../../server/src/cli/commandLine.ts';
import { help } from '../../server/src/cli/help.ts';
import { readWorkspaceFile } from '../../server/src/dataset/index.ts';
import { ownFileRules } from '../../server/src/lsp/ownFileRules.ts';
import { pageOfCode, rulesOf } from '../../server/src/report/index.ts';
import { anchorsOf, codeIn, documents, filesBelow, linksOf, root } from './documents.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = documents();
const all = pages.map(({ text }) => text).join('\n');
const code = ['client/src', 'server/src'].flatMap(filesBelow).map(read).join('\n');
const tests = filesBelow('test').filter((path) => /\.(?:ts|mjs)$/.test(path) && !path.startsWith('test/project/')).map(read).join('\n');
const inEditor = filesBelow('test/e2e').filter((path) => /\.(?:ts|mjs)$/.test(path)).map(read).join('\n');
const { commands, views, configuration } = contributes();

/** Names that stand in none of the texts where they have to be. */
function missing(names: readonly string[], where: Readonly<Record<string, (name: string) => boolean>>): string[] {
  assert.ok(names.length > 0);
  return Object.entries(where).flatMap(([text, has]) => names.filter((name) => !has(name)).map((name) => `${name}: in no ${text}`));
}

suite('manifest, code, tests and documentation', () => {
  test('know every command of the editor', () => {
    const titles = new Map(commands.map(({ command, category, title }) => [command, `${category}: ${title}`]));
    assert.deepEqual(missing([...titles.keys()], {
      code: (id) => new RegExp(`\\b${id.replace('xepGdpr.', '')}: \\(`).test(code),
      // Tests in the extension host run commands by id or name; those of the window by title, up to its dots.
      test: (id) => tests.includes(`'${id}'`) || new RegExp(`[([]'${id.replace('xepGdpr.', '')}'`).test(inEditor) || inEditor.includes((titles.get(id) ?? id).replace('…', '')),
      documentation: (id) => all.includes(`\`${id}\``),
    }), []);
  });

  test('know every setting', () => {
    assert.deepEqual(missing(Object.keys(configuration.properties), {
      code: (id) => code.includes(`'${id.replace('xepGdpr.', '')}'`),
      test: (id) => new RegExp(`\\b${id.replace('xepGdpr.', '')}: `).test(tests),
      documentation: (id) => all.includes(`\`${id}\``),
    }), []);
  });

  test('know every view', () => {
    const titles = new Map(Object.values(views).flat().map(({ id, contextualTitle }) => [id, contextualTitle]));
    assert.deepEqual(missing([...titles.keys()], {
      code: (id) => code.includes(`'${id}'`),
      test: (id) => inEditor.includes(`openContainer(page, '${titles.get(id) ?? ''}')`),
      documentation: (id) => all.includes(`\`${id}\``),
    }), []);
  });

  test('know every code of a finding', () => {
    const codes = [...rulesOf(bundledDataset()), ...ownFileRules].map((rule) => rule.code);
    const categories = read('data/categories.json');
    assert.deepEqual(missing(codes, {
      code: (one) => code.includes(`'${one}'`) || categories.includes(`"id": "${one.replace('carrier/', '')}"`),
      test: (one) => tests.includes(one) || tests.includes(`'${one.replace('carrier/', '')}'`),
      documentation: (one) => existsSync(join(root, 'docs', 'findings', pageOfCode(one))),
    }), []);
  });

  test('know every command of the program', () => {
    assert.deepEqual(missing(programCommands, {
      code: (name) => help().includes(`xep-gdpr ${name} `),
      test: (name) => tests.includes(`'${name}'`),
      documentation: (name) => all.includes(`\`xep-gdpr ${name} `),
    }), []);
  });
});

suite('the documentation', () => {
  const known = new Map(pages.map(({ path, text }) => [path, anchorsOf(text)]));

  test('has no link into the project that leads nowhere', () => {
    const links = pages.flatMap(linksOf);
    assert.ok(links.length > 60);
    const broken = links.filter(({ path, anchor }) => !existsSync(join(root, path)) || (anchor !== undefined && !(known.get(path) ?? []).includes(anchor)));
    assert.deepEqual(broken.map(({ from, path, anchor }) => `${from}: ${path}${anchor === undefined ? '' : `#${anchor}`}`), []);
  });

  test('leads to every page of its own', () => {
    const reached = new Set(pages.flatMap(linksOf).filter(({ from, path }) => from !== path).map(({ path }) => path));
    assert.deepEqual(pages.map(({ path }) => path).filter((path) => path.startsWith('docs/') && !reached.has(path) && !reached.has(path.replace(/\/README\.md$/, ''))), []);
  });

  test('names no npm script that does not exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const named = pages.flatMap(({ path, text }) => [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => [path, run ?? short ?? ''] as const));
    assert.ok(named.length > 10);
    assert.deepEqual(named.filter(([, script]) => !(script in scripts)), []);
  });

  test('names no command and no option of the program that its help does not have', () => {
    const options = new Set(help().match(/--[a-z][\w-]*/g));
    const calls = pages.flatMap(({ path, text }) => codeIn(text).filter((line) => /^(?:xep-gdpr|node dist\/cli\.cjs) /.test(line)).map((line) => [path, line] as const));
    assert.ok(calls.length > 20);
    const strange = calls.filter(([, line]) => {
      const [, word = ''] = /^(?:xep-gdpr|node \S+) ([\w-]*)/.exec(line) ?? [];
      return !((programCommands as readonly string[]).includes(word) || word.startsWith('--')) || (line.match(/ --[a-z][\w-]*/g) ?? []).some((option) => !options.has(option.trim()));
    });
    assert.deepEqual(strange, []);
  });

  test('names no path of the project that does not exist', () => {
    const written = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'docs/README.md'].flatMap((path) => codeIn(read(path)).flatMap((span) => span.match(/(?<![\w./-])[\w-]+(?:\/[\w.-]+)+/g) ?? []).map((name) => [path, name] as const));
    const rooms = readdirSync(join(root, 'server', 'src'));
    const ours = written.filter(([, name]) => !/[A-Z]{4}/.test(name.replace('README', '')) && [...rooms, 'server', 'client', 'data', 'docs', 'scripts', 'test', 'syntaxes'].includes(name.replace(/\/.*/, '')));
    assert.ok(ours.length > 60);
    assert.deepEqual(ours.filter(([, name]) => ![name, `server/src/${name}`, `${name}.ts`].some((path) => existsSync(join(root, path)))), []);
  });

  test('says nowhere that something is against the law, but that the program never does', () => {
    const claims = pages.flatMap(({ path, text }) => [...text.matchAll(/.*\b(?:violat|illegal|unlawful|breach(?:es|ed)? (?:of )?the law|verst(?:oß|öß)|rechtswidrig).*/gi)].map(([line]) => [path, line] as const));
    assert.ok(claims.length > 3);
    assert.deepEqual(claims.filter(([, line]) => !/\b(?:never|nie)\b|No boilerplate, no "violates"/.test(line)), []);
  });

  test('shows a workspace file that is valid', () => {
    const [, example = ''] = /^```json\n([^]*?)^```/m.exec(read('docs/decisions.md')) ?? [];
    const { errors, ignores, overrides } = readWorkspaceFile(example);
    assert.deepEqual([errors, ignores.length, overrides.length], [[], 2, 1]);
  });
});

suite('the README', () => {
  const text = read('README.md');

  test('says in its first lines that it is advisory and that nothing leaves the computer', () => {
    const beginning = text.split('\n').slice(0, 8).join('\n');
    assert.match(beginning, /Advisory, not legal advice/);
    assert.match(beginning, /No network, no telemetry/);
  });

  test('asks a new user for two commands', () => {
    const blocks = [...text.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, block = '']) => block.trim().split('\n'));
    assert.deepEqual(blocks.map((lines) => lines.map((line) => line.replace(/ +#.*/, ''))), [['npm start -- FOLDER', 'npm run editor -- FOLDER']]);
  });

  test('has its pictures, each small and of this project', () => {
    const pictures = [...text.matchAll(/!\[[^\]]{20,}\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    assert.deepEqual(pictures.map((path) => path.replace('docs/images/', '')).sort(), readdirSync(join(root, 'docs', 'images')).sort());
    assert.ok(pictures.length >= 3);
    assert.deepEqual(pictures.filter((path) => statSync(join(root, path)).size > 120_000), []);
  });
});
