// SPDX-License-Identifier: MIT
import type { Position } from 'vscode-languageserver';
import type { Carrier, Occurrence } from '../review/index.ts';
import type { XepSection } from '../xep/index.ts';
import type { Range } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** A carrier and the occurrence of it at a place. */
export interface CarrierAt {
  readonly carrier: Carrier;
  readonly occurrence: Occurrence;
}

/** The carriers that occur at an offset, the closest fit first. */
export function carriersAt({ review }: Reviewed, offset: number): CarrierAt[] {
  const found: CarrierAt[] = [];
  for (const carrier of review.carriers) {
    const occurrence = carrier.occurrences.find((at) => offset >= at.offset && offset <= at.offset + at.length);
    if (occurrence) {
      found.push({ carrier, occurrence });
    }
  }
  return found.sort((one, other) => one.occurrence.length - other.occurrence.length);
}

export function carriersAtPosition(reviewed: Reviewed, position: Position): CarrierAt[] {
  return carriersAt(reviewed, reviewed.places.offset(position));
}

export function rangeOfPlace({ places }: Reviewed, { offset, length }: { readonly offset: number; readonly length: number }): Range {
  return places.range(offset, offset + length);
}

/** The innermost section that holds an offset. */
export function sectionAt({ document }: Reviewed, offset: number): XepSection | undefined {
  return document.sections.findLast(({ element }) => offset >= element.openEnd && offset <= element.closeStart);
}

/** Whether an offset lies inside an example or code block, where markup is only shown. */
export function isInBlock({ document }: Reviewed, offset: number): boolean {
  return document.blocks.some(({ element }) => offset >= element.openEnd && offset <= element.closeStart);
}

export function touches(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
