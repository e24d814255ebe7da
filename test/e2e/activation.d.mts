// SPDX-License-Identifier: MIT
/** Milliseconds since activation was asked for. */
export interface Activation {
  readonly loading: number;
  readonly active: number;
  readonly firstCall: number;
}
export declare function measureActivation(options?: { readonly kind?: 'node' | 'web'; readonly rounds?: number; readonly vsix?: string }): Promise<Activation[]>;
