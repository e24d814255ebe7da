// SPDX-License-Identifier: MIT
import { CodeActionKind, type CodeAction, type Diagnostic, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Problem } from '../review/index.ts';
import { answer, type Feature } from './context.ts';
import { rangeOfPlace, touches } from './cursor.ts';
import { diagnosticSource, type DiagnosticData } from './diagnostics.ts';
import { namespaceFix, realAddressFix, type Fix } from './fixes.ts';
import type { Range } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** The client's command that asks for a reason and writes it to `.xep-gdpr.json`. */
export const ignoreCommand = 'xepGdpr.ignore';

/** The argument of `ignoreCommand`. */
export interface IgnoreArguments {
  readonly uri: string;
  readonly carrierId?: string;
  readonly code?: string;
}

/** Fixes for what the review found, and "ignore" for every finding. */
export const codeActions: Feature = (context) => {
  context.connection.onCodeAction(({ textDocument, range, context: { diagnostics, only } }) => answer(context, textDocument.uri, (reviewed) => {
    if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix || kind.startsWith(`${CodeActionKind.QuickFix}.`))) {
      return [];
    }
    const mine = diagnostics.filter(({ source }) => source === diagnosticSource);
    return [...problemActions(reviewed, range, mine, context.client.versionedEdits), ...carrierActions(reviewed, range, mine)];
  }));
};

function problemActions(reviewed: Reviewed, range: Range, diagnostics: readonly Diagnostic[], versioned: boolean): CodeAction[] {
  const ignored = new Set<string>();
  return reviewed.review.problems.flatMap((problem) => {
    const place = rangeOfPlace(reviewed, problem);
    if (!touches(place, range)) {
      return [];
    }
    const about = diagnostics.filter((one) => one.code === problem.code && touches(one.range, place));
    const fix = fixOf(reviewed, problem);
    const actions: CodeAction[] = fix ? [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: about, isPreferred: true, edit: editOf(reviewed, fix, versioned) }] : [];
    if (!ignored.has(problem.code)) {
      ignored.add(problem.code);
      actions.push(ignoreAction(`Ignore ${problem.code} in this document, with a reason`, { uri: reviewed.uri, code: problem.code }, about));
    }
    return actions;
  });
}

function carrierActions(reviewed: Reviewed, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const here = reviewed.review.carriers.filter((carrier) => carrier.ignored === null && carrier.occurrences.some((occurrence) => touches(rangeOfPlace(reviewed, occurrence), range)));
  return here.slice(0, 5).map((carrier) => ignoreAction(
    `Ignore ${carrier.field?.var ?? (carrier.attribute === null ? carrier.element : `${carrier.element}@${carrier.attribute}`)} in this document, with a reason`,
    { uri: reviewed.uri, carrierId: carrier.id },
    diagnostics.filter((one) => (one.data as DiagnosticData | undefined)?.carrierId === carrier.id),
  ));
}

function ignoreAction(title: string, argument: IgnoreArguments, diagnostics: Diagnostic[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: ignoreCommand, arguments: [argument] } };
}

function fixOf(reviewed: Reviewed, problem: Problem): Fix | undefined {
  switch (problem.code) {
    case 'source/namespace': return namespaceFix(reviewed.text, problem);
    case 'example/real-address': return realAddressFix(reviewed, problem);
    default: return undefined;
  }
}

function editOf({ uri, version, places }: Reviewed, { replacements }: Fix, versioned: boolean): WorkspaceEdit {
  const edits = replacements.map(({ start, end, newText }): TextEdit => ({ range: places.range(start, end), newText }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
