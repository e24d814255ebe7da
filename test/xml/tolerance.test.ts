// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXep } from '../../server/src/xep/index.ts';
import { walkElements, type XmlElement, type XmlNode } from '../../server/src/xml/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';

/** One edit: `removed` units at `at` give way to `inserted`; elements that start from `from` up to `until` are touched by it. */
interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  readonly from?: number;
  readonly until?: number;
}

/** A body to be damaged: its elements, and the places where an edit of each kind can go. */
interface Body {
  readonly text: string;
  readonly elements: readonly XmlElement[];
  readonly texts: readonly XmlNode[];
  readonly sections: readonly { readonly end: number }[];
}

type Pick = <Item>(items: readonly Item[]) => Item;

const insertion = (inserted: string) => ({ texts }: Body, pick: Pick, random: () => number): Edit => {
  const { start, end } = pick(texts);
  return { at: start + Math.floor(random() * (end - start)), removed: 0, inserted };
};

/** Takes one unit out of the start tag of an element that has what `offer` gives a place for. */
const tagEdit = (offer: (element: XmlElement) => readonly number[]) => ({ elements }: Body, pick: Pick): Edit => {
  const element = pick(elements.filter((one) => offer(one).length > 0));
  return { at: pick(offer(element)), removed: 1, inserted: '', from: element.start, until: element.start + 1 };
};

const edits: Readonly<Record<string, (body: Body, pick: Pick, random: () => number) => Edit>> = {
  'the text ends in the middle': ({ text, elements }, _pick, random) => {
    const at = Math.floor((elements[0]?.start ?? 0) + random() * (text.length - (elements[0]?.start ?? 0)));
    return { at, removed: text.length - at, inserted: '', from: at, until: text.length };
  },
  'a "<" comes in': insertion('<'),
  'an unfinished "<p " comes in': insertion('<p '),
  'an open quote "<link url=\'" comes in': insertion('<link url=\''),
  'a "&" comes in': insertion('&'),
  'a stray "</zz>" comes in': insertion('</zz>'),
  'an unclosed "<p>" comes in': insertion('<p>'),
  'the ">" of a start tag goes': tagEdit((element) => (element.selfClosing ? [] : [element.openEnd - 1])),
  'an end tag goes': ({ elements }, pick) => {
    const element = pick(elements.filter((one) => !one.selfClosing && one.parent?.parent));
    return { at: element.closeStart, removed: element.end - element.closeStart, inserted: '' };
  },
  'a quote of an attribute goes': tagEdit(({ attributes }) => attributes.flatMap(({ valueStart, end }) => [valueStart - 1, end - 1])),
  'a "]]>" goes': ({ sections }, pick) => ({ at: pick(sections).end - 3, removed: 3, inserted: '' }),
};

suite('Damage to the corpus', () => {
  const folder = corpusFolder();
  const files = folder === undefined ? [] : corpusFiles(folder).filter((_, index) => index % 35 === 3);
  const bodies = files.map((file) => bodyOf(readFileSync(join(folder ?? '', file), 'utf8'))).filter(({ sections }) => sections.length > 0);

  for (const [title, edit] of Object.entries(edits)) {
    test(`when ${title}, at least 99 % of the other elements stay at exact offsets`, function () {
      if (bodies.length === 0) {
        this.skip();
      }
      const random = randomFrom(title.length * 7919);
      const pick: Pick = (items) => items[Math.floor(random() * items.length)] as (typeof items)[number];
      let kept = 0;
      let expected = 0;
      for (const body of bodies) {
        for (let round = 0; round < 3; round++) {
          const { at, removed, inserted, from = -1, until = -1 } = edit(body, pick, random);
          const found = offsetsOf(readXep(body.text.slice(0, at) + inserted + body.text.slice(at + removed)).tree.nodes);
          const shift = inserted.length - removed;
          for (const { name, start, openEnd } of body.elements) {
            if ((start >= from && start < until) || (start < at && openEnd > at)) {
              continue;
            }
            expected++;
            kept += found.has(`${name} ${start < at ? start : start + shift}`) ? 1 : 0;
          }
        }
      }
      assert.ok(expected > 1000, `only ${expected} elements were looked at`);
      assert.ok(kept >= expected * 0.99, `${kept} of ${expected}`);
    });
  }
});

function bodyOf(text: string): Body {
  const { tree, header } = readXep(text);
  const elements: XmlElement[] = [];
  const texts: XmlNode[] = [];
  const sections: { readonly end: number }[] = [];
  walkElements(tree.nodes, (element) => {
    if (element.start >= header.span.end) {
      elements.push(element);
      texts.push(...element.children.filter((child) => child.kind === 'text'));
      sections.push(...element.children.filter((child) => child.kind === 'cdata'));
    }
  });
  return { text, elements, texts, sections };
}

function offsetsOf(nodes: readonly XmlNode[]): Set<string> {
  const found = new Set<string>();
  walkElements(nodes, ({ name, start }) => {
    found.add(`${name} ${start}`);
  });
  return found;
}

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
