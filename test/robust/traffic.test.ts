// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { blocking } from '../lsp/blocking.ts';
import { folder } from '../lsp/client.ts';
import { xepSource } from '../support/xepSource.ts';
import { tries } from './budget.ts';
import { editorModel, type EditorModel } from './editorModel.ts';
import { messages, type Message } from './traffic.ts';

/** Waits until two editors show the same, and goes on doing so; fails with the difference. */
async function comeToTheSame(one: EditorModel, other: EditorModel): Promise<void> {
  for (let look = 0, same = 0; same < 4; look++) {
    const [is, wanted] = [one.shown(), other.shown()];
    same = isDeepStrictEqual(is, wanted) ? same + 1 : 0;
    if (look > 60) {
      assert.deepEqual(is, wanted);
    }
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** Documents that have every `.xep-gdpr.json` read: what is wrong in one stays shown, though the document is gone that first asked for it. */
const probes = ['probe.xml', 'sub/probe.xml', 'below/probe.xml'].map((name): Message => ({ kind: 'open', uri: `${folder}/${name}`, text: xepSource() }));

/** A server that has gone through all this shows in the end what a new one shows that knows the end only. */
async function endsAsANewOne(all: readonly Message[]): Promise<void> {
  const used = await editorModel();
  for (const message of [...all, ...probes]) {
    await used.send(message);
  }
  await used.settle();
  const fresh = await editorModel(new Map(used.files), used.settings, used.folders);
  for (const [uri, { text }] of used.open) {
    await fresh.send({ kind: 'open', uri, text });
  }
  if (used.reviewed) {
    await fresh.send({ kind: 'review', cancel: false });
  }
  await fresh.settle();
  await comeToTheSame(used, fresh);
  await Promise.all([used.close(), fresh.close()]);
}

suite('the language server', () => {
  test('keeps nothing of a file that is reviewed just when its folder leaves', async () => {
    await endsAsANewOne([
      { kind: 'review', cancel: false }, { kind: 'tell' }, { kind: 'tell' }, { kind: 'write', uri: `${folder}/xep-0191.xml`, text: blocking() }, { kind: 'open', uri: `${folder}/kettle.xml`, text: blocking() }, { kind: 'folders', uris: [] },
    ]);
  });

  test('shows in the end what a new one shows, whatever came in whatever order', async () => {
    await fc.assert(fc.asyncProperty(messages, endsAsANewOne), tries(10, 0.2));
  });
});
