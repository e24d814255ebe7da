// SPDX-License-Identifier: MIT
import { CodeLensRefreshRequest, DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { turn, type ServerContext } from './context.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { Findings } from './findings.ts';

/**
 * Follows open documents: reviews every version that lasts, tells tree and problems, and answers clients that pull.
 * Gives a function that does so again for all of them, for when settings or surroundings changed.
 */
export function publishing(context: ServerContext): () => void {
  const { connection, client, documents, reviews, settings, store } = context;
  const dirty = new Set<string>();
  let waiting = false;

  const publish = async (uri: string): Promise<void> => {
    const wanted = await settings.of(uri);
    const findings = await currentFindings(context, uri);
    const open = documents.get(uri);
    if (!open || (findings && open.version !== findings.version)) {
      // Closed, or edited meanwhile: the edit has its own turn.
      return;
    }
    if (!findings) {
      store.remove(uri);
    }
    if (!client.pullsDiagnostics) {
      await connection.sendDiagnostics({ uri, version: open.version, diagnostics: findings ? diagnosticsOf(findings, wanted, client) : [] });
    }
  };
  const schedule = (uri: string): void => {
    dirty.add(uri);
    if (!waiting) {
      waiting = true;
      // No delay: edits that wait to be read come first, so that many make one review.
      void turn().then(async () => {
        waiting = false;
        const uris = [...dirty];
        dirty.clear();
        for (const one of uris) {
          await publish(one);
        }
      });
    }
  };

  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document }) => {
    dirty.delete(document.uri);
    if (!client.pullsDiagnostics) {
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    }
  });

  if (client.pullsDiagnostics) {
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
      await turn();
      stopIfCancelled(token);
      const wanted = await settings.of(uri);
      const findings = await currentFindings(context, uri);
      stopIfCancelled(token);
      const resultId = store.resultId(uri);
      return resultId === previousResultId ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: findings ? diagnosticsOf(findings, wanted, client) : [] };
    });
  }

  return () => {
    reviews.forget();
    store.renew();
    documents.keys().forEach(schedule);
    if (client.pullsDiagnostics && client.refreshesDiagnostics) {
      void connection.languages.diagnostics.refresh();
    }
    if (client.refreshesLenses) {
      void connection.sendRequest(CodeLensRefreshRequest.type);
    }
  };
}

/** Findings of an open document's newest version; the store learns of them. */
export async function currentFindings({ reviews, store }: ServerContext, uri: string): Promise<Findings | undefined> {
  const findings = (await reviews.current(uri))?.findings;
  if (findings && store.get(uri) !== findings) {
    store.put(findings);
  }
  return findings;
}

export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }
}
