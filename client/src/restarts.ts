// SPDX-License-Identifier: MIT

/** Answers a function that tells, for each moment (in milliseconds) at which the server went away, whether to start it again: no more than `most` times `within` a time. */
export function restartLimit(most = 5, within = 180_000): (now: number) => boolean {
  let restarts: readonly number[] = [];
  return (now) => {
    const recent = restarts.filter((time) => now - time < within);
    restarts = [...recent, now];
    return recent.length < most;
  };
}
