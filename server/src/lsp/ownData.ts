// SPDX-License-Identifier: MIT
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { WorkspaceFile } from '../dataset/index.ts';
import { applyIgnores, applyOverrides, type Review } from '../review/index.ts';
import type { Encoding } from './convert.ts';
import { placesIn } from './convert.ts';
import { diagnosticSource } from './diagnostics.ts';
import type { TextFile } from './workspaceFiles.ts';

/** A workspace's own data, the file that it comes from, and the names of the documents that it may speak of. */
export interface OwnData {
  readonly source: TextFile;
  readonly file: WorkspaceFile;
  readonly documents: ReadonlySet<string>;
}

/** A review as the workspace's own file wants it: levels set by hand, and ignored findings marked. */
export function withOwnData(review: Review, own: OwnData | undefined): Review {
  return own ? applyIgnores(applyOverrides(review, own.file.overrides), own.file.ignores, today(new Date()), own.documents).review : review;
}

/** What is wrong in the file, at its lines. */
export function ownDataDiagnostics({ source, file }: Pick<OwnData, 'source' | 'file'>, encoding: Encoding): Diagnostic[] {
  const places = placesIn(source.text, encoding);
  const lines = placesIn(source.text, 'utf-16');
  const offset = (line: number, column: number): number => lines.offset({ line: line - 1, character: column - 1 });
  return file.errors.map(({ line, column, endLine, endColumn, message }) => ({
    range: places.range(offset(line, column), offset(endLine, endColumn)), severity: DiagnosticSeverity.Error, source: diagnosticSource, code: 'workspace-file', message,
  }));
}

function today(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
