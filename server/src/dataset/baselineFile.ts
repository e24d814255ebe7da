// SPDX-License-Identifier: MIT
import type { Level } from './entry.ts';
import { carrierKey, documentKey } from './ignoreKey.ts';

/** A finding that was known when the baseline was drawn up. Names one of carrier, code and level. */
export interface KnownFinding {
  /** A document's file name without `.xml`. */
  readonly document: string;
  /** The document's title, by which it is found again under another name. */
  readonly title: string;
  readonly carrier?: string;
  readonly code?: string;
  /** What a finding of this code is about, where a document may have several. */
  readonly about?: string;
  readonly level?: Level;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
}

/** Reads a baseline's text; a text that is none gives the reason. Never throws. */
export function readBaseline(text: string): { readonly findings: readonly KnownFinding[] } | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { error: 'is no JSON' };
  }
  const list = isRecord(value) ? value['findings'] : undefined;
  if (!isRecord(value) || value['schemaVersion'] !== 1 || !Array.isArray(list)) {
    return { error: 'is no baseline of this program: it needs "schemaVersion": 1 and "findings"' };
  }
  const wrong = (list as readonly unknown[]).findIndex((one) => !isFinding(one));
  return wrong < 0 ? { findings: list as readonly KnownFinding[] } : { error: `findings/${wrong} needs "document", "title" and one of "carrier", "code", "level"; "until" is a day, YYYY-MM-DD` };
}

/** A baseline's text: one finding a line, in an order that depends on nothing but the findings, so that revisions of it are easy to read. */
export function baselineText(findings: readonly KnownFinding[]): string {
  const lines = new Map(findings.map((finding) => [knownKey(finding), finding]));
  const sorted = [...lines].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, { document, title, carrier, code, about, level, until }]) => `    ${JSON.stringify({ document, title, level, code, about, carrier, until })}`);
  return `{\n  "schemaVersion": 1,\n  "findings": [${sorted.length === 0 ? '' : `\n${sorted.join(',\n')}\n  `}]\n}\n`;
}

/** What a known finding means, whatever the version of a namespace. */
export function knownKey({ document, carrier, code, about, level }: KnownFinding): string {
  return [documentKey(document), level === undefined ? '' : `level`, code ?? '', about ?? '', carrier === undefined ? '' : carrierKey(carrier)].join('|');
}

const levels: readonly unknown[] = ['none', 'low', 'medium', 'high'];

function isFinding(value: unknown): value is KnownFinding {
  if (!isRecord(value)) {
    return false;
  }
  const { document, title, carrier, code, about, level, until } = value;
  const isText = (one: unknown): boolean => one === undefined || typeof one === 'string';
  return typeof document === 'string' && typeof title === 'string' && [carrier, code, about, until].every(isText) && [carrier, code, level].filter((one) => one !== undefined).length === 1
    && (level === undefined || levels.includes(level)) && (typeof until !== 'string' || /^\d{4}-\d{2}-\d{2}$/.test(until));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
