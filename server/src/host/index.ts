// SPDX-License-Identifier: MIT
export { spareMemory, tuneEngine } from './engine.ts';
