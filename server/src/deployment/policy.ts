// SPDX-License-Identifier: MIT
import { reasonFor, type Facts } from './facts.ts';
import type { PolicyField } from './operatorData.ts';
import { datumAt, label, tellOne, type Filling, type Told, type Wording } from './told.ts';

/** A field of the data policy (XEP-0504) as far as it follows from the deployment. */
export interface FieldAdvice {
  readonly var: string;
  readonly type: PolicyField['type'];
  readonly label: Told;
  readonly options: readonly string[];
  /** Null where nothing follows. */
  readonly value: readonly string[] | null;
  /** Why it has this value, or what the operator has to find out. */
  readonly because: Told;
  /** What the deployment publishes today, where a source shows it. */
  readonly published: readonly string[];
}

/** The data policy: for each field the value of the first rule that holds. */
export function policyFields(facts: Facts, fields: readonly PolicyField[], filling: Filling, wording: Wording): FieldAdvice[] {
  const shown = facts.deployment.forms.filter(({ formType }) => /^urn:xmpp:data-policy:/.test(formType)).flatMap((form) => form.fields);
  return fields.map((field, index): FieldAdvice => {
    const at = (...path: readonly (string | number)[]): string => datumAt('policy', index, ...path);
    const nth = field.rules.findIndex(({ when }) => reasonFor(when, facts));
    const rule = field.rules[nth];
    const because = rule ? tellOne(rule.because, at('rules', nth, 'because'), filling, wording) : tellOne(field.open, at('open'), filling, wording);
    return {
      var: field.var, type: field.type, label: label(field.label, at('label'), because.sources), options: field.options ?? [], value: rule?.value ?? null, because,
      published: shown.filter((one) => one.var === field.var).flatMap(({ values }) => values),
    };
  });
}
