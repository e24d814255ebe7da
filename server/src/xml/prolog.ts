// SPDX-License-Identifier: MIT
import type { Span } from './tree.ts';

/** An entity that the internal subset or an entity file declares. Offsets are those of the declaration. */
export interface EntityDeclaration extends Span {
  readonly name: string;
  /** `%` entities are used inside the DTD only. */
  readonly parameter: boolean;
  /** Replacement text, or undefined for an external entity. */
  readonly value: string | undefined;
  readonly systemId: string | undefined;
}

/** What stands before the root element. */
export interface Prolog {
  /** First offset after a byte order mark. */
  readonly start: number;
  /** First offset that the element tree should read: after the DOCTYPE, or `start` where there is none. */
  readonly end: number;
  readonly doctype: Span | null;
  /** Name after `<!DOCTYPE`, or the empty string. */
  readonly rootName: string;
  readonly entities: readonly EntityDeclaration[];
}

/** Reads byte order mark, XML declaration, comments and DOCTYPE with its internal subset. Never throws; external parts are named, not fetched. */
export function readProlog(text: string): Prolog {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let offset = start;
  for (;;) {
    offset = skipSpace(text, offset);
    if (text.startsWith('<?', offset)) {
      offset = after(text, '?>', offset + 2);
    } else if (text.startsWith('<!--', offset)) {
      offset = after(text, '-->', offset + 4);
    } else {
      break;
    }
  }
  if (!text.startsWith('<!DOCTYPE', offset)) {
    return { start, end: start, doctype: null, rootName: '', entities: [] };
  }
  const doctypeStart = offset;
  let end = text.length;
  let entities: EntityDeclaration[] = [];
  for (offset += 9; offset < text.length; offset++) {
    const char = text[offset];
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, offset + 1);
      offset = close < 0 ? text.length : close;
    } else if (char === '[') {
      const subset = readEntityDeclarations(text, offset + 1, true);
      entities = subset.entities;
      // A subset that never closes stops before the document, which the next round must see.
      offset = text[subset.end] === ']' ? subset.end : subset.end - 1;
    } else if (char === '>') {
      end = offset + 1;
      break;
    } else if (char === '<') {
      end = offset;
      break;
    }
  }
  const rootName = /^\s+([^\s[>]{1,100})/.exec(text.slice(doctypeStart + 9, doctypeStart + 200))?.[1] ?? '';
  return { start, end, doctype: { start: doctypeStart, end }, rootName, entities };
}

/**
 * Reads `<!ENTITY ...>` declarations from `from`, in an internal subset up to its `]`, in an entity file up to the end.
 * Other declarations, comments and conditional sections are passed over. `end` is the offset of the closing `]` or the end of the text.
 */
export function readEntityDeclarations(text: string, from: number, untilBracket: boolean): { readonly entities: EntityDeclaration[]; readonly end: number } {
  const entities: EntityDeclaration[] = [];
  let offset = from;
  while (offset < text.length) {
    const char = text[offset];
    if (char === ']' && untilBracket) {
      break;
    }
    if (char !== '<') {
      offset++;
    } else if (text.startsWith('<!--', offset)) {
      offset = after(text, '-->', offset + 4);
    } else if (text.startsWith('<?', offset)) {
      offset = after(text, '?>', offset + 2);
    } else if (text.startsWith('<!', offset)) {
      const end = declarationEnd(text, offset + 2);
      const declaration = text.startsWith('<!ENTITY', offset) ? readEntity(text, offset, end) : undefined;
      if (declaration) {
        entities.push(declaration);
      }
      offset = end;
    } else if (untilBracket) {
      // The subset was never closed: what follows is the document.
      break;
    } else {
      offset++;
    }
  }
  return { entities, end: Math.min(offset, text.length) };
}

function readEntity(text: string, start: number, end: number): EntityDeclaration | undefined {
  const match = /^<!ENTITY\s+(%\s+)?([^\s"'<>%]+)\s+(?:(SYSTEM|PUBLIC)\s+)?/.exec(text.slice(start, Math.min(end, start + 300)));
  if (!match) {
    return undefined;
  }
  const literals: string[] = [];
  for (let offset = start + match[0].length; offset < end; offset++) {
    const quote = text[offset];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, offset + 1);
      if (close < 0) {
        return undefined;
      }
      literals.push(text.slice(offset + 1, close));
      offset = close;
    }
  }
  const external = match[3] !== undefined;
  return { name: match[2] ?? '', parameter: match[1] !== undefined, value: external ? undefined : literals[0], systemId: external ? literals.at(-1) : undefined, start, end };
}

function declarationEnd(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset++) {
    const char = text[offset];
    if (char === '>') {
      return offset + 1;
    }
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, offset + 1);
      if (close < 0) {
        return offset + 1;
      }
      offset = close;
    }
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && text.charCodeAt(offset) <= 0x20) {
    offset++;
  }
  return offset;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}
