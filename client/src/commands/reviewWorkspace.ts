// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { ProgressLocation, Uri, commands, window, workspace, type CancellationToken, type Progress } from 'vscode';
import { reviewWorkspaceRequest, type ReviewWorkspaceParams, type ReviewWorkspaceResult } from '../../../server/src/lsp/protocol.ts';
import { isLostAnswer } from '../connection.ts';
import type { WorkDone } from '../languageClient.ts';
import { commandId } from '../names.ts';
import { counted } from '../tree/words.ts';
import type { Surroundings } from './surroundings.ts';

/** Has the server review all XEP sources of the workspace, with progress that can be cancelled. Answers whether it went through. With `{ quiet: true }` nothing is offered then. */
export async function reviewWorkspace({ connection, view, panel, onWorkspaceWanted }: Surroundings, given: unknown): Promise<boolean> {
  if ((workspace.workspaceFolders ?? []).length === 0) {
    void window.showInformationMessage(t('Open a folder with XEP sources first.'));
    return false;
  }
  onWorkspaceWanted();
  const result = await window.withProgress({ location: ProgressLocation.Notification, title: t('Reviewing XEP sources'), cancellable: true }, async (progress, cancelled) => {
    const client = await connection.client();
    // One review at a time needs one name; the client makes no tokens that could clash with it.
    const workDoneToken = `xepGdpr-review-${Date.now()}`;
    const reports = client.onProgress(workDoneToken, reportTo(progress));
    try {
      return await request(connection, { workDoneToken }, cancelled);
    } finally {
      reports.dispose();
    }
  });
  if (result === undefined) {
    return false;
  }
  if (!result.cancelled) {
    view.workspaceReviewed(new Date());
  }
  for (const { uri, reason } of result.unreadable) {
    connection.output.warn(`${Uri.parse(uri).fsPath}: ${reason}`);
  }
  const unreadable = result.unreadable.length > 0 ? ` ${result.unreadable.length === 1 ? t('1 file could not be read, see the output.') : t('{0} files could not be read, see the output.', result.unreadable.length)}` : '';
  const high = view.tree.shown().documents.filter(({ review }) => review.level === 'high').length;
  const outcome = result.cancelled ? t('Cancelled after {0}.', counted.documents(result.reviewed)) : t('Reviewed {0}, {1} of high relevance.', counted.documents(result.reviewed), high);
  window.setStatusBarMessage(`$(law) ${outcome}${unreadable}`, 8000);
  const quiet = typeof given === 'object' && given !== null && 'quiet' in given && given.quiet === true;
  const offers = !result.cancelled && result.reviewed > 0 && !quiet && !panel.isOpen();
  if (unreadable !== '' || offers) {
    void tell(`${outcome}${unreadable}`, unreadable !== '', offers);
  }
  return !result.cancelled;
}

/** Tells how a review ended, and offers to look at all that was reviewed. */
async function tell(outcome: string, isWarning: boolean, offers: boolean): Promise<void> {
  const show = t('Show Relevance Panel');
  const chosen = await (isWarning ? window.showWarningMessage : window.showInformationMessage)(outcome, ...offers ? [show] : []);
  if (chosen === show) {
    await commands.executeCommand(commandId('openPanel'));
  }
}

/** A cancelled request may be answered with what was done so far, or not at all; where the server went away, the next one is asked again. */
async function request(connection: Surroundings['connection'], params: ReviewWorkspaceParams, cancelled: CancellationToken): Promise<ReviewWorkspaceResult | undefined> {
  try {
    return await connection.request<ReviewWorkspaceResult>(reviewWorkspaceRequest, params, cancelled);
  } catch (error) {
    if (cancelled.isCancellationRequested || isLostAnswer(error)) {
      return undefined;
    }
    throw error;
  }
}

/** LSP tells how much is done, VS Code wants to hear how much more. */
function reportTo(progress: Progress<{ message?: string; increment?: number }>): (report: WorkDone) => void {
  let done = 0;
  return ({ message, percentage }) => {
    const increment = percentage === undefined ? 0 : Math.max(0, percentage - done);
    done += increment;
    progress.report({ ...(message !== undefined && { message }), ...(increment > 0 && { increment }) });
  };
}
