// SPDX-License-Identifier: MIT
import { namespaceFamily, type Condition, type Verdict } from '../dataset/index.ts';
import { attributeValue, type XmlElement } from '../xml/index.ts';
import { valueShape } from './shape.ts';

/** The verdict that decides for an occurrence with a value: the first whose condition holds. */
export function decide(verdicts: readonly Verdict[], element: XmlElement, value: string): Verdict | undefined {
  for (const verdict of verdicts) {
    if (!verdict.when || holds(verdict.when, element, value)) {
      return verdict;
    }
  }
  return undefined;
}

/** The verdict for a mere declaration, which has no value: the first without a condition, else the first carrier. */
export function decideWithoutValue(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.find((verdict) => !verdict.when) ?? verdicts.find((verdict) => verdict.kind === 'carrier') ?? verdicts[0];
}

function holds(when: Condition, element: XmlElement, value: string): boolean {
  for (const [name, values] of Object.entries(when.attributes ?? {})) {
    if (!values.includes(attributeValue(element, name) ?? '')) {
      return false;
    }
  }
  for (const [name, values] of Object.entries(when.not ?? {})) {
    if (values.includes(attributeValue(element, name) ?? '')) {
      return false;
    }
  }
  if (when.shape !== undefined && valueShape(value) !== when.shape) {
    return false;
  }
  const { child, parent } = when;
  if (child && !element.children.some((node) => node.kind === 'element' && isNamed(node, child))) {
    return false;
  }
  return !parent || (element.parent !== null && isNamed(element.parent, parent));
}

function isNamed(element: XmlElement, [namespace, name]: readonly [string, string]): boolean {
  return element.localName === name && namespaceFamily(element.namespace) === namespaceFamily(namespace);
}
