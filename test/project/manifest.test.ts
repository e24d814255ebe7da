// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { colors, commandId, commandNames, containerId, contextKeys, panelType, settings, settingsSection, treeViewId } from '../../client/src/names.ts';
import { readManifest } from '../support/manifest.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}
interface Contributes {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  readonly submenus: readonly { readonly id: string }[];
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
  readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
  readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
  readonly viewsWelcome: readonly { readonly view: string; readonly when: string; readonly contents: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string; readonly description?: string; readonly markdownDescription?: string }>> };
  readonly colors: readonly { readonly id: string; readonly description: string }[];
  readonly configurationDefaults: Readonly<Record<string, unknown>>;
  readonly jsonValidation: readonly { readonly url: string }[];
  readonly grammars: readonly { readonly path: string }[];
}
interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<'untrustedWorkspaces' | 'virtualWorkspaces', { readonly supported: unknown; readonly description: string }>>;
  readonly contributes: Contributes;
}

const manifest = readManifest<Manifest>();
const { contributes } = manifest;

/** Every `xepGdpr.…` that stands in a text. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/\bxepGdpr(?:\.\w+)+/g)].map(([id]) => id);
}

/** All code of the client as one text. */
function clientSource(): string {
  const folder = join(root, 'client', 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

suite('the manifest and the code of the extension', () => {
  const commands = contributes.commands.map(({ command }) => command);

  test('name the same commands', () => {
    assert.deepEqual([...commands].sort(), commandNames.map(commandId).sort());
  });

  test('name the same settings', () => {
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), settings.map((name) => `${settingsSection}.${name}`).sort());
  });

  test('name the same view', () => {
    assert.deepEqual(contributes.viewsContainers.activitybar.map(({ id }) => id), [containerId]);
    assert.deepEqual(Object.entries(contributes.views).map(([container, views]) => [container, views.map(({ id }) => id)]), [[containerId, [treeViewId]]]);
    assert.ok(contributes.viewsWelcome.every(({ view }) => view === treeViewId));
  });

  test('name the same colours', () => {
    assert.deepEqual(contributes.colors.map(({ id }) => id).sort(), Object.values(colors).sort());
  });

  test('use no id that is not declared', () => {
    const statusItem = 'xepGdpr.level';
    const known = new Set([...commands, ...Object.keys(contributes.configuration.properties), treeViewId, panelType, ...Object.values(colors), ...Object.values(contextKeys), ...contributes.submenus.map(({ id }) => id), statusItem]);
    const protocolless = [...idsIn(JSON.stringify(contributes)), ...idsIn(clientSource())];
    assert.ok(protocolless.length > 60);
    assert.deepEqual(protocolless.filter((id) => !known.has(id)), []);
  });

  test('read every setting in the code', () => {
    for (const name of settings) {
      assert.match(clientSource(), new RegExp(`get<[^(]+>\\('${name}'`));
    }
  });

  test('ask in menus only for context keys that the code sets', () => {
    const asked = new Set(idsIn(JSON.stringify([contributes.menus, contributes.viewsWelcome].flatMap((part) => Object.values(part).flat()).map(({ when }) => (when ?? '').replaceAll(treeViewId, '')))));
    assert.deepEqual([...asked].sort(), Object.values(contextKeys).sort());
  });
});

suite('the manifest', () => {
  test('activates the extension for XML, and for its panel when that comes back; views and commands speak for themselves', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:xml', `onWebviewPanel:${panelType}`]);
  });

  test('declares untrusted and virtual workspaces as supported, and why', () => {
    for (const { supported, description } of [manifest.capabilities.untrustedWorkspaces, manifest.capabilities.virtualWorkspaces]) {
      assert.equal(supported, true);
      assert.ok(description.length > 20);
    }
  });

  test('gives every command the same category, a title of its own and a menu that exists', () => {
    assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ['XEP GDPR']);
    assert.equal(new Set(contributes.commands.map(({ title }) => title)).size, commandNames.length);
    const submenus = contributes.submenus.map(({ id }) => id);
    for (const item of Object.values(contributes.menus).flat()) {
      assert.ok(item.submenu === undefined ? contributes.commands.some(({ command }) => command === item.command) : submenus.includes(item.submenu) && item.submenu in contributes.menus);
    }
  });

  test('describes every setting and scopes it to resources', () => {
    for (const [name, { scope, description, markdownDescription }] of Object.entries(contributes.configuration.properties)) {
      assert.equal(scope, 'resource', name);
      assert.ok((description ?? markdownDescription ?? '').length > 20, name);
    }
  });

  test('offers VS Code no older than the one that the code is checked against', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  test('shows pages about findings as pages: every other Markdown file keeps the editor that its reader chose', () => {
    const associations = JSON.stringify(contributes.configurationDefaults);
    assert.equal(associations, '{"workbench.editorAssociations":{"**/xep-gdpr*/docs/findings/*.md":"vscode.markdown.preview.editor"}}');
  });

  test('names files that are there', () => {
    const files = [
      manifest.icon, ...contributes.viewsContainers.activitybar.map(({ icon }) => icon), ...Object.values(contributes.views).flat().map(({ icon }) => icon),
      ...contributes.jsonValidation.map(({ url }) => url), ...contributes.grammars.map(({ path }) => path), manifest.main, manifest.browser, ...Object.values(manifest.bin),
    ];
    assert.deepEqual(files.filter((file) => !existsSync(join(root, file))), []);
  });
});
