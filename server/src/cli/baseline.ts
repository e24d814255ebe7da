// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { baselineText, documentKey, knownKey, readBaseline, type KnownFinding } from '../dataset/index.ts';
import { UsageError, type CommandLine } from './commandLine.ts';
import { readNamedFile } from './namedFile.ts';
import { replaceFile } from './output.ts';
import type { MetFindings } from './reviewFiles.ts';
import { decodeText } from './sources.ts';
import { isFolderAround } from './workspace.ts';

/** The findings of `--baseline`; undefined where none is asked for. Throws an error that names the file. */
export function readBaselineFile({ baseline, updateBaseline }: CommandLine): readonly KnownFinding[] | undefined {
  if (baseline === undefined) {
    if (updateBaseline) {
      throw new UsageError('--update-baseline needs --baseline FILE');
    }
    return undefined;
  }
  if (!existsSync(baseline)) {
    if (updateBaseline) {
      return [];
    }
    throw new Error(`${baseline}: no such file; --update-baseline makes it`);
  }
  const read = readBaseline(decodeText(readNamedFile(baseline)) ?? '');
  if ('error' in read) {
    throw new Error(`${baseline}: ${read.error}`);
  }
  return read.findings;
}

/** Notes on findings that were not met again, as far as their documents were scanned, and on those whose last day is over. */
export function baselineNotes(line: CommandLine, known: readonly KnownFinding[], met: readonly MetFindings[], today: string): string[] {
  const file = line.baseline ?? '';
  const gone = goneFrom(line, known, met);
  return known.flatMap((finding, index) => {
    const words = `${file}: ${finding.document}, ${finding.carrier ?? finding.code ?? `level ${finding.level ?? ''}`}${finding.about === undefined ? '' : ` (${finding.about})`}`;
    return finding.until !== undefined && finding.until < today ? [`${words}: expired on ${finding.until}`] : gone.has(index) ? [`${words}: is not found any more`] : [];
  });
}

/** Writes the baseline anew: what was met under its document's present name, what is new, and what this scan has not looked at. Returns a note. */
export function updateBaseline(line: CommandLine, known: readonly KnownFinding[], met: readonly MetFindings[], found: readonly KnownFinding[]): string {
  const file = line.baseline ?? '';
  const gone = goneFrom(line, known, met);
  const again = met.flatMap(({ document, title, met: indexes }) => indexes.flatMap((index) => {
    const finding = known[index];
    return finding ? [{ ...finding, document, title }] : [];
  }));
  const seen = new Set(met.flatMap((one) => one.met));
  const elsewhere = known.filter((_, index) => !seen.has(index) && !gone.has(index));
  const old = new Set([...again, ...elsewhere].map(knownKey));
  const fresh = found.filter((finding) => !old.has(knownKey(finding)));
  replaceFile(file, baselineText([...elsewhere, ...fresh, ...again]));
  return `${file}: ${old.size + new Set(fresh.map(knownKey)).size} findings, ${fresh.length} of them new; ${gone.size} gone`;
}

/** Indexes of findings that this scan should have met and has not. */
function goneFrom(line: CommandLine, known: readonly KnownFinding[], met: readonly MetFindings[]): ReadonlySet<number> {
  const scanned = new Set(met.map(({ document }) => documentKey(document)));
  const seen = new Set(met.flatMap((one) => one.met));
  const whole = line.operands.some((operand) => isFolderAround(operand, line.baseline ?? ''));
  return new Set(known.flatMap(({ document }, index) => (!seen.has(index) && (whole || scanned.has(documentKey(document))) ? [index] : [])));
}
