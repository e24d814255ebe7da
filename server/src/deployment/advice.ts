// SPDX-License-Identifier: MIT
import { longestStay, nearestFirst } from '../dataset/index.ts';
import type { DeploymentCarrier } from './carriers.ts';
import { reasonFor, type Facts, type Reason } from './facts.ts';
import { frameLabels, frameSentences, type FrameLabel, type FrameSentence } from './frameNames.ts';
import type { DataKind, OperatorData, OperatorSource } from './operatorData.ts';
import { policyFields, type FieldAdvice } from './policy.ts';
import { statementParts, type PartAdvice } from './statement.ts';
import { adviseSteps, type StepAdvice } from './steps.ts';
import { datumAt, label, sourcesOf, tell, tellOne, type Filling, type Told, type Wording } from './told.ts';

/** A row of the record of processing activities. */
export interface RecordRow {
  /** Id of the kind of data. */
  readonly id: string;
  readonly title: Told;
  readonly always: boolean;
  /** Keys of what brings it; `core` stands for RFC 6120/6121. */
  readonly xeps: readonly string[];
  readonly carriers: readonly string[];
  readonly categories: readonly string[];
  readonly processing: readonly Told[];
  readonly subjects: readonly string[];
  readonly recipients: readonly string[];
  /** The longest stay that the protocols speak of. */
  readonly retention: string;
  readonly retentionNotes: readonly Told[];
  /** Candidates, never asserted. */
  readonly grounds: readonly { readonly article: string; readonly note: Told }[];
  readonly rights: readonly string[];
}

/** A right, how the deployment serves it, and what no protocol serves. */
export interface RightAdvice {
  readonly id: string;
  readonly label: Told;
  readonly article: string;
  readonly means: readonly (Told & { readonly xeps: readonly string[] })[];
  readonly gaps: readonly Told[];
}

/** All that is said to an operator about one deployment. JSON-serialisable. */
export interface Advice {
  readonly labels: Readonly<Record<FrameLabel, Told>>;
  readonly sentences: Readonly<Record<FrameSentence, Told>>;
  readonly record: readonly RecordRow[];
  readonly rights: readonly RightAdvice[];
  readonly steps: readonly StepAdvice[];
  readonly statement: readonly PartAdvice[];
  readonly policy: readonly FieldAdvice[];
  /** Those that some text rests on. */
  readonly sources: readonly OperatorSource[];
}

/** What the operator data says of a deployment: only what holds for it, each text with its datum. */
export function adviseOn(facts: Facts, data: OperatorData, wording: Wording): Advice {
  const everything = fillingOf(facts.carriers, { xeps: [...facts.xeps] });
  const record = [...facts.rows].map(([id, carriers]) => recordRow(data.kinds.findIndex((kind) => kind.id === id), carriers, facts, data, wording));
  const rows = new Map(record.map((row) => [row.id, { xeps: row.xeps, subjects: row.subjects, recipients: row.recipients, retention: row.retention }]));
  const rights = adviseRights(facts, data, everything, wording);
  const steps = adviseSteps(facts, data.steps, wording, (reason) => fillingOf(facts.carriers.filter(({ id }) => reason.carriers.includes(id)), reason));
  const statement = statementParts(facts, data.statement, rows, everything, wording);
  const policy = policyFields(facts, data.policy, everything, wording);
  const labels = Object.fromEntries(frameLabels.map((name) => [name, label(data.frame.labels[name] ?? name, datumAt('frame', 'labels', name))])) as Record<FrameLabel, Told>;
  const sentences = Object.fromEntries(frameSentences.map((name) => [name, tellOne(data.frame.sentences[name] ?? { text: '', sources: [] }, datumAt('frame', 'sentences', name), everything, wording)])) as Record<FrameSentence, Told>;
  const advice = { labels, sentences, record, rights, steps, statement, policy };
  const used = new Set(textsIn(advice).flatMap(({ sources }) => sources));
  return { ...advice, sources: data.sources.filter(({ id }) => used.has(id)) };
}

/** Every text in a part of a report, however deep it stands. */
export function textsIn(part: unknown): Told[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  const below = Object.values(part).flatMap(textsIn);
  return isTold(part) ? [part, ...below] : below;
}

function isTold(part: object): part is Told {
  return 'datum' in part && 'text' in part && 'sources' in part;
}

function recordRow(index: number, carriers: readonly DeploymentCarrier[], facts: Facts, { kinds, rights }: OperatorData, wording: Wording): RecordRow {
  const kind = kinds[index] as DataKind;
  const at = (...path: readonly (string | number)[]): string => datumAt('kinds', index, ...path);
  const filling = fillingOf(carriers, { xeps: [...new Set(carriers.map(({ xep }) => xep))] }, kind);
  const processing = tell(kind.processing, at('processing'), filling, facts, wording);
  const retentionNotes = tell(kind.retention, at('retention'), filling, facts, wording);
  const grounds = kind.grounds.map(({ article, note, sources }, ground) => ({ article, note: tellOne({ text: note, sources }, at('grounds', ground, 'note'), filling, wording) }));
  return {
    id: kind.id, title: label(kind.title, at('title'), sourcesOf([...processing, ...retentionNotes])), always: kind.always === true, ...filling,
    carriers: [...new Set(carriers.map(({ id }) => id))], categories: [...new Set(carriers.map(({ category }) => category))], processing, retentionNotes, grounds,
    rights: rights.map(({ id }) => id).filter((id) => kind.rights.includes(id)),
  };
}

function adviseRights(facts: Facts, { rights }: OperatorData, filling: Filling, wording: Wording): RightAdvice[] {
  const hasRow = (kinds: readonly string[] | undefined): boolean => kinds?.some((kind) => facts.rows.has(kind)) ?? true;
  return rights.map((right, index): RightAdvice => {
    const at = (...path: readonly (string | number)[]): string => datumAt('rights', index, ...path);
    const means = right.means.flatMap((one, place) => {
      const xeps = one.xeps.filter((xep) => facts.xeps.has(xep));
      // A means that names no XEP is one of RFC 6120/6121, or the operator's own.
      const serves = (one.xeps.length === 0 || xeps.length > 0) && hasRow(one.kinds) && reasonFor(one.when, facts);
      return serves ? [{ ...tellOne(one, at('means', place), { ...filling, xeps }, wording), xeps }] : [];
    });
    const gaps = right.gaps.flatMap((one, place) => (hasRow(one.kinds) && reasonFor(one.when, facts) ? [tellOne(one, at('gaps', place), filling, wording)] : []));
    return { id: right.id, label: label(right.label, at('label'), sourcesOf([...means, ...gaps])), article: right.article, means, gaps };
  });
}

function fillingOf(carriers: readonly DeploymentCarrier[], { xeps }: Pick<Reason, 'xeps'>, more: Pick<DataKind, 'subjects' | 'recipients'> = {}): Filling {
  return {
    xeps,
    subjects: [...new Set([...more.subjects ?? [], ...carriers.flatMap(({ subject }) => subject)])],
    recipients: nearestFirst([...more.recipients ?? [], ...carriers.flatMap(({ recipients }) => recipients)]),
    retention: longestStay(carriers.map(({ retention }) => retention)),
  };
}
