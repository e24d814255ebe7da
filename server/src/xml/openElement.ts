// SPDX-License-Identifier: MIT
import type { XmlAttribute, XmlNode } from './tree.ts';

/** An element while its content is read; an `XmlElement` once it is left. */
export interface OpenElement {
  kind: 'element';
  name: string;
  localName: string;
  namespace: string;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  selfClosing: boolean;
  attributes: XmlAttribute[];
  children: XmlNode[];
  parent: OpenElement | null;
  /** Prefixes that the element declares, `''` for the default namespace. */
  declared: string[];
  /** Whether the tag declares a default namespace. */
  declares: boolean;
}
