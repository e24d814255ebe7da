// SPDX-License-Identifier: MIT
import { Virtualizer, defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, type Range, type VirtualItem } from '@tanstack/virtual-core';

/** Which rows exist: those in sight, a few around them, and one that the keys are in. */
export interface RowWindow {
  /** There are so many rows now; `kept` is the row that has to exist wherever the window is. */
  readonly count: (rows: number, kept: number | undefined) => void;
  /** Has a row exist wherever the window is. */
  readonly keep: (row: number | undefined) => void;
  /** Whole rows in sight, at least 1. */
  readonly perPage: () => number;
}

/** Height of a row, in letters. */
const rowHeight = 2.4;

/** Has rows drawn as the window over them moves. `start` of an item is its distance from the first row, in pixels. */
export function rowWindow(scroll: HTMLElement, head: HTMLElement, body: HTMLElement, draw: (items: readonly Pick<VirtualItem, 'index' | 'start'>[]) => void): RowWindow {
  let rows = 0;
  let kept: number | undefined;
  let height = 31;
  /** A new function for each row that is kept: the library asks again only then. */
  const rangeOf = (row: number | undefined) => (range: Range): number[] => {
    const indexes = defaultRangeExtractor(range);
    return row === undefined || row >= range.count || indexes.includes(row) ? indexes : [...indexes, row].sort((one, other) => one - other);
  };
  const options = (): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] => ({
    count: rows, estimateSize: () => height, overscan: 8, getScrollElement: () => scroll, rangeExtractor: rangeOf(kept),
    observeElementRect, observeElementOffset, scrollToFn: elementScroll, scrollMargin: head.offsetHeight, onChange: redraw,
  });
  const redraw = (): void => {
    const margin = virtualizer.options.scrollMargin;
    body.style.height = `${virtualizer.getTotalSize()}px`;
    draw(virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start: start - margin })));
  };
  const virtualizer: Virtualizer<HTMLElement, HTMLElement> = new Virtualizer(options());
  const update = (): void => {
    virtualizer.setOptions(options());
    virtualizer._willUpdate();
    redraw();
  };
  /** Letters may have another size once the page is laid out, and the header another height in another width. */
  const measure = (): void => {
    const letters = Number.parseFloat(getComputedStyle(scroll).fontSize);
    const now = Math.round(letters * rowHeight);
    scroll.style.setProperty('--row-height', `${now}px`);
    scroll.style.setProperty('--head-height', `${head.offsetHeight}px`);
    if (now !== height) {
      height = now;
      virtualizer.measure();
    }
    update();
  };
  virtualizer._didMount();
  new ResizeObserver(measure).observe(head);
  return {
    count: (now, row) => {
      rows = now;
      kept = row;
      update();
    },
    keep: (row) => {
      kept = row;
      update();
    },
    perPage: () => Math.max(1, Math.floor((scroll.clientHeight - head.offsetHeight) / height) - 1),
  };
}
