// SPDX-License-Identifier: MIT
// Fetches VS Code (the server and workbench inside the npm package code-server), a Node.js for it and a Chromium, once.
// Nothing is compiled, no package runs a script of its own, no rights are needed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { cache, chromium, fetchedNode, modules, ownNodeServes, packages, vscode } from './places.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Built-in extensions that only make noise here: chat, debuggers, sign-in, version control. */
const unwanted = ['copilot', 'mermaid-markdown-features', 'microsoft-authentication', 'github', 'git', 'ms-vscode.js-debug', 'ms-vscode.js-debug-companion', 'ms-vscode.vscode-js-profile-table', 'tunnel-forwarding'];

/** This machine cannot run VS Code this way, and why: a reason to skip, not a failure. */
export class Unavailable extends Error {}

/** Makes everything ready, or throws `Unavailable`, also when the registry takes longer than so many seconds. Takes about 15 s the first time, no time afterwards. `parts` leaves out the browser for those who have one. */
export async function setup(seconds = 600, parts = { browser: true }) {
  const deadline = Date.now() + seconds * 1000;
  checkMachine();
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  await once(modules, lock, deadline, installModules);
  await once(vscode, JSON.stringify([packages.vscode, unwanted]), deadline, unpackVscode);
  if (!ownNodeServes) {
    await once(fetchedNode, JSON.stringify(packages.node), deadline, unpackNode);
  }
  if (parts.browser) {
    await setupBrowser(Math.max(1, (deadline - Date.now()) / 1000));
  }
}

/** The same for the browser alone. */
export async function setupBrowser(seconds = 600) {
  checkMachine();
  await once(chromium, JSON.stringify([packages.chromium, packages.fonts]), Date.now() + seconds * 1000, unpackChromium);
}

function checkMachine() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Unavailable(`needs Linux on x64, this is ${process.platform} on ${process.arch}`);
  }
}

/** Fills a folder anew unless its mark says that it holds what is wanted. */
async function once(folder, wanted, deadline, fill) {
  const mark = join(folder, '.mark');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fill(folder, deadline);
  writeFileSync(mark, wanted);
}

function installModules(folder, deadline) {
  for (const name of ['package.json', 'package-lock.json', 'stubs']) {
    cpSync(join(here, name), join(folder, name), { recursive: true });
  }
  npm(['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], folder, deadline);
  const search = join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  for (const platform of readdirSync(search).filter((name) => name !== 'linux-x64')) {
    rmSync(join(search, platform), { recursive: true });
  }
}

function unpackVscode(folder, deadline) {
  const skipped = unwanted.map((name) => `--exclude=package/lib/vscode/extensions/${name}`);
  unpack('vscode', deadline, [...skipped, '-C', folder, '--strip-components=3', 'package/lib/vscode']);
  symlinkSync(join(modules, 'node_modules'), join(folder, 'node_modules'));
}

function unpackNode(folder, deadline) {
  unpack('node', deadline, ['-C', folder, '--strip-components=1', 'package/bin/node', 'package/LICENSE']);
}

async function unpackChromium(folder, deadline) {
  unpack('chromium', deadline, ['-C', folder, '--strip-components=2', 'package/bin']);
  const packed = (name) => createReadStream(join(folder, `${name}.br`)).pipe(createBrotliDecompress());
  await pipeline(packed('chromium'), createWriteStream(join(folder, 'chromium'), { mode: 0o755 }));
  for (const name of ['swiftshader', 'al2023', 'fonts']) {
    // By way of a file: tar may end before it has read the padding at the end of a pipe, which then breaks.
    const archive = join(folder, `${name}.tar`);
    await pipeline(packed(`${name}.tar`), createWriteStream(archive));
    run('tar', ['xf', archive, '-C', folder], folder);
    rmSync(archive);
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.br'))) {
    rmSync(join(folder, name));
  }
  // Its own fonts have no monospaced one, and without a configuration its pages have no text at all.
  unpack('fonts', deadline, ['-C', join(folder, 'fonts'), '--strip-components=2', '--wildcards', 'package/ttf/DejaVuSans*.ttf']);
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fontsCache</cachedir>
<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
`);
}

/** Downloads one pinned tarball, compares its checksum and unpacks it. */
function unpack(key, deadline, tarArguments) {
  const { name, version, integrity } = packages[key];
  const downloads = join(cache, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const printed = npm(['pack', '--loglevel=error', '--ignore-scripts', '--prefer-offline', '--pack-destination', downloads, `${name}@${version}`], downloads, deadline);
  const file = join(downloads, printed.trim().split('\n').at(-1));
  const sum = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (sum !== integrity) {
    throw new Error(`${name}@${version} is not what it was: ${sum}`);
  }
  run('tar', ['xzf', file, ...tarArguments], downloads);
  rmSync(file);
}

function npm(args, cwd, deadline) {
  const result = spawnSync('npm', args, { cwd, encoding: 'utf8', timeout: Math.max(1, deadline - Date.now()), killSignal: 'SIGKILL' });
  if (result.status !== 0) {
    throw new Unavailable(`npm ${args[0]} in ${cwd} does not work: ${result.error?.message ?? result.stderr.trim()}`);
  }
  return result.stdout;
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `exit status ${status}`}`);
  }
}
