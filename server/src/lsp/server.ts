// SPDX-License-Identifier: MIT
import { TextDocumentSyncKind, type Connection, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
import { version } from '../../../package.json';
import type { OperatorData } from '../deployment/index.ts';
import { readClientFeatures, type ClientFeatures } from './clientFeatures.ts';
import { codeActions } from './codeActions.ts';
import { codeLens } from './codeLens.ts';
import { compare } from './compare.ts';
import { completion, completionTriggers } from './completion.ts';
import type { Feature, ServerContext } from './context.ts';
import { deployment } from './deployment.ts';
import { diagnosticSource } from './diagnostics.ts';
import { explain } from './explain.ts';
import { hostFiles, noFiles, type FileAccess } from './fileAccess.ts';
import { findingsStore } from './findingsStore.ts';
import { folding } from './folding.ts';
import { highlights } from './highlights.ts';
import { hover } from './hover.ts';
import { ignoreFinding } from './ignoreFinding.ts';
import { ignoreUses } from './ignoreUses.ts';
import { links } from './links.ts';
import { openDocuments } from './openDocuments.ts';
import type { InitializationOptions } from './protocol.ts';
import { ownFiles, watchedStore } from './ownFiles.ts';
import { panel } from './panel.ts';
import { privacySection } from './privacySection.ts';
import { publishing } from './publish.ts';
import { reviews } from './reviews.ts';
import { workspaceReviewer } from './reviewWorkspace.ts';
import { settingsStore } from './settings.ts';
import { surroundingsFinder, type DatasetLoader } from './surroundings.ts';
import { symbols } from './symbols.ts';
import { tables } from './tables.ts';
import { triage } from './triage.ts';
import { verdictSource } from './verdictSource.ts';
import { fileOperations, watching } from './watching.ts';
import { offersWorkspaceDiagnostics, workspaceDiagnostics } from './workspaceDiagnostics.ts';
import { workspaceFiles } from './workspaceFiles.ts';
import { workspaceSymbols } from './workspaceSymbols.ts';

const features: readonly Feature[] = [hover, symbols, folding, links, highlights, codeLens, codeActions, completion, workspaceSymbols, tables, explain, ignoreFinding, triage, privacySection, compare, verdictSource, deployment, panel];

/** What the host of the server can do for it. */
export interface ServerHost {
  /** Reads what is on disk; a browser has none. */
  readonly files?: FileAccess;
  /** Told before many documents are reviewed at once (true) and after (false): memory matters more than speed then. */
  readonly spareMemory?: (sparing: boolean) => void;
  /** Reads the operator data as JSON text; asked once, when a deployment is first asked about. */
  readonly operator?: (options: InitializationOptions) => Promise<string>;
  /** Address of the folder with a page per kind of finding; ends in a slash. */
  readonly pages?: string | undefined;
  /** Done before the server answers that it is initialized; where it fails, the client is told why. */
  readonly prepare?: (options: InitializationOptions) => Promise<void>;
}

/** Serves one client over a connection until it closes. `dataset` is loaded when first needed. */
export function startServer(connection: Connection, dataset: DatasetLoader, { files, spareMemory = () => {}, pages, operator = () => Promise.reject(new Error('This server was built without operator data.')), prepare }: ServerHost = {}): void {
  connection.onInitialize(async (params) => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    await prepare?.(options);
    const client = readClientFeatures(params, pages);
    serve(connection, client, dataset, client.hostFiles ? hostFiles(connection, files) : files ?? noFiles, spareMemory, once(async () => JSON.parse(await operator(options)) as OperatorData), foldersOf(params));
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'xep-gdpr-language-server', version } };
  });
  connection.listen();
}

function serve(connection: Connection, client: ClientFeatures, dataset: DatasetLoader, access: FileAccess, spareMemory: ServerContext['spareMemory'], operatorData: ServerContext['operatorData'], folders: readonly string[]): void {
  const documents = openDocuments(client.encoding);
  const files = workspaceFiles(access, folders);
  const uses = ignoreUses();
  const store = watchedStore(findingsStore(connection, client.summaries), () => own.look());
  const own = ownFiles({ connection, client, documents, files, store }, uses, () => reviewer.isComplete());
  const surroundings = surroundingsFinder(files, dataset, uses, own.found);
  let refresh = (): void => {};
  const context: ServerContext = {
    connection, client, documents, files, surroundings, spareMemory, operatorData, store,
    settings: settingsStore(connection, client, () => refresh()),
    reviews: reviews(documents, files, surroundings, client.encoding),
  };
  const reviewer = workspaceReviewer(context, own.look);
  refresh = publishing(context);
  workspaceDiagnostics(context, reviewer);
  const watch = watching(context, reviewer, own, () => refresh());
  // One handler for all: a connection keeps only the last one that is set.
  connection.onInitialized(() => {
    context.settings.register();
    watch();
  });
  features.forEach((feature) => feature(context));
  documents.listen(connection);
}

/** Does something at the first call only; a failure is tried again at the next. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
}

function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    definitionProvider: true,
    documentHighlightProvider: true,
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    completionProvider: { triggerCharacters: completionTriggers },
    workspaceSymbolProvider: true,
    ...(client.pullsDiagnostics ? { diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: offersWorkspaceDiagnostics(client) } } : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didDelete: fileOperations, didRename: fileOperations },
    },
  };
}
