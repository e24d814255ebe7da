// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Uri, window, workspace } from 'vscode';
import { compareRequest, type CompareParams, type CompareResult } from '../../../server/src/lsp/protocol.ts';
import { documentTitle } from '../xepDocument.ts';
import { showBeside } from './beside.ts';
import { atHead } from './gitHead.ts';
import type { Surroundings } from './surroundings.ts';
import { targetOf } from './target.ts';

interface Older {
  /** Null where there was no such document. */
  readonly text: string | null;
  readonly name: string;
}

/** Says what a document carries more or less than its last commit; without Git, than a file that the user chooses or `{ with: URI }` names. */
export async function compareWithHead({ store, connection }: Surroundings, argument: unknown): Promise<void> {
  const review = targetOf(store, argument)?.review;
  if (!review) {
    void window.showInformationMessage(t('Open a reviewed XEP, or choose a document in the relevance tree.'));
    return;
  }
  const older = await olderOf(Uri.parse(review.uri), argument);
  if (!older) {
    return;
  }
  const params: CompareParams = { uri: review.uri, oldText: older.text };
  const { markdown, error } = await connection.request<CompareResult>(compareRequest, params);
  if (error !== undefined) {
    void window.showWarningMessage(`XEP GDPR: ${error}`);
  } else if (markdown === '') {
    void window.showInformationMessage(t('{0} carries the same personal data as {1}.', documentTitle(review), older.name));
  } else {
    await showBeside(t('{0} against {1}', review.name, older.name), markdown);
  }
}

async function olderOf(uri: Uri, argument: unknown): Promise<Older | undefined> {
  const named = (argument as { readonly with?: unknown } | undefined)?.with;
  if (typeof named === 'string') {
    return readOlder(Uri.parse(named));
  }
  const head = await atHead(uri);
  if (head.kind !== 'no-repository') {
    return { text: head.kind === 'text' ? head.text : null, name: 'HEAD' };
  }
  const choose = t('Choose File…');
  if (await window.showInformationMessage(t('No Git repository holds this document. Compare it with a file?'), choose) !== choose) {
    return undefined;
  }
  const [file] = await window.showOpenDialog({ title: t('Older text of the document'), filters: { XML: ['xml'] }, canSelectMany: false }) ?? [];
  return file && readOlder(file);
}

async function readOlder(uri: Uri): Promise<Older> {
  return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)), name: workspace.asRelativePath(uri) };
}
