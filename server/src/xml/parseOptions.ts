// SPDX-License-Identifier: MIT
import type { EntityTable } from './entities.ts';
import type { TokenReader } from './tokenize.ts';

/** What a text is, and how to read what is not well-formed in it. */
export interface ParseOptions {
  /** First offset to read; default 0. */
  readonly from?: number;
  /** Offset to stop at; default the end. */
  readonly to?: number;
  /** Entities beyond the five predefined ones, for attribute values. */
  readonly entities?: EntityTable;
  /** Namespaces of prefixes that the text does not declare. */
  readonly knownPrefixes?: ReadonlyMap<string, string>;
  /** Namespace of an unprefixed element that declares none, given the namespace that it would inherit and its parent's local name. */
  readonly defaultNamespace?: (localName: string, inherited: string, parent: string | undefined) => string;
  /** Whether an attribute of this name declares the default namespace; default: `xmlns` only. */
  readonly namespaceAttribute?: (name: string) => boolean;
  /** A declared namespace name as it should be read; default: as written. */
  readonly repairNamespace?: (value: string) => string;
  /** Whether the start of an element ends an element that is still open, although its end tag is missing. */
  readonly impliesEndOf?: (starting: string, open: string) => boolean;
  /** A fragment may have several roots and text beside them; a document has one root. Default false. */
  readonly fragment?: boolean;
  /** A reader to use again where many texts are parsed. */
  readonly reader?: TokenReader;
}
