// SPDX-License-Identifier: MIT
// Tells the workbench which extension to load from where, and which suite to run in it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { vscode } from './places.mjs';

/**
 * Writes an empty extension that carries the suite and says when it starts and when it has passed: the workbench reports
 * success for an extension host that merely dies too. The web kind gets the suite copied in, the Node.js kind loads it.
 */
export function makeHost(folder, suite, kind, mark) {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'e2e-host', publisher: 'e2e', version: '0.0.0', engines: { vscode: '^1.90.0' }, main: './nothing.js', browser: './nothing.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package.nls.json'), '{}');
  writeFileSync(join(folder, 'nothing.js'), 'exports.activate = () => {};\n');
  const loaded = kind === 'web'
    ? `(() => { const module = { exports: {} }; ((module, exports) => {\n${readFileSync(suite, 'utf8')}\n})(module, module.exports); return module.exports; })()`
    : `require(${JSON.stringify(suite)})`;
  const file = join(folder, 'run.js');
  writeFileSync(file, `exports.run = async () => {
  console.log(${JSON.stringify(`${mark} started`)});
  await ${loaded}.run();
  console.log(${JSON.stringify(`${mark} passed`)});
};
`);
  return file;
}

/** Address of the workbench with a folder or a `.code-workspace`; the payload names the extension in development and the suite for the Node.js kind. */
export function workbenchUrl(origin, workspace, development = {}) {
  const remote = (path) => `vscode-remote://${origin}${encodeURI(resolve(path))}`;
  const payload = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ['enableProposedApi', '']];
  if (development.extension) {
    payload.push(['extensionDevelopmentPath', remote(development.extension)]);
  }
  if (development.suite) {
    payload.push(['extensionTestsPath', remote(development.suite)]);
  }
  const url = new URL(`http://${origin}/`);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(workspace));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Web kind: the page's own configuration names extensions and suite, so that they load in the browser's worker extension host. */
export async function nameWebExtensions(page, origin, extensions, suite) {
  const addressOf = serveFolders(origin, extensions);
  const development = { extensions: extensions.map(addressOf), ...(suite && { extensionTestsPath: addressOf(suite) }) };
  // Answering the page's request in its place would make Chromium block the page's socket to this machine.
  await page.addInitScript((named) => {
    const { Document } = globalThis;
    const find = Document.prototype.getElementById;
    Document.prototype.getElementById = function (id) {
      const element = find.call(this, id);
      if (element && id === 'vscode-workbench-web-configuration') {
        Document.prototype.getElementById = find;
        const configuration = JSON.parse(element.getAttribute('data-settings'));
        configuration.developmentOptions = { ...configuration.developmentOptions, ...named };
        element.setAttribute('data-settings', JSON.stringify(configuration));
      }
      return element;
    };
  }, development);
}

/** Extensions installed in a folder. */
export function installedIn(folder) {
  return readdirSync(folder).map((name) => join(folder, name)).filter((path) => existsSync(join(path, 'package.json')));
}

/**
 * Links folders under the server's own static files: the page may fetch only from its own origin, and an extension from
 * a remote address may not start a worker. Answers the function from a path inside them to its address.
 */
function serveFolders(origin, folders) {
  const { quality, commit } = JSON.parse(readFileSync(join(vscode, 'product.json'), 'utf8'));
  const served = join(vscode, 'served');
  mkdirSync(served, { recursive: true });
  for (const name of readdirSync(served).filter((link) => !existsSync(join(served, link)))) {
    rmSync(join(served, name), { force: true });
  }
  const links = folders.map((folder) => {
    const real = resolve(folder);
    const id = createHash('sha256').update(real).digest('hex').slice(0, 12);
    if (!existsSync(join(served, id))) {
      symlinkSync(real, join(served, id));
    }
    return { real, path: `/${quality}-${commit}/static/served/${id}` };
  });
  return (path) => {
    const at = resolve(path);
    const link = links.find(({ real }) => at === real || at.startsWith(real + sep));
    if (!link) {
      throw new Error(`${path} is in none of ${folders.join(', ')}`);
    }
    return { scheme: 'http', authority: origin, path: `${link.path}/${relative(link.real, at)}`.replace(/\/$/, '') };
  };
}
