// SPDX-License-Identifier: MIT
import { addIgnore, workspaceFileName, type Ignore } from '../dataset/index.ts';
import { documentName } from '../review/index.ts';
import type { Feature, ServerContext } from './context.ts';
import { placesIn } from './convert.ts';
import { today } from './ownData.ts';
import { ignoreRequest, type IgnoreParams, type IgnoreResult } from './protocol.ts';
import { textDifference } from './textDifference.ts';
import { folderHolding, folderOf, uriKey } from './uris.ts';

/** How the workspace's own file has to change so that a finding is ignored. The client makes the change, in its editor if the file is open there. */
export const ignoreFinding: Feature = (context) => {
  context.connection.onRequest(ignoreRequest, async (params: IgnoreParams): Promise<IgnoreResult> => {
    const reviewed = await context.reviews.anywhere(params.uri);
    const file = await fileFor(context, params);
    if (!reviewed || !file) {
      return { error: reviewed ? `The document is in no folder of the workspace, so there is no place for ${workspaceFileName}.` : 'The document is no XEP source.' };
    }
    const { carrierId, code, reason } = params;
    const entry: Ignore = { document: documentName(reviewed.review), ...(carrierId === undefined ? { code: code ?? '' } : { carrier: carrierId }), reason, date: today(new Date()) };
    const added = addIgnore(file.text ?? undefined, entry);
    if ('error' in added) {
      return { uri: file.uri, error: `${workspaceFileName} cannot be added to: ${added.error}` };
    }
    const old = file.text ?? '';
    const { start, end, newText } = textDifference(old, added.text);
    const range = placesIn(old, context.client.encoding).range(start, end);
    return { uri: file.uri, exists: file.text !== null, replaced: added.replaced, edits: start === end && newText === '' ? [] : [{ range, newText }] };
  });
};

/** The file that speaks of a document: the nearest one above it, else one to be made in its workspace folder. A text that the editor has and nobody saved goes first. */
async function fileFor({ files }: ServerContext, { uri, open }: IgnoreParams): Promise<{ readonly uri: string; readonly text: string | null } | undefined> {
  const top = folderHolding(uri, files.folders());
  if (top === undefined) {
    return undefined;
  }
  const textOf = (at: string): Promise<string | null> => Promise.resolve(open?.find((one) => uriKey(one.uri) === uriKey(at))?.text ?? files.read(at));
  // Read anew: what is remembered may be older than what is to be changed.
  for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
    const at = `${folder}/${workspaceFileName}`;
    const text = await textOf(at);
    if (text !== null || folder === top) {
      return { uri: at, text };
    }
  }
}
