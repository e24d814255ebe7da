// SPDX-License-Identifier: MIT
// Prepares what the program carries: the dataset and the operator data as one JSON text each (a file, and a module that gives its text), the validators compiled from the schemas,
// and script and style of the relevance panel as texts for reports.
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { panelBundles } from './panelBundles.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'server', 'generated');

/** Reads a JSON file; an error names the file. */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error.message}`);
  }
}

/** Writes data as one JSON text: a file, and a module that reads it from beside itself, or from beside the bundle that it is in. An engine takes longer to read such a text in a program than in a file. */
function writeText(name, data) {
  writeFileSync(join(out, `${name}.json`), JSON.stringify(data));
  writeFileSync(join(out, `${name}.js`), `import { readFileSync } from 'node:fs';\nexport default () => readFileSync(new URL('./${name}.json', import.meta.url), 'utf8');\n`);
  writeFileSync(join(out, `${name}.d.ts`), '/** The text of the file beside the program. Throws where it is not there. */\ndeclare const read: () => string;\nexport default read;\n');
}

export function generate() {
  mkdirSync(out, { recursive: true });
  const data = join(root, 'data');
  const version = readJson(join(root, 'package.json')).version;
  const entries = ['xeps', 'inbox'].flatMap((folder) => readdirSync(join(data, folder)).filter((name) => name.endsWith('.json')).sort().map((name) => readJson(join(data, folder, name))));
  const dataset = {
    version,
    categories: readJson(join(data, 'categories.json')).categories,
    notes: readJson(join(data, 'shared.json')).notes,
    entries: [readJson(join(data, 'core.json')), ...entries],
  };
  for (const entry of dataset.entries) {
    delete entry.$schema;
  }
  writeText('dataset', dataset);
  // One file per member, each an object that holds it under its own name.
  const members = readdirSync(join(data, 'operator')).filter((name) => name.endsWith('.json')).sort().map((name) => [name.replace(/\.json$/, ''), readJson(join(data, 'operator', name))]);
  writeText('operator', Object.fromEntries(members.map(([member, file]) => [member, file[member]])));

  // "defaultSnippets" is a word for editors only.
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true }, inlineRefs: false, keywords: ['defaultSnippets'] });
  ajv.addSchema(readJson(join(data, 'schemas', 'entry.schema.json')), 'entry.schema.json');
  ajv.addSchema(readJson(join(data, 'schemas', 'workspace.schema.json')), 'workspace.schema.json');
  // The generated code still asks for two helpers of ajv: bundled in, so that nothing is needed at run time.
  buildSync({
    stdin: { contents: linear(standalone(ajv, { validateEntry: 'entry.schema.json', validateWorkspace: 'workspace.schema.json' })), resolveDir: root }, bundle: true, format: 'esm', platform: 'neutral', mainFields: ['main'],
    // Small, and without the paths of the folder that it is built in.
    minify: true, absWorkingDir: root, outfile: join(out, 'validators.js'), allowOverwrite: true, logLevel: 'error',
  });
  writeFileSync(join(out, 'validators.d.ts'), `export interface SchemaError { readonly instancePath: string; readonly schemaPath: string; readonly keyword: string; readonly message?: string; readonly params: Readonly<Record<string, unknown>> }
interface Validator { (value: unknown): boolean; errors?: SchemaError[] | null }
export declare const validateEntry: Validator;
export declare const validateWorkspace: Validator;
`);
  generatePanel();
}

/** Validators that gather faults one by one. As they are made, they copy all faults so far for every further item: a file with many broken ones would hold everything up. */
function linear(code) {
  return `${code.replaceAll('vErrors.concat(', 'gather(vErrors, ')}\nfunction gather(all, more) { for (const one of more) all.push(one); return all; }\n`;
}

/** The panel's script and style for a page that has them inside. Their checksums stand in the page's policy, which allows nothing else. */
function generatePanel() {
  const [script, style] = panelBundles.map((bundle) => buildSync({ ...bundle, write: false }).outputFiles[0].text.trim());
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) {
    throw new Error('script or style of the panel would end the element that it stands in');
  }
  const sum = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  writeFileSync(join(out, 'panel.js'), `export const panelAssets = ${JSON.stringify({ script, style, scriptSum: sum(script), styleSum: sum(style) })};\n`);
  writeFileSync(join(out, 'panel.d.ts'), 'export declare const panelAssets: { readonly script: string; readonly style: string; readonly scriptSum: string; readonly styleSum: string };\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generate();
}
