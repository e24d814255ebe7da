// SPDX-License-Identifier: MIT
import { DocumentDiagnosticReportKind, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { ServerContext } from './context.ts';
import { diagnosticsOf, problemDiagnostics } from './diagnostics.ts';
import { stopIfCancelled } from './publish.ts';
import type { WorkspaceReviewer } from './reviewWorkspace.ts';

/**
 * Answers `workspace/diagnostic`. A client with a tree asks for a review of the workspace by its own request and polls here all the time:
 * it gets the problems of what was reviewed, while carriers of closed files stay in the tree. For any other client this request is the review.
 */
export function workspaceDiagnostics({ connection, client, documents, settings, store }: ServerContext, reviewer: WorkspaceReviewer): void {
  if (!client.pullsDiagnostics) {
    return;
  }
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress, partial) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const report = async (uri: string): Promise<WorkspaceDocumentDiagnosticReport> => {
      const findings = store.get(uri);
      const wanted = await settings.of(uri);
      const version = documents.get(uri)?.version ?? null;
      const resultId = store.resultId(uri);
      previous.delete(uri);
      if (resultId === previousResultIds.find((one) => one.uri === uri)?.value) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
      }
      const all = version !== null || !client.summaries;
      const items = findings ? (all ? diagnosticsOf(findings, wanted, client.relatedInformation) : problemDiagnostics(findings, wanted)) : [];
      return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
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
    if (!client.summaries && !reviewer.hasRun()) {
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
