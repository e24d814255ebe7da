// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { ReviewSummary } from '../../server/src/lsp/protocol.ts';
import { nodeItem } from '../../client/src/tree/nodeItem.ts';
import { childNodes, rootNodes, type TreeNode } from '../../client/src/tree/nodes.ts';
import { groupings, type Grouping } from '../../client/src/tree/shown.ts';
import { levels, levelIcons } from '../../client/src/tree/words.ts';
import { carrier, onLine, review } from './summaries.ts';

const jid = { category: 'jid', categoryLabel: 'Account address' };
const teapots = review('0300', {
  title: 'Teapots', level: 'high', missing: ['jid'],
  carriers: [
    carrier('foreign', { own: false }), carrier('pot@owner', { ...jid, ranges: [onLine(4, 2, 9), onLine(8, 2, 9)] }), carrier('steam'),
    carrier('iq@to', { own: false, baseline: true }),
  ],
});
const spoons = review('0100', { title: 'Spoons', level: 'none', privacy: 'present', carriers: [] });
const saucers = review('0101', { title: 'Saucers', level: 'high', kind: 'process', carriers: [carrier('saucer', jid)] });

/** One indented line per node: label and description. */
function outline(nodes: readonly TreeNode[], depth: number, indent = ''): string[] {
  return nodes.flatMap((node) => {
    const { label, description } = nodeItem(node);
    return [`${indent}${label} [${description}]`, ...depth > 1 ? outline(childNodes(node), depth - 1, `${indent}  `) : []];
  });
}

function tree(grouping: Grouping, depth: number, ...reviews: readonly ReviewSummary[]): string[] {
  return outline(rootNodes(reviews.map((it) => ({ review: it, carriers: it.carriers })), grouping), depth);
}

function everyNode(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(childNodes(node))]);
}

suite('the relevance tree', () => {
  test('a document holds what its considerations lack, its own carriers, others and addressing', () => {
    assert.deepEqual(tree('document', 3, teapots), [
      'XEP-0300 Teapots [high · 2]',
      '  No Privacy Considerations [not mentioned: Account address]',
      '  pot@owner [Account address · 2×]',
      '    Line 5 [column 3]',
      '    Line 9 [column 3]',
      '  steam [Behaviour and interests]',
      '  foreign [Behaviour and interests · defined elsewhere]',
      '  Stanza addressing [1]',
      '    iq@to [Behaviour and interests · addressing]',
    ]);
  });

  test('an ignored carrier comes after the others and says so', () => {
    const ignoring = review('0001', { privacy: 'present', carriers: [carrier('kettle', { ignored: 'A service.' }), carrier('pot'), carrier('cup', { own: false })] });
    assert.deepEqual(tree('document', 2, ignoring).slice(1), ['  pot [Behaviour and interests]', '  cup [Behaviour and interests · defined elsewhere]', '  kettle [Behaviour and interests · ignored]']);
  });

  test('levels come in their order, and none without documents', () => {
    assert.deepEqual(tree('level', 2, spoons, teapots), ['High [1]', '  XEP-0300 Teapots [2]', 'None [1]', '  XEP-0100 Spoons []']);
  });

  test('a category shows the documents that define a carrier of it, with these carriers only', () => {
    assert.deepEqual(tree('category', 3, teapots, saucers, spoons), [
      'Account address [2]',
      '  XEP-0300 Teapots [high · 1]',
      '    No Privacy Considerations [not mentioned: Account address]',
      '    pot@owner [Account address · 2×]',
      '  XEP-0101 Saucers [high · 1]',
      '    saucer [Account address]',
      'Behaviour and interests [1]',
      '  XEP-0300 Teapots [high · 1]',
      '    No Privacy Considerations [not mentioned: Account address]',
      '    steam [Behaviour and interests]',
      'Defines no carrier [1]',
      '  XEP-0100 Spoons [none]',
    ]);
  });

  test('considerations group by what they lack, and ask nothing of documents that define no protocol', () => {
    const states = ['absent', 'placeholder', 'denial', 'present'].map((privacy, index) => review(`000${index}`, { privacy }));
    const incomplete = review('0005', { privacy: 'present', missing: ['Location'] });
    assert.deepEqual(tree('considerations', 1, ...states, incomplete, saucers), [
      'No Privacy Considerations [1]', 'Privacy section is a placeholder [1]', 'Privacy section says “none” [1]',
      'Privacy section is incomplete [1]', 'Privacy section is complete [1]', 'Defines no protocol [1]',
    ]);
  });

  for (const grouping of groupings) {
    test(`every node by ${grouping} has an id of its own, a spoken label, and is the parent of its children`, () => {
      const nodes = everyNode(rootNodes([teapots, saucers, spoons].map((it) => ({ review: it, carriers: it.carriers })), grouping));
      assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
      for (const node of nodes) {
        assert.ok(nodeItem(node).spoken.length >= nodeItem(node).label.length, node.id);
        assert.ok(childNodes(node).every(({ parent }) => parent === node), node.id);
        assert.equal(nodeItem(node).expandable, childNodes(node).length > 0, node.id);
      }
    });
  }
});

suite('a node of the relevance tree', () => {
  test('a document opens, and says its level by word and icon', () => {
    const [node] = rootNodes([{ review: teapots, carriers: teapots.carriers }], 'document');
    assert.ok(node);
    const { icon, description, spoken, target } = nodeItem(node);
    assert.deepEqual({ icon, description, target }, { icon: 'warning', description: 'high · 2', target: { uri: 'file:///xeps/xep-0300.xml', range: null } });
    assert.equal(spoken, 'XEP-0300 Teapots, relevance high, 2 own carriers, Experimental Standards Track, No Privacy Considerations');
  });

  test('a stale or inferred verdict says so', () => {
    const [node] = rootNodes([{ review: review('0001', { basis: 'stale' }), carriers: [] }], 'document');
    assert.ok(node);
    assert.equal(nodeItem(node).description, 'medium · stale');
    assert.match(nodeItem(node).spoken, /stale: newer than its entry/);
  });

  test('a carrier opens at its first occurrence, an occurrence at its own', () => {
    const carriers = everyNode(rootNodes([{ review: teapots, carriers: teapots.carriers }], 'document')).filter((node) => 'carrier' in node && node.carrier.label === 'pot@owner');
    assert.deepEqual(carriers.map((node) => nodeItem(node).target?.range?.start.line), [4, 4, 8]);
  });

  test('carriers of the same name tell their namespaces', () => {
    const carriers = ['http://jabber.org/protocol/muc#user', 'http://jabber.org/protocol/muc#admin', 'urn:xmpp:mam:2'].map((namespace, index) => carrier(index < 2 ? 'item@nick' : 'with', { id: `${namespace} item@nick` }));
    const shown = everyNode(rootNodes([{ review: review('0045', { carriers, privacy: 'present' }), carriers }], 'document')).filter(({ kind }) => kind === 'carrier');
    assert.deepEqual(shown.map((node) => nodeItem(node).description.split(' · ')[0]), ['muc#user', 'muc#admin', 'Behaviour and interests']);
  });

  test('a section that lacks something says first what', () => {
    const lacking = review('0045', { privacy: 'present', missing: ['activity'], carriers: [carrier('steam')] });
    const [node] = everyNode(rootNodes([{ review: lacking, carriers: lacking.carriers }], 'document')).filter(({ kind }) => kind === 'considerations');
    assert.ok(node);
    assert.deepEqual([nodeItem(node).label, nodeItem(node).tooltip], ['Not mentioned: Behaviour and interests', 'Privacy section is incomplete\nnot mentioned: Behaviour and interests']);
  });

  test('levels differ by icon, not by colour alone', () => {
    assert.equal(new Set(Object.values(levelIcons)).size, levels.length);
  });
});
