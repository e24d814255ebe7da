// SPDX-License-Identifier: MIT
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { pageOfCode, recipientsInWords } from '../report/index.ts';
import type { Severity } from '../review/index.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Findings } from './findings.ts';
import type { CarrierSummary, Settings } from './protocol.ts';

/** What a diagnostic carries along for quick fixes. */
export interface DiagnosticData {
  readonly carrierId?: string;
}

/** Name under which diagnostics appear in lists. */
export const diagnosticSource = 'xep-gdpr';
const messageLimit = 120;
/** Editors list them all in the hover, above what explains the carrier. */
const relatedLimit = 3;

/** The diagnostics of a document: one per carrier, at its first occurrence, and the problems of its review, in document order. */
export function diagnosticsOf(findings: Findings, settings: Settings, { relatedInformation, pages }: Pick<ClientFeatures, 'relatedInformation' | 'pages'>): Diagnostic[] {
  if (settings.show === 'off') {
    return [];
  }
  const diagnostics = problemDiagnostics(findings);
  if (settings.show === 'problems') {
    findings.summary.carriers.forEach((carrier, index) => {
      if (carrier.ranges.length > 0 && carrier.ignored === undefined && (settings.addressing || !carrier.baseline)) {
        diagnostics.push(carrierDiagnostic(findings.uri, carrier, findings.recipients[index] ?? [], relatedInformation));
      }
    });
  }
  return withPages(diagnostics.sort(byPlace), pages);
}

/** The same, each with the address of the page about its code. */
export function withPages(diagnostics: Diagnostic[], pages: string | undefined): Diagnostic[] {
  return pages === undefined ? diagnostics : diagnostics.map((diagnostic) => ({ ...diagnostic, codeDescription: { href: pages + pageOfCode(String(diagnostic.code)) } }));
}

function problemDiagnostics(findings: Findings): Diagnostic[] {
  return findings.problems.map(({ code, severity, message, range }) => ({ range, severity: severities[severity], code, source: diagnosticSource, message: clip(message) }));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

function carrierDiagnostic(uri: string, carrier: CarrierSummary, recipients: readonly string[], withRelated: boolean): Diagnostic {
  const [first, ...further] = carrier.ranges;
  const diagnostic: Diagnostic = {
    range: first ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: carrier.baseline ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information,
    code: `carrier/${carrier.category}`,
    source: diagnosticSource,
    message: carrierMessage(carrier, recipients),
    data: { carrierId: carrier.id } satisfies DiagnosticData,
  };
  return withRelated && further.length > 0 ? { ...diagnostic, relatedInformation: further.slice(0, relatedLimit).map((range) => ({ location: { uri, range }, message: `${carrier.label} again` })) } : diagnostic;
}

/** `May carry social graph (item@jid), medium: seen by own server; 9 places.` Recipients go first where it grows too long. */
export function carrierMessage(carrier: CarrierSummary, recipients: readonly string[]): string {
  const basis = carrier.basis === 'inferred' ? ', inferred' : '';
  const places = carrier.count === 1 ? '1 place' : `${carrier.count} places`;
  const message = (label: string, seen: string): string => `May carry ${carrier.categoryLabel} (${label}), ${carrier.sensitivity}${basis}${seen === '' ? ': ' : `: seen by ${seen}; `}${places}.`;
  for (let shown = recipients.length; shown > 0; shown--) {
    const more = recipients.length - shown;
    const text = message(carrier.label, `${recipientsInWords(recipients.slice(0, shown))}${more > 0 ? ` and ${more} more` : ''}`);
    if (text.length <= messageLimit) {
      return text;
    }
  }
  const bare = message(carrier.label, '');
  return bare.length <= messageLimit ? bare : message(clip(carrier.label, carrier.label.length - (bare.length - messageLimit)), '');
}

function clip(text: string, limit = messageLimit): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1))}…`;
}

function byPlace(one: Diagnostic, other: Diagnostic): number {
  return one.range.start.line - other.range.start.line || one.range.start.character - other.range.start.character || (String(one.code) < String(other.code) ? -1 : 1);
}
