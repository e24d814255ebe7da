// SPDX-License-Identifier: MIT

/** Signs that tell levels and sensitivities apart without colour. */
export const marks: Readonly<Record<'high' | 'medium' | 'low' | 'none', string>> = { high: '●', medium: '◐', low: '○', none: '–' };

/** With its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 document`, `2,345 documents`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
