// SPDX-License-Identifier: MIT
import type { EntityBound } from './entityBounds.ts';

/** Replacement texts by entity name, references inside them not yet resolved. */
export interface EntityTable {
  get(name: string): string | undefined;
  has(name: string): boolean;
  /** Those that hit a bound wherever they are used, where somebody has looked. */
  readonly bounded?: ReadonlyMap<string, EntityBound>;
}

const predefined: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

/** No reference expands to more than this many UTF-16 units, whatever it refers to (XML "billion laughs"). */
export const expansionLimit = 65_536;
/** References in replacement texts are resolved this many levels deep. */
export const depthLimit = 16;
/** No text has more than this many references to declared entities resolved, inner ones included: empty entities grow nothing, but take time. */
export const stepLimit = 100_000;

/** References that may still be resolved. */
interface Steps {
  left: number;
}

/** A reference `&name;` or `&#n;` found in a text. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  /** Entity name, or `#n`/`#xn`. */
  readonly name: string;
}

/** The reference at `start`, where `text` has `&`, or undefined where none is well-formed. */
export function referenceAt(text: string, start: number): Reference | undefined {
  for (let offset = start + 1; offset < text.length && offset - start < 100; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x3b) {
      const name = text.slice(start + 1, offset);
      return name === '' || name === '#' ? undefined : { start, end: offset + 1, name };
    }
    const isNamePart = code > 0x7f || code === 0x23 || code === 0x2d || code === 0x2e || code === 0x5f || code === 0x3a
      || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    if (!isNamePart) {
      return undefined;
    }
  }
  return undefined;
}

/**
 * What a reference stands for, references inside it resolved too; undefined for an unknown name or a bad number.
 * Bounded in depth and length: what would grow beyond `expansionLimit` is cut there.
 */
export function resolveReference(name: string, entities: EntityTable): string | undefined {
  return resolve(name, entities, 0, { left: stepLimit });
}

/** `text` with its references resolved. Unknown references stay as they are. */
export function decodeReferences(text: string, entities: EntityTable): string {
  return text.includes('&') ? decode(text, entities, 0, { left: stepLimit }) : text;
}

function resolve(name: string, entities: EntityTable, depth: number, steps: Steps): string | undefined {
  if (name.startsWith('#')) {
    return resolveCharacter(name);
  }
  const basic = predefined.get(name);
  if (basic !== undefined) {
    return basic;
  }
  const value = entities.get(name);
  if (value === undefined || depth >= depthLimit || --steps.left < 0) {
    return undefined;
  }
  return value.includes('&') ? decode(value, entities, depth + 1, steps) : value.slice(0, expansionLimit);
}

function decode(text: string, entities: EntityTable, depth: number, steps: Steps): string {
  let decoded = '';
  let copied = 0;
  for (let at = text.indexOf('&'); at >= 0 && decoded.length < expansionLimit; at = text.indexOf('&', at + 1)) {
    const reference = referenceAt(text, at);
    const value = reference && resolve(reference.name, entities, depth, steps);
    if (reference && value !== undefined) {
      decoded += text.slice(copied, at) + value;
      copied = reference.end;
    }
  }
  decoded += text.slice(copied);
  return depth > 0 && decoded.length > expansionLimit ? decoded.slice(0, expansionLimit) : decoded;
}

function resolveCharacter(name: string): string | undefined {
  const code = /^#[xX][0-9a-fA-F]{1,6}$/.test(name) ? Number.parseInt(name.slice(2), 16)
    : /^#\d{1,7}$/.test(name) ? Number.parseInt(name.slice(1), 10) : Number.NaN;
  return Number.isNaN(code) || code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}
