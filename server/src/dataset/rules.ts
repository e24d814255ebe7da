// SPDX-License-Identifier: MIT
import type { Verdict } from './dataset.ts';

/** Whether a rule is about elements and attributes of a namespace, or about fields of a form type. */
export type RuleKind = '' | 'form';

/** Verdicts by the document that they hold in (`''` for all), by namespace or form type family, and by name. What stands in one place is made when it is first asked for. */
export interface RuleBook {
  place(document: string, kind: RuleKind, family: string, names: readonly string[], verdict: () => Verdict): void;
  /** Verdicts on the names in this order, those of the document itself before those that hold everywhere. */
  find(kind: RuleKind, family: string, document: string, names: readonly string[]): readonly Verdict[];
  /** Whether some rules hold in this document only. */
  hasOwn(document: string): boolean;
}

interface Placed {
  readonly names: readonly string[];
  readonly verdict: () => Verdict;
}

type Rules = ReadonlyMap<string, readonly Verdict[]>;

const none: readonly Verdict[] = [];

export function ruleBook(): RuleBook {
  const placed = new Map<string, Placed[]>();
  const made = new Map<string, Rules>();
  const own = new Set<string>();
  const rulesAt = (document: string, kind: RuleKind, family: string): Rules | undefined => {
    const place = placeKey(document, kind, family);
    const known = made.get(place);
    const waiting = known ? undefined : placed.get(place);
    if (!waiting) {
      return known;
    }
    const rules = makeRules(waiting);
    made.set(place, rules);
    placed.delete(place);
    return rules;
  };
  return {
    place(document, kind, family, names, verdict) {
      own.add(document);
      const place = placeKey(document, kind, family);
      const list = placed.get(place);
      if (list) {
        list.push({ names, verdict });
      } else {
        placed.set(place, [{ names, verdict }]);
      }
    },
    find(kind, family, document, names) {
      const here = document === '' ? undefined : rulesAt(document, kind, family);
      const everywhere = rulesAt('', kind, family);
      if (!here && !everywhere) {
        return none;
      }
      const found: Verdict[] = [];
      addVerdicts(found, here, names);
      addVerdicts(found, everywhere, names);
      return found.length === 0 ? none : found;
    },
    hasOwn: (document) => own.has(document),
  };
}

function addVerdicts(found: Verdict[], rules: Rules | undefined, names: readonly string[]): void {
  for (const name of rules ? names : []) {
    for (const verdict of rules?.get(name) ?? none) {
      found.push(verdict);
    }
  }
}

function placeKey(document: string, kind: RuleKind, family: string): string {
  return `${document}|${kind}|${family}`;
}

/** Verdicts with a condition stand before those without, else each where it was placed. */
function makeRules(placed: readonly Placed[]): Rules {
  const rules = new Map<string, Verdict[]>();
  for (const { names, verdict: make } of placed) {
    const verdict = make();
    for (const name of names) {
      const list = rules.get(name);
      if (!list) {
        rules.set(name, [verdict]);
      } else if (verdict.when && !list.at(-1)?.when) {
        list.splice(list.findIndex((other) => !other.when), 0, verdict);
      } else {
        list.push(verdict);
      }
    }
  }
  return rules;
}
