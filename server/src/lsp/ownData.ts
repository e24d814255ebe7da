// SPDX-License-Identifier: MIT
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { Ignore, WorkspaceFile } from '../dataset/index.ts';
import { applyIgnores, applyOverrides, documentNames, type Review } from '../review/index.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { placesIn } from './convert.ts';
import { diagnosticSource, withPages } from './diagnostics.ts';
import type { IgnoreUses } from './ignoreUses.ts';
import type { OwnFileCode } from './ownFileRules.ts';
import type { TextFile } from './workspaceFiles.ts';

/** A workspace's own data, the file that it comes from, and the names of the documents that it may speak of. */
export interface OwnData {
  readonly source: TextFile;
  readonly file: WorkspaceFile;
  readonly documents: ReadonlySet<string>;
  readonly uses: IgnoreUses;
}

/** A review as the workspace's own file wants it: levels set by hand, and ignored findings marked. Notes which ignores it needed. */
export function withOwnData(review: Review, own: OwnData | undefined): Review {
  if (!own) {
    return review;
  }
  const applied = applyIgnores(applyOverrides(review, own.file.overrides), own.file.ignores, today(new Date()), own.documents);
  own.uses.note(review.path, { source: own.source, names: documentNames(review), unused: new Set(applied.unused) });
  return applied.review;
}

/** A file with what is known of its ignores: whose last day is over, and which certainly meet nothing. */
export interface JudgedFile extends Pick<OwnData, 'source' | 'file'> {
  readonly expired: readonly Ignore[];
  readonly idle: readonly Ignore[];
}

/** What is wrong in the file, and which of its entries do nothing, at their lines. */
export function ownDataDiagnostics({ source, file, expired, idle }: JudgedFile, { encoding, pages }: Pick<ClientFeatures, 'encoding' | 'pages'>): Diagnostic[] {
  const places = placesIn(source.text, encoding);
  const lines = placesIn(source.text, 'utf-16');
  const offset = (line: number, column: number): number => lines.offset({ line: line - 1, character: column - 1 });
  const errors = file.errors.map(({ line, column, endLine, endColumn, message }): Diagnostic => ({
    range: places.range(offset(line, column), offset(endLine, endColumn)), severity: DiagnosticSeverity.Error, source: diagnosticSource, code: 'workspace-file' satisfies OwnFileCode, message,
  }));
  const useless = (ignores: readonly Ignore[], code: OwnFileCode, words: (ignore: Ignore) => string): Diagnostic[] => file.ignores.flatMap((ignore, index) => {
    const span = ignores.includes(ignore) ? file.ignoreSpans[index] : undefined;
    return span ? [{ range: places.range(span.start, span.end), severity: DiagnosticSeverity.Information, tags: [DiagnosticTag.Unnecessary], source: diagnosticSource, code, message: words(ignore) }] : [];
  });
  return withPages([
    ...errors,
    ...useless(expired, 'ignore/expired', ({ until }) => `Expired on ${until ?? ''}: the finding is shown again. Remove the entry, or give it a later day.`),
    ...useless(idle, 'ignore/unused', ({ document, carrier, code }) => `Ignores nothing any more: ${document.trim() === '*' ? 'no document has the' : `${document} has no`} finding ${carrier ?? code ?? ''}.`),
  ], pages);
}

/** A day as `YYYY-MM-DD`, where the program runs. */
export function today(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
