// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { ReviewedParams } from '../../server/src/lsp/protocol.ts';
import { connect, folder, pushed, streams, type Client, type Published } from '../lsp/client.ts';
import type { Message, Place } from './traffic.ts';

/** An editor that keeps its own account of what is open, what the files hold, and what the server has said of them. */
export interface EditorModel {
  readonly files: ReadonlyMap<string, string>;
  readonly open: ReadonlyMap<string, { readonly text: string }>;
  readonly settings: object;
  readonly folders: readonly string[];
  /** Whether somebody asked for a review of the workspace. */
  readonly reviewed: boolean;
  send(message: Message): Promise<void>;
  /** What is shown in the end: URIs with their diagnostics, where there are any, and their summaries. */
  shown(): unknown;
  /** Sends what is withheld, and where somebody asked for a review, has one that is not cancelled. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Answers to requests that were cancelled, or that an edit made needless. */
const harmless: ReadonlySet<unknown> = new Set([-32800, -32801, -32802]);

const [created, changed, deleted] = [1, 2, 3];

export async function editorModel(files = new Map<string, string>(), settings: object = {}, folders: readonly string[] = [folder]): Promise<EditorModel> {
  const start = (its: object, at: readonly string[]): Promise<Client> => connect(streams, {
    capabilities: { ...pushed, workspace: { ...pushed.workspace, workspaceFolders: true } }, hostFiles: files, settings: its, folders: at, initializationOptions: { summaries: true },
    lists: (uri) => client.folders.value.some((one) => uri.startsWith(`${one}/`)),
  });
  let client: Client = await start(settings, folders);
  const open = new Map<string, { text: string; version: number }>();
  const withheld: { uri: string; type: number }[] = [];
  const pending = new Set<Promise<unknown>>();
  const failed: unknown[] = [];
  let reviewed = false;

  const ask = (method: string, params: object, cancel: boolean): Promise<unknown> => {
    const request = client.request(method, params);
    if (cancel) {
      client.notify('$/cancelRequest', { id: request.id });
    }
    const answer = request.catch((error: unknown) => {
      if (!harmless.has((error as { readonly code?: unknown }).code)) {
        failed.push(error);
      }
    });
    pending.add(answer);
    return answer;
  };
  const tell = (): void => {
    client.notify('workspace/didChangeWatchedFiles', { changes: withheld.splice(0) });
  };
  const move = (uri: string, to: string | undefined): void => {
    for (const [name, text] of [...files].filter(([one]) => one === uri || one.startsWith(`${uri}/`))) {
      files.delete(name);
      withheld.push({ uri: name, type: deleted });
      if (to !== undefined) {
        files.set(to + name.slice(uri.length), text);
        withheld.push({ uri: to + name.slice(uri.length), type: created });
      }
    }
  };
  return {
    files, open,
    get settings() { return client.settings.value; },
    get folders() { return client.folders.value; },
    get reviewed() { return reviewed; },
    async send(message) {
      switch (message.kind) {
        case 'open':
          // Some editors open a document twice.
          open.set(message.uri, { text: message.text, version: (open.get(message.uri)?.version ?? 0) + 1 });
          client.notify('textDocument/didOpen', { textDocument: { uri: message.uri, languageId: 'xml', version: open.get(message.uri)?.version, text: message.text } });
          break;
        case 'change': {
          const document = open.get(message.uri);
          const version = (document?.version ?? 0) + 1;
          client.change(message.uri, version, ...message.edits.map(({ from, to, text, whole }) => (whole ? { text } : { range: inOrder(from, to), text })));
          if (document) {
            open.set(message.uri, { version, text: message.edits.reduce((text, edit) => applied(text, edit), document.text) });
          }
          break;
        }
        case 'close':
          open.delete(message.uri);
          client.notify('textDocument/didClose', { textDocument: { uri: message.uri } });
          break;
        case 'write':
          withheld.push({ uri: message.uri, type: files.has(message.uri) ? changed : created });
          files.set(message.uri, message.text);
          break;
        case 'delete': move(message.uri, undefined); break;
        case 'rename':
          move(message.uri, message.to);
          client.notify('workspace/didRenameFiles', { files: [{ oldUri: message.uri, newUri: message.to }] });
          break;
        case 'ask':
          void ask(`textDocument/${message.method}`, { textDocument: { uri: message.uri }, position: message.at, range: { start: message.at, end: message.at }, context: { diagnostics: [] } }, message.cancel);
          break;
        case 'settings':
          client.settings.value = { addressing: message.addressing, show: message.show };
          client.notify('workspace/didChangeConfiguration', { settings: {} });
          break;
        case 'folders': {
          const named = (uris: readonly string[]): readonly object[] => uris.map((uri) => ({ uri, name: uri }));
          const before = client.folders.value;
          client.folders.value = message.uris;
          client.notify('workspace/didChangeWorkspaceFolders', { event: { added: named(message.uris.filter((uri) => !before.includes(uri))), removed: named(before.filter((uri) => !message.uris.includes(uri))) } });
          break;
        }
        case 'restart':
          // What the lost server owed nobody waits for; the new one is told what is open, and reviews again where one had been asked to.
          pending.clear();
          withheld.splice(0);
          await client.close();
          client = await start(client.settings.value, client.folders.value);
          for (const [uri, { text, version }] of open) {
            client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'xml', version, text } });
          }
          if (reviewed) {
            void ask('xepGdpr/reviewWorkspace', {}, false);
          }
          break;
        case 'review':
          reviewed = true;
          void ask('xepGdpr/reviewWorkspace', {}, message.cancel);
          break;
        case 'tell': tell(); break;
        case 'wait': await new Promise((resolve) => { setTimeout(resolve, 3); }); break;
      }
    },
    shown() {
      const diagnostics = new Map<string, Published['diagnostics']>();
      const versions = new Map<string, number>();
      for (const { uri, version, diagnostics: its } of client.received('textDocument/publishDiagnostics') as readonly Published[]) {
        assert.ok(version === undefined || version >= (versions.get(uri) ?? 0), `version ${version ?? 0} of ${uri} comes after ${versions.get(uri) ?? 0}`);
        if (version === undefined) {
          versions.delete(uri);
        } else {
          versions.set(uri, version);
        }
        diagnostics.set(uri, its);
      }
      const summaries = new Map<string, unknown>();
      for (const { reviews, removed } of client.received('xepGdpr/reviewed') as readonly ReviewedParams[]) {
        reviews.forEach((review) => summaries.set(review.uri, review));
        removed.forEach((uri) => summaries.delete(uri));
      }
      const sorted = (map: ReadonlyMap<string, unknown>): unknown[] => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
      return { diagnostics: sorted(new Map([...diagnostics].filter(([, its]) => its.length > 0))), summaries: sorted(summaries), failed };
    },
    async settle() {
      tell();
      await Promise.all(pending);
      if (reviewed) {
        await ask('xepGdpr/reviewWorkspace', {}, false);
      }
      const errors = (client.received('window/logMessage') as readonly { readonly type: number; readonly message: string }[]).filter(({ type }) => type === 1);
      assert.deepEqual(errors, []);
    },
    close: () => client.close(),
  };
}

function inOrder(one: Place, other: Place): { readonly start: Place; readonly end: Place } {
  return one.line < other.line || (one.line === other.line && one.character <= other.character) ? { start: one, end: other } : { start: other, end: one };
}

/** The text after an edit, reckoned line by line; places beyond a line's or the text's end are there. */
function applied(text: string, { from, to, text: by, whole }: { readonly from: Place; readonly to: Place; readonly text: string; readonly whole: boolean }): string {
  if (whole) {
    return by;
  }
  const { start, end } = inOrder(from, to);
  return text.slice(0, offsetOf(text, start)) + by + text.slice(offsetOf(text, end));
}

function offsetOf(text: string, { line, character }: Place): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  if (line >= lines.length) {
    return text.length;
  }
  const before = lines.slice(0, line).reduce((sum, one) => sum + one.length, 0);
  return before + Math.min(character, lines[line]?.replace(/[\r\n]+$/, '').length ?? 0);
}
