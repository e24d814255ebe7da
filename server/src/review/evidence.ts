// SPDX-License-Identifier: MIT
import { nameFeatures, type ValueShape } from '../dataset/index.ts';
import type { Unjudged } from './found.ts';
import { nameRule, type NameRule } from './names.ts';
import { valueShape } from './shape.ts';

/** What can be seen of a name that nobody has judged. */
export interface Evidence {
  readonly kind: 'e' | 'a' | 'f';
  readonly name: string;
  /** Element that has the attribute; the first parent of an element; empty for a field. */
  readonly owner: string;
  /** See `nameFeatures`. */
  readonly features: readonly string[];
  readonly rule: NameRule | undefined;
  /** Share of the example values that have one of these shapes, 0 where there are no values. */
  shaped(...shapes: readonly ValueShape[]): number;
  /** Shares of truth values, of sentences and of dates among the example values. */
  readonly truth: number;
  readonly sentence: number;
  readonly date: number;
}

export function evidenceOf(unjudged: Unjudged): Evidence {
  const { field, attribute, element, values, parents } = unjudged;
  const kind = field ? 'f' : attribute === null ? 'e' : 'a';
  const name = field?.var ?? attribute ?? element;
  const shapes = values.map(valueShape);
  const part = (test: (value: string, index: number) => boolean): number => (values.length === 0 ? 0 : values.filter(test).length / values.length);
  const [parent = ''] = parents;
  return {
    kind, name, owner: kind === 'a' ? element : kind === 'e' ? parent : '',
    features: nameFeatures(kind, name, kind === 'a' ? element : null),
    rule: nameRule(name),
    shaped: (...wanted) => part((_value, index) => wanted.some((shape) => shape === shapes[index])),
    truth: part((value) => /^(?:true|false|0|1|yes|no)$/.test(value)),
    sentence: part((value, index) => value.length > 12 && /\s/.test(value) && shapes[index] === undefined),
    date: part((value) => /^\d{4}-\d\d-\d\d|^\d{8}T/.test(value)),
  };
}
