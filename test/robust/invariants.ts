// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { Dataset } from '../../server/src/dataset/index.ts';
import { reviewXep, type Place, type Review, type ReviewOptions } from '../../server/src/review/index.ts';

/** Reviews a text and checks what holds for every text, however broken: places are in the text and in order, and a second review is the same. */
export function soundReview(text: string, dataset: Dataset, options: ReviewOptions = {}): Review {
  const review = reviewXep('kettle.xml', text, dataset, options);
  const placeOf = placesOf(text);
  const isPlaced = ({ offset, length, start, end }: Place): void => {
    assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length, `${offset} and ${length} more are not in ${text.length}`);
    assert.deepEqual([start, end], [placeOf(offset), placeOf(offset + length)]);
  };
  const ids = review.carriers.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'a carrier stands twice');
  for (const { id, occurrences, element, attribute, field } of review.carriers) {
    assert.ok(occurrences.length > 0, `${id} is nowhere`);
    occurrences.forEach((occurrence, index) => {
      isPlaced(occurrence);
      assert.ok(index === 0 || (occurrences[index - 1]?.offset ?? 0) <= occurrence.offset, `${id} is out of order`);
      if (occurrence.where === 'example') {
        isNamed(text.slice(occurrence.offset, occurrence.offset + occurrence.length), field?.var ?? attribute ?? element);
      }
    });
  }
  inOrder(review.carriers.map(({ occurrences }) => occurrences[0]?.offset ?? 0));
  review.problems.forEach(isPlaced);
  inOrder(review.problems.map(({ offset }) => offset));
  for (const { range } of Object.values(review.considerations)) {
    if (range) {
      isPlaced(range);
    }
  }
  assert.equal(JSON.stringify(reviewXep('kettle.xml', text, dataset, options)), JSON.stringify(review), 'a second review is another');
  return review;
}

/** What stands at an occurrence names the carrier, unless references or markup stand in for some of it. */
function isNamed(shown: string, name: string): void {
  assert.ok(shown.includes(name.trim()) || /[&<\]]/.test(shown), `${JSON.stringify(shown)} does not name ${JSON.stringify(name)}`);
}

function inOrder(offsets: readonly number[]): void {
  offsets.forEach((offset, index) => { assert.ok(index === 0 || (offsets[index - 1] ?? 0) <= offset, `${offset} comes after ${offsets[index - 1] ?? 0}`); });
}

/** Lines and columns, reckoned anew: what the program finds is held against this. */
function placesOf(text: string): (offset: number) => Place['start'] {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length);
  return (offset) => {
    const line = ends.findIndex((end) => end > offset);
    const before = line < 0 ? ends.length : line;
    return { line: before + 1, column: offset - (ends[before - 1] ?? 0) + 1 };
  };
}
