// SPDX-License-Identifier: MIT

const recipientOrder: readonly string[] = ['own-server', 'other-own-devices', 'peer-server', 'contact', 'occupants', 'subscribers', 'moderators', 'component-or-gateway', 'third-party-service', 'public'];
const stayOrder: readonly string[] = ['', 'transient', 'session', 'unspecified', 'stored', 'archived'];

/** Each recipient once, the nearest to the user first. */
export function nearestFirst(recipients: readonly string[]): string[] {
  const named = new Set(recipients);
  return recipientOrder.filter((recipient) => named.has(recipient));
}

/** Orders two stays; negative where the first is the shorter one. */
export function compareStays(one: string, other: string): number {
  return stayOrder.indexOf(one) - stayOrder.indexOf(other);
}

/** The longest of some stays; `''` of none. */
export function longestStay(stays: readonly string[]): string {
  return stays.reduce((longest, one) => (compareStays(one, longest) > 0 ? one : longest), '');
}
