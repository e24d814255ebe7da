// SPDX-License-Identifier: MIT
import type { Verdict } from '../dataset/index.ts';
import type { Declaration, FieldDefinition } from '../xep/index.ts';
import type { Span } from '../xml/index.ts';
import { isBaseline } from './baseline.ts';
import { decideWithoutValue } from './condition.ts';
import { addFound, formsNamespace, noNames, unjudgedIn, type Name, type Names, type Witness } from './found.ts';
import type { Judge } from './judge.ts';

/** The names that a schema or DTD declares. Spans are those of the declarations. */
export function readDeclarations(declarations: readonly Declaration[], judge: Judge, witness?: Witness): Names {
  const names = noNames();
  for (const { namespace: declared, element, attribute, span, type, enumeration, simple } of declarations) {
    const namespace = declared ?? judge.own.dtdNamespace;
    if (isBaseline(namespace, element, attribute)) {
      continue;
    }
    const name: Name = { namespace, element, attribute, field: null };
    if (!isJudged(names, name, judge.name(namespace, element, attribute), span, witness) && judge.isOpen(namespace)) {
      const unjudged = unjudgedIn(names, name);
      unjudged.sightings.push({ where: 'schema', span });
      unjudged.types.add(enumeration.length > 0 ? 'enumeration' : type.slice(type.indexOf(':') + 1));
      unjudged.wraps ||= !simple;
    }
  }
  return names;
}

/** The form fields that a registrar snippet defines. Spans are those of the definitions. */
export function readDefinitions(definitions: readonly FieldDefinition[], judge: Judge, witness?: Witness): Names {
  const names = noNames();
  for (const { formType, name: field, span, type } of definitions) {
    if (field === 'FORM_TYPE') {
      continue;
    }
    const key = { formType, var: field };
    const name: Name = { namespace: formsNamespace, element: 'field', attribute: null, field: key };
    if (!isJudged(names, name, judge.field(key), span, witness) && judge.isOpenForm(formType)) {
      const unjudged = unjudgedIn(names, name);
      unjudged.sightings.push({ where: 'schema', span });
      unjudged.types.add(type);
    }
  }
  return names;
}

/** Whether there are verdicts on a declared name; a carrier is added. */
function isJudged(names: Names, name: Name, verdicts: readonly Verdict[], span: Span, witness: Witness | undefined): boolean {
  witness?.(name, verdicts.length > 0, 'schema', () => span);
  const verdict = decideWithoutValue(verdicts);
  if (verdict?.kind === 'carrier') {
    addFound(names, name, verdict, false, { where: 'schema', span });
  }
  return verdicts.length > 0;
}
