// SPDX-License-Identifier: MIT
// Examples of the orchard that only tests know, each with what must be found in it, and where.
import fc from 'fast-check';

/** A place in an example that a review must mark. */
export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Example {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A part of an example: plain text, or text that must be marked. */
type Part = string | { readonly id: string; readonly text: string };

const harvest = 'urn:orchard:harvest:1';
const space = fc.constantFrom(' ', '  ', '\n  ', '\t', '\r\n');
const value = fc.constantFrom('ada@orchard.lit', 'bob@orchard.lit/hut', '', 'a &amp; b', '&lt;', '&#x41;', 'Ünal 😀', '...', 'x > y');

const attribute = (name: string, id?: string): fc.Arbitrary<readonly Part[]> => fc.record({ before: space, quote: fc.constantFrom("'", '"'), value, around: fc.constantFrom('', ' ') }).map(({ before, quote, value: it, around }) => {
  const text = `${name}${around}=${around}${quote}${it}${quote}`;
  return [before, id === undefined ? text : { id, text }];
});

const attributes = fc.subarray(['picker', 'tree', 'ripe', 'stranger']).chain((names) => fc.tuple(...names.map((name) => attribute(name, name === 'picker' ? `${harvest} pick@picker` : undefined)))).map((all) => all.flat());

/** Elements of the harvest, with a prefix or without; `content` is what they hold. */
const element = (name: string, id: string | undefined, content: fc.Arbitrary<readonly Part[]>, own: fc.Arbitrary<readonly Part[]>): fc.Arbitrary<readonly Part[]> => (
  fc.record({ prefix: fc.constantFrom('', 'h:'), own, content, selfClosing: fc.boolean(), ending: fc.constantFrom('', ' ') }).map(({ prefix, own: its, content: inner, selfClosing, ending }): readonly Part[] => {
    const tag = `${prefix}${name}`;
    const declared = prefix === '' ? ` xmlns='${harvest}'` : ` xmlns:h='${harvest}'`;
    const start: readonly Part[] = ['<', id === undefined ? tag : { id, text: tag }, declared, ...its, ending];
    return selfClosing ? [...start, '/>'] : [...start, '>', ...inner, `</${tag}${ending}>`];
  }));

const prose = fc.constantFrom('', ' ', '\n', 'ripe', 'a &amp; b', '<!-- <hut/> -->', '<?shake?>', '😀').map((text): readonly Part[] => [text]);

const field = fc.record({ quote: fc.constantFrom("'", '"'), value }).map(({ quote, value: it }): readonly Part[] => [
  `<x xmlns="jabber:x:data"><field var='FORM_TYPE' type='hidden'><value>urn:orchard:form</value></field><field type='jid-single' var=${quote}`,
  { id: 'jabber:x:data field[urn:orchard:form ladder-owner]', text: 'ladder-owner' }, `${quote}><value>${it}</value></field></x>`,
]);

const { node } = fc.letrec<{ node: readonly Part[]; nodes: readonly Part[] }>((tie) => ({
  node: fc.oneof({ maxDepth: 4, depthSize: 'small' },
    prose, field, element('hut', `${harvest} hut`, prose, fc.constant([])), element('weight', `${harvest} weight`, prose, attribute('unit')),
    element('pick', undefined, tie('nodes'), attributes), tie('nodes')),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((all) => all.flat()),
}));

export const example: fc.Arbitrary<Example> = fc.array(node, { minLength: 1, maxLength: 5 }).map((all) => {
  const marks: Mark[] = [];
  let text = "<iq from='ada@orchard.lit/field'>";
  for (const part of all.flat()) {
    const start = text.length;
    text += typeof part === 'string' ? part : part.text;
    if (typeof part !== 'string') {
      marks.push({ id: part.id, start, end: text.length });
    }
  }
  return { text: `${text}</iq>`, marks };
});
