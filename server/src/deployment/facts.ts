// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { carriersOf, type DeploymentCarrier } from './carriers.ts';
import type { Deployment } from './deployment.ts';
import { kindOf } from './kindOf.ts';
import type { DataKind, OperatorData, When } from './operatorData.ts';

/** What the conditions of the operator data ask about. */
export interface Facts {
  readonly deployment: Deployment;
  readonly xeps: ReadonlySet<string>;
  /** RFC 6120/6121 first, then by XEP. */
  readonly carriers: readonly DeploymentCarrier[];
  /** By id of the kind: what falls into it. A kind without a row is not there. */
  readonly rows: ReadonlyMap<string, readonly DeploymentCarrier[]>;
}

/** Why something applies: the keys of the XEPs (`core` for RFC 6120/6121) and the ids of the carriers that make it apply; both empty for what always does. */
export interface Reason {
  readonly xeps: readonly string[];
  readonly carriers: readonly string[];
}

/** What a deployment carries, sorted into the kinds of data. */
export function factsOf(deployment: Deployment, dataset: Dataset, { kinds }: OperatorData): Facts {
  const keys = ['core', ...deployment.xeps.map(({ xep }) => xep)];
  const carriers = keys.flatMap((key) => {
    const entry = dataset.entries.get(key);
    return entry ? carriersOf(entry, key, dataset) : [];
  });
  const byKind = new Map<DataKind | undefined, DeploymentCarrier[]>();
  for (const carrier of carriers) {
    const kind = kindOf(kinds, carrier.xep, carrier.category);
    byKind.set(kind, [...byKind.get(kind) ?? [], carrier]);
  }
  const rows = kinds.filter((kind) => kind.always === true || byKind.has(kind)).map((kind) => [kind.id, byKind.get(kind) ?? []] as const);
  return { deployment, xeps: new Set(deployment.xeps.map(({ xep }) => xep)), carriers, rows: new Map(rows) };
}

/** Why a condition holds, or undefined where it does not: each member must hold, and in each list one is enough. */
export function reasonFor(when: When | undefined, { xeps, carriers, rows }: Facts): Reason | undefined {
  if (when?.without?.some((xep) => xeps.has(xep)) === true) {
    return undefined;
  }
  const spoken = when?.xeps?.filter((xep) => xeps.has(xep));
  const ofKinds = when?.kinds?.filter((kind) => rows.has(kind));
  const ofCategories = when?.categories && carriers.filter(({ category, also }) => when.categories?.some((one) => one === category || also.includes(one)));
  if ([spoken, ofKinds, ofCategories].some((found) => found?.length === 0)) {
    return undefined;
  }
  const ofXeps = carriers.filter(({ xep }) => spoken?.includes(xep));
  const named = [...new Set([...ofXeps, ...ofKinds?.flatMap((kind) => rows.get(kind) ?? []) ?? [], ...ofCategories ?? []])];
  const because = new Set([...spoken ?? [], ...named.map(({ xep }) => xep)]);
  return { xeps: [...because].sort(), carriers: [...new Set(named.map(({ id }) => id))] };
}
