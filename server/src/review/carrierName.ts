// SPDX-License-Identifier: MIT
import type { Carrier } from './record.ts';

/** A carrier as messages name it: `<item jid/>`, `<body/>`, or `field "email"`. */
export function carrierName(carrier: Pick<Carrier, 'element' | 'attribute' | 'field'>): string {
  return carrier.field ? `field "${carrier.field.var}"` : carrier.attribute === null ? `<${carrier.element}/>` : `<${carrier.element} ${carrier.attribute}/>`;
}

/** Names in a row, each once, and how many there are beyond the limit. */
export function namesInWords(names: readonly string[], limit: number): string {
  const each = [...new Set(names)];
  const shown = each.slice(0, limit);
  const more = each.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}` : shown[0] ?? '';
}
