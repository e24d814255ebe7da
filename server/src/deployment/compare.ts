// SPDX-License-Identifier: MIT
import { compareStays } from '../dataset/index.ts';
import type { Advice, RecordRow } from './advice.ts';
import type { FieldAdvice } from './policy.ts';
import type { PartAdvice } from './statement.ts';
import type { CheckAdvice } from './steps.ts';
import type { Told } from './told.ts';

/** What a change of the deployment means for its operator. */
export interface DeploymentComparison {
  /** Keys. */
  readonly xeps: { readonly added: readonly string[]; readonly dropped: readonly string[] };
  readonly kinds: { readonly added: readonly RecordRow[]; readonly dropped: readonly RecordRow[] };
  readonly categories: { readonly added: readonly string[]; readonly dropped: readonly string[] };
  /** Per kind of data that both have: who receives it now and did not before. */
  readonly recipients: readonly { readonly kind: string; readonly title: Told; readonly added: readonly string[] }[];
  /** Kinds of data whose longest stay grows. */
  readonly stays: readonly { readonly kind: string; readonly title: Told; readonly before: string; readonly now: string }[];
  readonly checks: { readonly added: readonly CheckAdvice[]; readonly dropped: readonly CheckAdvice[] };
  readonly statement: { readonly added: readonly PartAdvice[]; readonly changed: readonly { readonly before: PartAdvice; readonly now: PartAdvice }[]; readonly dropped: readonly PartAdvice[] };
  readonly policy: readonly { readonly before: FieldAdvice; readonly now: FieldAdvice }[];
}

type Compared = Pick<Advice, 'record' | 'steps' | 'statement' | 'policy'> & { readonly xeps: readonly string[] };

/** Compares what is said of two deployments: what the newer one adds, drops and changes. */
export function compareDeployments(before: Compared, now: Compared): DeploymentComparison {
  const both = pairs(before.record, now.record, ({ id }) => id);
  const parts = pairs(before.statement, now.statement, ({ id }) => id);
  const checks = (side: Compared): CheckAdvice[] => side.steps.flatMap((step) => step.checks);
  const categories = (side: Compared): string[] => [...new Set(side.record.flatMap((row) => row.categories))];
  return {
    xeps: changes(before.xeps, now.xeps, (xep) => xep),
    kinds: changes(before.record, now.record, ({ id }) => id),
    categories: changes(categories(before), categories(now), (id) => id),
    recipients: both.map(([old, row]) => ({ kind: row.id, title: row.title, added: row.recipients.filter((one) => !old.recipients.includes(one)) })).filter(({ added }) => added.length > 0),
    stays: both.filter(([old, row]) => compareStays(old.retention, row.retention) < 0).map(([old, row]) => ({ kind: row.id, title: row.title, before: old.retention, now: row.retention })),
    checks: changes(checks(before), checks(now), ({ id }) => id),
    statement: {
      ...changes(before.statement, now.statement, ({ id }) => id),
      changed: parts.filter(([old, part]) => textOf(old) !== textOf(part)).map(([old, part]) => ({ before: old, now: part })),
    },
    policy: pairs(before.policy, now.policy, (field) => field.var).filter(([old, field]) => old.value?.join('\n') !== field.value?.join('\n')).map(([old, field]) => ({ before: old, now: field })),
  };
}

/** Whether nothing changes. */
export function isSame({ xeps, kinds, categories, recipients, stays, checks, statement, policy }: DeploymentComparison): boolean {
  return [xeps, kinds, categories, checks, statement].every(({ added, dropped }) => added.length + dropped.length === 0) && recipients.length + stays.length + statement.changed.length + policy.length === 0;
}

function changes<One>(before: readonly One[], now: readonly One[], key: (one: One) => string): { readonly added: readonly One[]; readonly dropped: readonly One[] } {
  const [old, current] = [before, now].map((list) => new Set(list.map(key)));
  return { added: now.filter((one) => old?.has(key(one)) === false), dropped: before.filter((one) => current?.has(key(one)) === false) };
}

function pairs<One>(before: readonly One[], now: readonly One[], key: (one: One) => string): (readonly [One, One])[] {
  const old = new Map(before.map((one) => [key(one), one]));
  return now.flatMap((one) => {
    const earlier = old.get(key(one));
    return earlier === undefined ? [] : [[earlier, one] as const];
  });
}

function textOf({ title, sentences }: PartAdvice): string {
  return [title, ...sentences].map(({ text }) => text).join('\n');
}
