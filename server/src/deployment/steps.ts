// SPDX-License-Identifier: MIT
import { reasonFor, type Facts, type Reason } from './facts.ts';
import type { ServerDefault, Step } from './operatorData.ts';
import { datumAt, label, nothingToFill, sourcesOf, tell, tellOne, type Filling, type Told, type Wording } from './told.ts';

/** A check that applies, and why. */
export interface CheckAdvice {
  readonly id: string;
  readonly title: Told;
  /** Keys of the XEPs that make it apply; none where it always does. */
  readonly xeps: readonly string[];
  /** Ids of the carriers that make it apply. */
  readonly carriers: readonly string[];
  readonly text: readonly Told[];
  readonly defaults: readonly (Omit<ServerDefault, 'value' | 'sources'> & { readonly value: Told })[];
  readonly practice: readonly Told[];
}

/** A step with the checks that apply. */
export interface StepAdvice {
  readonly id: string;
  /** Anchor and topic of its section in "Best practices for GDPR compliant deployment of XMPP". */
  readonly anchor: string;
  readonly topic: Told;
  /** Its heading in a report of its own. */
  readonly title: Told;
  readonly intro: readonly Told[];
  readonly checks: readonly CheckAdvice[];
}

/** The steps, each with the checks that apply to the deployment. */
export function adviseSteps(facts: Facts, steps: readonly Step[], wording: Wording, fillingFor: (reason: Reason) => Filling): StepAdvice[] {
  return steps.map((step, index): StepAdvice => {
    const checks = step.checks.flatMap((check, place): CheckAdvice[] => {
      const reason = reasonFor(check.when, facts);
      if (!reason) {
        return [];
      }
      const at = (...path: readonly (string | number)[]): string => datumAt('steps', index, 'checks', place, ...path);
      const filling = fillingFor(reason);
      const text = tell(check.text, at('text'), filling, facts, wording);
      return [{
        id: check.id, title: label(check.title, at('title'), sourcesOf(text)), xeps: reason.xeps, carriers: reason.carriers, text,
        defaults: check.defaults.map(({ server, version, setting, value, sources }, nth) => ({ server, version, setting, value: tellOne({ text: value, sources }, at('defaults', nth, 'value'), nothingToFill, wording) })),
        practice: tell(check.practice ?? [], at('practice'), filling, facts, wording),
      }];
    });
    const intro = tell(step.intro, datumAt('steps', index, 'intro'), fillingFor({ xeps: [...facts.xeps], carriers: facts.carriers.map(({ id }) => id) }), facts, wording);
    return { id: step.id, anchor: step.anchor, topic: label(step.topic, datumAt('steps', index, 'topic'), sourcesOf(intro)),
      title: label(step.title ?? step.topic, datumAt('steps', index, step.title === undefined ? 'topic' : 'title'), sourcesOf(intro)), intro, checks };
  });
}
