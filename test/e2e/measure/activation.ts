// SPDX-License-Identifier: MIT
// Runs in an extension host in which the extension was not activated yet, and says how long that takes.
import * as vscode from 'vscode';

/** Milliseconds since activation was asked for: until the editor begins to load the extension's code, until it is active, and until it calls its server for the first time. */
export interface Activation {
  readonly loading: number;
  readonly active: number;
  readonly firstCall: number;
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('xep-gdpr.xep-gdpr');
  if (!extension || extension.isActive) {
    throw new Error('The extension is not there, or active too early.');
  }
  await quiet();
  const loading = noteLoading();
  const called = noteFirstCall();
  const from = performance.now();
  await extension.activate();
  const active = performance.now() - from;
  await vscode.commands.executeCommand('xepGdpr.restartServer');
  console.log(`[activation] ${JSON.stringify({ loading: loading() - from, active, firstCall: called() - from } satisfies Activation)}`);
}

/** Waits until the extension host has nothing else to do: its own start is not what is measured. */
async function quiet(): Promise<void> {
  for (let calm = 0; calm < 20;) {
    const before = performance.now();
    await new Promise((resolve) => { setTimeout(resolve, 25); });
    calm = performance.now() - before < 35 ? calm + 1 : 0;
  }
}

/** Answers a function that tells when the extension's code was at hand: what comes before is the editor's own time. */
function noteLoading(): () => number {
  let at = Number.NaN;
  const host = typeof process === 'undefined' ? undefined : process;
  if (host) {
    const loader = host.getBuiltinModule('node:module') as unknown as { _load: (request: string, ...rest: readonly unknown[]) => unknown };
    const load = loader._load;
    loader._load = function (request, ...rest) {
      at = Number.isNaN(at) && request.endsWith('client.node.cjs') ? performance.now() : at;
      return load.call(this, request, ...rest);
    };
  } else {
    const { prototype } = (globalThis as unknown as { Response: { prototype: { readonly url: string; text(): Promise<string> } } }).Response;
    const text = Object.getOwnPropertyDescriptor(prototype, 'text')?.value as () => Promise<string>;
    prototype.text = async function () {
      const read = await text.call(this);
      at = this.url.endsWith('client.browser.cjs') ? performance.now() : at;
      return read;
    };
  }
  return () => at;
}

/** Answers a function that tells when a server was started first: a process in Node.js, a worker in a browser. */
function noteFirstCall(): () => number {
  let at = Number.NaN;
  const noted = <Result, Arguments extends readonly unknown[]>(call: (...args: Arguments) => Result) => (...args: Arguments): Result => {
    at = Number.isNaN(at) ? performance.now() : at;
    return call(...args);
  };
  const host = typeof process === 'undefined' ? undefined : process;
  if (host) {
    const children = host.getBuiltinModule('node:child_process');
    for (const name of ['fork', 'spawn'] as const) {
      Object.assign(children, { [name]: noted(children[name] as (...args: readonly unknown[]) => unknown) });
    }
  } else {
    const scope = globalThis as unknown as { Worker: new (...args: readonly unknown[]) => object };
    const OwnWorker = scope.Worker;
    const make = noted((...args: readonly unknown[]) => new OwnWorker(...args));
    // What a constructor returns takes the place of `this`.
    scope.Worker = function (...args: readonly unknown[]) { return make(...args); } as unknown as typeof OwnWorker;
  }
  return () => at;
}
