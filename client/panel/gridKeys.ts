// SPDX-License-Identifier: MIT

/** A place in the grid, and how large the grid is. The header is row -1. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight. */
  readonly page: number;
}

/** A key with what is held down beside it. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where a key leads in a grid (WAI-ARIA Authoring Practices, pattern "Grid"); undefined for a key that leads nowhere. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Key, place: GridPlace): { readonly row: number; readonly column: number } | undefined {
  if (altKey || metaKey) {
    return undefined;
  }
  const to = (row: number, column: number): { readonly row: number; readonly column: number } => ({ row: Math.max(-1, Math.min(place.rows - 1, row)), column: Math.max(0, Math.min(place.columns - 1, column)) });
  const { row, column } = place;
  switch (key) {
    case 'ArrowUp': return to(row - 1, column);
    case 'ArrowDown': return to(row + 1, column);
    case 'ArrowLeft': return to(row, column - 1);
    case 'ArrowRight': return to(row, column + 1);
    case 'PageUp': return to(Math.max(0, row - place.page), column);
    case 'PageDown': return to(row + place.page, column);
    case 'Home': return to(ctrlKey ? 0 : row, 0);
    case 'End': return to(ctrlKey ? place.rows - 1 : row, place.columns - 1);
    default: return undefined;
  }
}
