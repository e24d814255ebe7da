// SPDX-License-Identifier: MIT
import { validateWorkspace } from '../../generated/validators.js';
import type { Entry, Level } from './entry.ts';
import { pointerSegment, readJsonText, type JsonSpan, type JsonText } from './jsonText.ts';
import { placesOf } from './textPlaces.ts';

/** The name of the file in which a workspace keeps its own data. */
export const workspaceFileName = '.xep-gdpr.json';

/** UTF-16 units; a file of thousands of decisions has some hundred thousand. */
const sizeLimit = 2_000_000;

/** Faults that are named one by one; beyond them it is said how many more there are. */
const faultLimit = 500;

/** A finding that a workspace has decided not to show. Names a carrier or a code, never both. */
export interface Ignore {
  /** `xep-0191`, a ProtoXEP's file name without `.xml`, or `*`. */
  readonly document: string;
  /** A carrier's id; the version of its namespace does not matter. */
  readonly carrier?: string;
  /** A finding's code. */
  readonly code?: string;
  readonly reason: string;
  readonly author?: string;
  readonly date?: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
}

/** A level that a workspace sets by hand. */
export interface Override {
  readonly document: string;
  readonly level: Level;
  readonly reason: string;
}

/** Something wrong in the file; line and column are 1-based, the end comes after the last character. */
export interface WorkspaceError {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** What a workspace's file says, without its broken parts, which are named. */
export interface WorkspaceFile {
  readonly ignores: readonly Ignore[];
  /** Where each of `ignores` stands in the text, in their order. */
  readonly ignoreSpans: readonly JsonSpan[];
  readonly entries: readonly Entry[];
  readonly overrides: readonly Override[];
  readonly errors: readonly WorkspaceError[];
}

interface Fault {
  /** JSON pointer of the part at fault. */
  readonly pointer: string;
  readonly message: string;
  /** A member whose name is to be marked, where the member itself is wrong. */
  readonly member?: string;
}

/** Reads `.xep-gdpr.json`. A broken item is left out and named; everything else holds. Never throws. */
export function readWorkspaceFile(text: string): WorkspaceFile {
  if (text.length > sizeLimit) {
    return { ignores: [], ignoreSpans: [], entries: [], overrides: [], errors: [{ line: 1, column: 1, endLine: 1, endColumn: 1, message: `The file is too large to be true: more than ${sizeLimit} characters.` }] };
  }
  const json = readJsonText(text);
  const errors: WorkspaceError[] = [];
  const placeAt = placesOf(text);
  const report = ({ start, end }: JsonSpan, message: string): void => {
    const [from, to] = [placeAt(start), placeAt(end)];
    errors.push({ line: from.line, column: from.column, endLine: to.line, endColumn: to.column, message });
  };
  if (json.fault) {
    const { offset, message } = json.fault;
    report({ start: offset, end: Math.min(offset + 1, text.length) }, message);
  }
  const faults = json.fault && json.value === undefined ? [] : schemaFaults(json.value);
  const broken = new Set<string>();
  for (const { pointer, message, member } of faults) {
    broken.add(pointer.split('/').slice(0, 3).join('/'));
    if (errors.length < faultLimit) {
      report(faultSpan(json, text, pointer, member), `${pointer === '' ? 'The file' : pointer.slice(1)} ${message}.`);
    }
  }
  if (faults.length > faultLimit) {
    report({ start: text.length, end: text.length }, `There are more faults in this file: ${faults.length} in all.`);
  }
  const sound = <Item>(name: string): { readonly items: readonly Item[]; readonly spans: readonly JsonSpan[] } => {
    const list = isRecord(json.value) ? json.value[name] : undefined;
    const kept = (Array.isArray(list) ? list as readonly Item[] : []).flatMap((item, index) => (broken.has(`/${name}/${index}`) ? [] : [{ item, span: json.spanOf(`/${name}/${index}`) }]));
    return { items: kept.map(({ item }) => item), spans: kept.map(({ span }) => span) };
  };
  const ignores = sound<Ignore>('ignore');
  errors.sort((one, other) => one.line - other.line || one.column - other.column);
  return { ignores: ignores.items, ignoreSpans: ignores.spans, entries: sound<Entry>('entries').items, overrides: sound<Override>('overrides').items, errors };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the schema objects to, in words, once per fault. */
function schemaFaults(value: unknown): Fault[] {
  if (validateWorkspace(value)) {
    return [];
  }
  const all = validateWorkspace.errors ?? [];
  const ofWrongType = new Set(all.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const faults: Fault[] = [];
  for (const { instancePath: pointer, keyword, schemaPath, message, params } of all) {
    const isIgnore = /^\/ignore\/\d+$/.test(pointer);
    // A choice is reported as a whole beside its branches; where not even the type is right, nothing else matters.
    if (/\/(?:oneOf|anyOf)\/\d+\//.test(schemaPath) || (keyword !== 'type' && ofWrongType.has(pointer))) {
      continue;
    }
    if (keyword === 'oneOf' && isIgnore) {
      faults.push({ pointer, message: 'needs either "carrier" or "code", and not both' });
    } else if (keyword === 'additionalProperties') {
      const member = String(params['additionalProperty']);
      faults.push({ pointer, member, message: `must not have a member "${member}"` });
    } else if (keyword === 'enum' && Array.isArray(params['allowedValues'])) {
      faults.push({ pointer, message: `must be one of ${params['allowedValues'].join(', ')}` });
    } else if (keyword === 'pattern') {
      faults.push({ pointer, message: patternWords(pointer) });
    } else {
      faults.push({ pointer, message: (message ?? 'is not valid').replace(/'/g, '"') });
    }
  }
  return faults;
}

function patternWords(pointer: string): string {
  switch (pointer.slice(pointer.lastIndexOf('/') + 1)) {
    case 'date': case 'until': return 'must be a day, YYYY-MM-DD';
    case 'code': return 'must be the code of a finding, such as considerations/privacy-missing or carrier/jid';
    case 'reason': case 'document': return 'must not be empty';
    default: return 'is not written as the schema asks';
  }
}

function faultSpan(json: JsonText, text: string, pointer: string, member: string | undefined): JsonSpan {
  const value = json.spanOf(pointer);
  const span = (member === undefined ? undefined : json.keySpanOf(`${pointer}/${pointerSegment(member)}`)) ?? value;
  // A whole object is marked by its first character, so that an editor does not underline half the file.
  const opens = span === value && /[[{]/.test(text.charAt(span.start));
  return opens ? { start: span.start, end: span.start + 1 } : span;
}
