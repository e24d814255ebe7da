// SPDX-License-Identifier: MIT
import type { CarrierVerdict, Dataset } from '../dataset/index.ts';
import { passingFragments, readXep, type FragmentCache, type XepDocument } from '../xep/index.ts';
import { lineIndex, type EntityTable, type LineIndex, type Span } from '../xml/index.ts';
import { readConsiderations, type ReadConsiderations } from './considerations.ts';
import { discussed, type Discussed } from './discussed.ts';
import type { Found } from './found.ts';
import { gather } from './gather.ts';
import { beforehand, infer } from './infer.ts';
import { considerationsProblems, sourceProblems } from './problems.ts';
import { proseSightings } from './proseSightings.ts';
import type { Basis, Carrier, Considerations, Detail, Occurrence, Place, Review } from './record.ts';
import { documentKind, relevanceOf } from './relevance.ts';
import { readSpeech, type Speech } from './speech.ts';
import type { OwnVocabulary } from './vocabulary.ts';

export interface ReviewOptions {
  /** Entities of the `xep.ent` that belongs to the document. */
  readonly entities?: EntityTable;
  /** Examples read before; give the same cache again so that a keystroke reads one example. */
  readonly fragments?: FragmentCache;
  /** Default `full`. */
  readonly detail?: Detail;
}

/** Reviews the text of a XEP source. Pure; never throws, whatever the text. */
export function reviewXep(path: string, text: string, dataset: Dataset, options: ReviewOptions = {}): Review {
  return reviewDocument(path, readXep(text, options.entities), dataset, options.fragments ?? passingFragments(), options.detail ?? 'full');
}

/** Reviews a document that was read already. `known` are the lines of its text, where somebody has them. */
export function reviewDocument(path: string, document: XepDocument, dataset: Dataset, fragments: FragmentCache, detail: Detail = 'full', known?: LineIndex): Review {
  const { header, text } = document;
  const { own, collection, prefixes } = gather(document, dataset, fragments, detail);
  const kind = documentKind(header, own.entry);

  const lines = detail === 'full' ? known ?? lineIndex(text) : null;
  const carriers: Carrier[] = [];
  for (const found of [...collection.found.values(), ...proseSightings(document, own, collection, dataset, fragments)]) {
    carriers.push(carrierOf(found, found.verdict, 'curated', own, dataset, lines));
  }
  let heard: Speech | undefined;
  const speech = (): Speech => (heard ??= readSpeech(document, dataset.lexicon()));
  const before = collection.unjudged.size > 0 ? beforehand(document, speech(), collection.unjudged, dataset) : undefined;
  for (const unjudged of collection.unjudged.values()) {
    const verdict = before && infer(unjudged, before, dataset);
    if (verdict) {
      carriers.push(carrierOf({ ...unjudged, baseline: false }, verdict, 'inferred', own, dataset, lines));
    }
  }
  if (lines) {
    carriers.sort((one, other) => firstOffset(one) - firstOffset(other) || (one.id < other.id ? -1 : 1));
  }

  const privacy = readConsiderations(document, 'privacy', fragments, detail);
  const security = readConsiderations(document, 'security', fragments, detail);
  const covered = detail === 'summary' ? nothingDiscussed : fragments.unchanged('discussed', [dataset, privacy.discussion, security.discussion, broughtKey(carriers)], () => discussed(privacy, security, carriers, dataset));
  const problems = lines === null ? [] : [
    ...considerationsProblems(document, kind, carriers, privacy, covered.missing, dataset),
    ...sourceProblems(document, carriers, prefixes, dataset, fragments),
  ].map(({ span, ...problem }) => ({ ...problem, ...placeOf(span, lines) }));
  problems.sort((one, other) => one.offset - other.offset || (`${one.code} ${one.message}` < `${other.code} ${other.message}` ? -1 : 1));

  return {
    path, kind, carriers, problems, ignored: [],
    number: header.number, title: header.title, status: header.status, type: header.type, version: header.version,
    relevance: relevanceOf(document, kind, carriers, own, speech, dataset),
    considerations: {
      privacy: considerationsOf(privacy, covered.privacy, covered.missing, lines),
      security: considerationsOf(security, covered.security, covered.missing, lines),
    },
  };
}

const nothingDiscussed: Discussed = { privacy: [], security: [], missing: [] };

function carrierOf(found: Omit<Found, 'verdict'>, verdict: CarrierVerdict, basis: Basis, own: OwnVocabulary, dataset: Dataset, lines: LineIndex | null): Carrier {
  const { kind: _kind, entry, source, when: _when, also, category, sensitivity, note, ...processing } = verdict;
  const { namespace, element, attribute, field } = found;
  const order = dataset.processing(own.key, namespace, element, attribute);
  return {
    id: found.key, namespace, element, attribute, field, category, also,
    own: !found.baseline && (field ? own.definesForm(field.formType) : own.defines(namespace)),
    ordered: order !== undefined, baseline: found.baseline, basis, sensitivity,
    ...processing,
    recipients: order?.recipients ?? processing.recipients,
    retention: order?.retention ?? processing.retention,
    note: order?.note ?? note,
    verdict: order ? { entry: own.key, source: order.source } : { entry: entry === '' ? null : entry, source },
    occurrences: lines ? [...found.sightings].sort((one, other) => one.span.start - other.span.start).map(({ where, span: { start, end } }): Occurrence => ({ where, offset: start, length: end - start, start: lines.positionAt(start), end: lines.positionAt(end) })) : [],
    ignored: null,
  };
}

/** The same for carriers of which considerations have to say the same. */
function broughtKey(carriers: readonly Carrier[]): string {
  return carriers.filter((carrier) => carrier.own && !carrier.baseline).map(({ id, category }) => `${category} ${id}`).join('\n');
}

function considerationsOf(read: ReadConsiderations, covers: readonly string[], missing: readonly string[], lines: LineIndex | null): Considerations {
  return { state: read.state, grade: read.grade, covers, missing, range: read.span && lines && placeOf(read.span, lines) };
}

function placeOf({ start, end }: Span, lines: LineIndex): Place {
  return { offset: start, length: end - start, start: lines.positionAt(start), end: lines.positionAt(end) };
}

function firstOffset(carrier: Carrier): number {
  return carrier.occurrences[0]?.offset ?? 0;
}
