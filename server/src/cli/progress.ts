// SPDX-License-Identifier: MIT

const width = 30;

/** A bar on a terminal's stderr; silent elsewhere. Draws at most once per percent. */
export function progressBar(total: number, quiet: boolean): { readonly advance: (count: number) => void; readonly done: () => void } {
  if (quiet || !process.stderr.isTTY || total < 20) {
    return { advance: () => {}, done: () => {} };
  }
  let finished = 0;
  let shown = -1;
  return {
    advance(count) {
      finished += count;
      const percent = Math.floor((finished / total) * 100);
      if (percent > shown) {
        shown = percent;
        const filled = Math.round((percent / 100) * width);
        process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${finished}/${total} documents`);
      }
    },
    done() {
      process.stderr.write('\r\u001b[K');
    },
  };
}
