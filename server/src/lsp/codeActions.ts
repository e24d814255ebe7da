// SPDX-License-Identifier: MIT
import { CodeActionKind, type CodeAction, type Diagnostic, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { oneLine } from '../report/index.ts';
import type { Problem } from '../review/index.ts';
import { answer, type Feature } from './context.ts';
import { rangeOfPlace, touches } from './cursor.ts';
import { diagnosticSource, type DiagnosticData } from './diagnostics.ts';
import { namespaceFix, realAddressFix, type Fix } from './fixes.ts';
import { privacySectionChanges } from './privacySection.ts';
import type { Range } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** Problems in the range that actions are offered for: with a whole document selected nobody reads a longer list, and making it would take long. */
const mostProblems = 50;

/** The client's command that asks for a reason and writes it to `.xep-gdpr.json`. */
export const ignoreCommand = 'xepGdpr.ignore';

/** The client's command that opens the section that a verdict rests on. */
export const openVerdictCommand = 'xepGdpr.openVerdict';

/** The argument of both commands. */
export interface IgnoreArguments {
  readonly uri: string;
  readonly carrierId?: string;
  readonly code?: string;
}

/** Fixes for what the review found; for a client with the extension's commands also "ignore" for every finding and the source of a verdict. */
export const codeActions: Feature = (context) => {
  context.connection.onCodeAction(({ textDocument, range, context: { diagnostics, only } }) => answer(context, textDocument.uri, (reviewed) => {
    if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix || kind.startsWith(`${CodeActionKind.QuickFix}.`))) {
      return [];
    }
    const mine = diagnostics.filter(({ source }) => source === diagnosticSource);
    const actions = [...problemActions(reviewed, range, mine, context.client.versionedEdits), ...carrierActions(reviewed, range, mine)];
    return once(actions).filter(({ command }) => !command || context.client.commands);
  }));
};

/** One action for all findings that it serves. */
function once(actions: readonly CodeAction[]): CodeAction[] {
  const byTitle = new Map<string, CodeAction>();
  for (const action of actions.map(titled)) {
    const known = byTitle.get(action.title);
    byTitle.set(action.title, known ? { ...known, diagnostics: [...new Set([...known.diagnostics ?? [], ...action.diagnostics ?? []])] } : action);
  }
  return [...byTitle.values()];
}

/** With a title on one line: names of the document may stand in it. */
function titled({ title, ...action }: CodeAction): CodeAction {
  const shown = oneLine(title);
  return { title: shown, ...action, ...action.command && { command: { ...action.command, title: shown } } };
}

function problemActions(reviewed: Reviewed, range: Range, diagnostics: readonly Diagnostic[], versioned: boolean): CodeAction[] {
  const here = reviewed.review.problems.filter((problem) => touches(rangeOfPlace(reviewed, problem), range)).slice(0, mostProblems);
  return here.flatMap((problem) => {
    const place = rangeOfPlace(reviewed, problem);
    const about = diagnostics.filter((one) => one.code === problem.code && touches(one.range, place));
    const fix = fixOf(reviewed, problem);
    return [
      ...fix ? [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: about, isPreferred: true, edit: editOf(reviewed, fix, versioned) }] : [],
      commandAction(`Ignore ${problem.code} in this document, with a reason`, ignoreCommand, { uri: reviewed.uri, code: problem.code } satisfies IgnoreArguments, about),
    ];
  });
}

function carrierActions(reviewed: Reviewed, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const here = reviewed.review.carriers.filter((carrier) => carrier.ignored === null && carrier.occurrences.some((occurrence) => touches(rangeOfPlace(reviewed, occurrence), range)));
  return here.slice(0, 5).flatMap((carrier) => {
    const about = diagnostics.filter((one) => (one.data as DiagnosticData | undefined)?.carrierId === carrier.id);
    const name = carrier.field?.var ?? (carrier.attribute === null ? carrier.element : `${carrier.element}@${carrier.attribute}`);
    const argument: IgnoreArguments = { uri: reviewed.uri, carrierId: carrier.id };
    return [
      commandAction(`Ignore ${name} in this document, with a reason`, ignoreCommand, argument, about),
      ...carrier.basis === 'inferred' ? [] : [commandAction(`Open the section that the verdict on ${name} rests on`, openVerdictCommand, argument, about)],
    ];
  });
}

function commandAction(title: string, command: string, argument: IgnoreArguments, diagnostics: Diagnostic[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command, arguments: [argument] } };
}

function fixOf(reviewed: Reviewed, problem: Problem): Fix | undefined {
  switch (problem.code) {
    case 'source/namespace': return namespaceFix(reviewed, problem);
    case 'example/real-address': return realAddressFix(reviewed, problem);
    case 'considerations/privacy-missing': case 'considerations/privacy-placeholder': case 'considerations/privacy-denial': case 'considerations/uncovered': return sectionFix(reviewed);
    default: return undefined;
  }
}

/** One change for all findings about the considerations: what each misses is put in together. */
function sectionFix(reviewed: Reviewed): Fix | undefined {
  const replacements = privacySectionChanges(reviewed);
  const isThere = reviewed.review.considerations.privacy.state !== 'absent';
  return replacements.length === 0 ? undefined : { title: `${isThere ? 'Complete' : 'Begin'} the Privacy Considerations from the findings`, replacements };
}

function editOf({ uri, version, places }: Reviewed, { replacements }: Fix, versioned: boolean): WorkspaceEdit {
  const edits = replacements.map(({ start, end, newText }): TextEdit => ({ range: places.range(start, end), newText }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
