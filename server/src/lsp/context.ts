// SPDX-License-Identifier: MIT
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { OperatorData } from '../deployment/index.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { FindingsStore } from './findingsStore.ts';
import type { OpenDocument } from './openDocuments.ts';
import type { Reviewed, Reviews } from './reviews.ts';
import type { SettingsStore } from './settings.ts';
import type { SurroundingsFinder } from './surroundings.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';

/** What every feature may use. Made once per connection, after the client has said what it can do. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: TextDocuments<OpenDocument>;
  readonly files: WorkspaceFiles;
  readonly settings: SettingsStore;
  readonly surroundings: SurroundingsFinder;
  readonly reviews: Reviews;
  readonly store: FindingsStore;
  /** See `ServerHost`. */
  readonly spareMemory: (sparing: boolean) => void;
  /** What operators are told; read at the first call. */
  readonly operatorData: () => Promise<OperatorData>;
}

/** A feature registers its handlers when the server starts. */
export type Feature = (context: ServerContext) => void;

/** Answers a request about one document from its newest review; null where it is no XEP source. */
export async function answer<Result>(context: ServerContext, uri: string, give: (reviewed: Reviewed) => Result | Promise<Result>): Promise<Result | null> {
  const reviewed = await context.reviews.current(uri);
  return reviewed ? give(reviewed) : null;
}

/** Lets waiting messages be handled. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
