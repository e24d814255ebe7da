// SPDX-License-Identifier: MIT
/** This machine cannot run VS Code from the npm registry; the message says why. */
export declare class Unavailable extends Error {}
export declare function setup(seconds?: number): Promise<void>;
export declare function setupBrowser(seconds?: number): Promise<void>;
