// SPDX-License-Identifier: MIT
import { DocumentDiagnosticReportKind, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import type { ServerContext } from './context.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { stopIfCancelled } from './publish.ts';
import type { WorkspaceReviewer } from './reviewWorkspace.ts';

/**
 * Whether the client may ask for the findings of the whole workspace. One with a tree shows those of closed files there:
 * the advice of a whole checkout would bury what the reader works on.
 */
export function offersWorkspaceDiagnostics({ pullsDiagnostics, summaries }: ClientFeatures): boolean {
  return pullsDiagnostics && !summaries;
}

/** Answers `workspace/diagnostic`: the first such request is the review of the workspace. */
export function workspaceDiagnostics({ connection, client, documents, settings, store }: ServerContext, reviewer: WorkspaceReviewer): void {
  if (!offersWorkspaceDiagnostics(client)) {
    return;
  }
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress, partial) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const report = async (uri: string): Promise<WorkspaceDocumentDiagnosticReport> => {
      const findings = store.get(uri);
      const wanted = await settings.of(uri);
      const version = documents.get(uri)?.version ?? null;
      const resultId = store.resultId(uri);
      const known = previous.get(uri);
      previous.delete(uri);
      return resultId === known ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: findings ? diagnosticsOf(findings, wanted, client) : [] };
    };
    const sent = new Set<string>();
    const send = async (uris: readonly string[]): Promise<WorkspaceDocumentDiagnosticReport[]> => {
      const items = await Promise.all(uris.filter((uri) => !sent.has(uri)).map(report));
      items.forEach(({ uri }) => sent.add(uri));
      if (partial && items.length > 0) {
        partial.report({ items });
        return [];
      }
      return items;
    };
    const pending: Promise<WorkspaceDocumentDiagnosticReport[]>[] = [];
    if (!reviewer.hasRun()) {
      await reviewer.run(token, progress, (uris) => pending.push(send(uris)));
    }
    const items = (await Promise.all(pending)).flat();
    stopIfCancelled(token);
    items.push(...await send([...store.all()].map(({ uri }) => uri)));
    // What the client still knows of and the server does not is gone; so is what the client forgot to ask for but still shows.
    items.push(...await send([...store.gone(), ...previous.keys()]));
    return { items };
  });
}
