// SPDX-License-Identifier: MIT
import type { InitializeParams } from 'vscode-languageserver';
import { chooseEncoding, type Encoding } from './convert.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client said it can do, as far as the server asks. */
export interface ClientFeatures {
  readonly encoding: Encoding;
  /** The client asks for diagnostics; otherwise they are sent. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly folders: boolean;
  readonly relatedInformation: boolean;
  readonly markdown: boolean;
  readonly nestedSymbols: boolean;
  readonly versionedEdits: boolean;
  readonly workDoneProgress: boolean;
  readonly hostFiles: boolean;
  readonly summaries: boolean;
  /** Address of the folder with a page per kind of finding, where there is one and the client can link to it; ends in a slash. */
  readonly pages: string | undefined;
  /** The client has the extension's own commands. */
  readonly commands: boolean;
}

/** `pages` is where the server itself has them; a client may name another place. */
export function readClientFeatures({ capabilities, initializationOptions }: InitializeParams, pages: string | undefined): ClientFeatures {
  const { general, textDocument, workspace, window } = capabilities;
  const options = (typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {}) as InitializationOptions;
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic?.relatedInformation === true,
    markdown: textDocument?.hover?.contentFormat === undefined || textDocument.hover.contentFormat.includes('markdown'),
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    workDoneProgress: window?.workDoneProgress === true,
    hostFiles: options.hostFiles === true,
    summaries: options.summaries === true,
    pages: linksCodes(textDocument) ? options.pages ?? pages : undefined,
    commands: options.commands === true,
  };
}

/** Said beside what is sent, or, since version 3.18 of the protocol, beside what is pulled. */
function linksCodes(textDocument: InitializeParams['capabilities']['textDocument']): boolean {
  return textDocument?.publishDiagnostics?.codeDescriptionSupport === true || textDocument?.diagnostic?.codeDescriptionSupport === true;
}
