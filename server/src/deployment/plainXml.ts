// SPDX-License-Identifier: MIT
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeReferences, lineIndex } from '../xml/index.ts';
import type { UnreadableSource } from './readSource.ts';

/** An element of a well-formed file. Prefixes are left out: files choose them freely. */
export interface PlainElement {
  readonly name: string;
  /** By name without prefix; namespace declarations are left out but for `xmlns`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PlainElement[];
  /** Its own text, references decoded, white space collapsed. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

type Node = Readonly<Record<string, unknown>> & { readonly ':@'?: Readonly<Record<string, string>> };

/** Deeper than any DOAP file or answer of service discovery. */
const depthLimit = 60;

const metaData: symbol = XMLParser.getMetaDataSymbol() as symbol;

/** Reads a small well-formed file below a nameless root. A DOCTYPE is never looked at, so no entity of its own is known. */
export function readPlainXml(source: string): PlainElement | UnreadableSource {
  const text = withoutDoctype(source.replace(/^\uFEFF/, ' '));
  if (text === undefined) {
    return { error: 'is not well-formed: its DOCTYPE does not end; take the DOCTYPE out' };
  }
  // The validator counts LF alone as the end of a line.
  const valid = XMLValidator.validate(text.trimStart().replace(/\r\n?/g, (end) => end.replace(/\r$/, '\n').replace('\r', ' ')));
  const lead = text.length - text.trimStart().length;
  if (valid !== true) {
    const { msg, line, col } = valid.err;
    const { line: shift } = lineIndex(text).positionAt(lead);
    return { error: `is not well-formed: ${msg.replace(/\.$/, '')}; mend it there, or save the file anew`, line: line + shift - 1, column: col };
  }
  try {
    const parser = new XMLParser({
      preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false, parseTagValue: false, parseAttributeValue: false,
      trimValues: false, ignoreDeclaration: true, ignorePiTags: true, captureMetaData: true, maxNestedTags: depthLimit,
    });
    const lines = lineIndex(text);
    return element('', {}, parser.parse(text) as readonly Node[], 1, (offset) => lines.positionAt(offset).line);
  } catch (error) {
    return { error: `cannot be read as XML: ${(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')}; give a plain DOAP file or disco#info answer` };
  }
}

/** All elements below one, in document order. */
export function elementsBelow(root: PlainElement): PlainElement[] {
  return root.children.flatMap((child) => [child, ...elementsBelow(child)]);
}

/** The text of the first child of this name, or `''`. */
export function childText(parent: PlainElement, name: string): string {
  return parent.children.find((child) => child.name === name)?.text ?? '';
}

function element(name: string, attributes: Readonly<Record<string, string>>, nodes: readonly Node[], line: number, lineAt: (offset: number) => number): PlainElement {
  const children: PlainElement[] = [];
  let text = '';
  for (const node of nodes) {
    const tag = Object.keys(node).find((key) => key !== ':@');
    if (tag === '#text') {
      text += String(node['#text']);
    } else if (tag !== undefined) {
      const { startIndex = 0 } = ((node as unknown as Readonly<Record<symbol, { readonly startIndex?: number } | undefined>>)[metaData]) ?? {};
      children.push(element(localName(tag), attributesOf(node[':@'] ?? {}), node[tag] as readonly Node[], lineAt(startIndex), lineAt));
    }
  }
  return { name, attributes, children, text: plain(text), line };
}

function attributesOf(raw: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !name.startsWith('xmlns:')).map(([name, value]) => [localName(name), plain(value)]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function plain(text: string): string {
  return decodeReferences(text, new Map()).replace(/\s+/g, ' ').trim();
}

/** The text with spaces in place of its DOCTYPE, so that every place stays where it is; undefined where it does not end. */
function withoutDoctype(text: string): string | undefined {
  const start = text.indexOf('<!DOCTYPE');
  if (start < 0) {
    return text;
  }
  let inside = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) {
        return undefined;
      }
    } else if (char === '[' || char === ']') {
      inside = char === '[';
    } else if (char === '>' && !inside) {
      return text.slice(0, start) + text.slice(start, at + 1).replace(/[^\r\n]/g, ' ') + text.slice(at + 1);
    }
  }
  return undefined;
}
