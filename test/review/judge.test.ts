// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, type Entry } from '../../server/src/dataset/index.ts';
import { gather } from '../../server/src/review/gather.ts';
import { judgeFor, type Judge } from '../../server/src/review/judge.ts';
import { usedNamespaces } from '../../server/src/review/usedNamespaces.ts';
import { passingFragments, readXep } from '../../server/src/xep/index.ts';
import { walkElements } from '../../server/src/xml/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const blank = { reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol' as const, relevance: { level: 'low' as const, codes: ['L5'], reason: 'Names people.' }, formTypes: [], controls: [], notPersonal: [], containers: [] };
const carrier = (namespace: string, ...match: string[]): Entry['carriers'][number] => ({ in: namespace, match, category: 'jid', note: 'Names somebody.', source: 'Kitchen' });
const field = (form: string | null, ...match: string[]): Entry['carriers'][number] => ({ form, match, category: 'jid', note: 'Names somebody.', source: 'Kitchen' });
const kitchen: Entry = {
  ...blank, xep: '9001', title: 'Kitchen', namespaces: ['urn:kitchen:0', 'urn:kitchen:0#pot'], formTypes: ['urn:kitchen:guests', 'urn:kitchen:cooks'],
  carriers: [carrier('urn:kitchen:0', 'cook', 'body', 'spoon'), carrier('urn:kitchen:0#pot', 'spoon'), field('urn:kitchen:guests', 'guest'), field('urn:kitchen:cooks', 'chef'), field(null, 'My Label')],
  containers: [{ in: 'urn:kitchen:0', match: ['stove', 'shelf', 'oven'] }],
};
const pantry: Entry = { ...blank, xep: '9002', title: 'Pantry', namespaces: ['urn:pantry:0'], formTypes: ['urn:pantry:jars'], carriers: [carrier('urn:pantry:0', 'jar'), field('urn:pantry:jars', 'owner')], containers: [{ in: 'urn:pantry:0', match: ['shelf', 'rack'] }] };
const stanzas: Entry = { ...blank, title: 'Stanzas', namespaces: ['jabber:client'], carriers: [carrier('jabber:client', 'body')] };
const dataset = compileDataset({ version: 'test', notes: {}, entries: [stanzas, kitchen, pantry], categories: [] });

interface Told {
  readonly judge: Judge;
  /** Elements of all examples as `{namespace}name`, `*` behind those that are judged. */
  readonly elements: readonly string[];
}

function tell(number: string, ...examples: readonly string[]): Told {
  const document = readXep(xepSource({ number, title: `Document ${number}`, version: '1.0', body: examples.map(exampleSection).join('') }));
  const fragments = passingFragments();
  const judge = judgeFor(gather(document, dataset, fragments).own, usedNamespaces(document, fragments), dataset);
  const elements: string[] = [];
  for (const { content } of document.blocks) {
    walkElements(fragments.get(content.text).nodes, (element) => {
      const { namespace, verdicts } = judge.element(element);
      elements.push(`{${namespace}}${element.localName}${verdicts.length > 0 ? '*' : ''}`);
    });
  }
  return { judge, elements };
}

suite('where an element is judged', () => {
  for (const [what, examples, expected] of [
    ['in its own namespace, also where the document has the name itself', ["<message><body>Hi</body></message>"], ['{jabber:client}message', '{jabber:client}body*']],
    ['in its own namespace, also inside one that has the name', ["<stove xmlns='urn:kitchen:0'><cook xmlns='urn:barn:0'/></stove>"], ['{urn:kitchen:0}stove*', '{urn:barn:0}cook']],
    ['in that of the document where it inherits one that lacks the name', ["<rack xmlns='urn:pantry:0'><cook/></rack>"], ['{urn:pantry:0}rack*', '{urn:kitchen:0}cook*']],
    ['in that of an element around where several of the document have the name', ["<rack xmlns='urn:pantry:0'><stove><spoon/><fork/></stove></rack>"], ['{urn:pantry:0}rack*', '{urn:kitchen:0}stove*', '{urn:kitchen:0}spoon*', '{urn:pantry:0}fork']],
    ['nowhere else where the element around belongs where it is', ["<rack xmlns='urn:pantry:0'><shelf><spoon/></shelf></rack>"], ['{urn:pantry:0}rack*', '{urn:pantry:0}shelf*', '{urn:pantry:0}spoon']],
    ['in what another example declares its prefix to be', ["<k:oven xmlns:k='urn:kitchen:0'/>", '<k:cook/>'], ['{urn:kitchen:0}oven*', '{urn:kitchen:0}cook*']],
    ['in what its prefix is declared to be here, whatever another example declares', ["<k:oven xmlns:k='urn:kitchen:0'/>", "<k:cook xmlns:k='urn:barn:0'/>"], ['{urn:kitchen:0}oven*', '{urn:barn:0}cook']],
    ['in what its prefix usually means, where the document declares it for what others define', ["<db:jar xmlns:db='urn:pantry:0'/>", '<db:result/>'], ['{urn:pantry:0}jar*', '{jabber:server:dialback}result']],
    ['in what its prefix usually means, where nobody knows what the document declares it for', ["<db:jar xmlns:db='urn:barn:0'/>", '<db:result/>'], ['{urn:barn:0}jar', '{jabber:server:dialback}result']],
    ['in what the document defines under a prefix that usually means something else', ["<db:oven xmlns:db='urn:kitchen:0'/>", '<db:cook/>'], ['{urn:kitchen:0}oven*', '{urn:kitchen:0}cook*']],
  ] as const) {
    test(`is ${what}`, () => assert.deepEqual(tell('9001', ...examples).elements, expected));
  }
});

suite('where a field is judged', () => {
  const verdicts = (formType: string | null, name: string, number = '9001'): number => tell(number).judge.field({ formType, var: name }).length;

  test('is its form type, all versions of it, else the fields of the document that have none', () => {
    assert.deepEqual([verdicts('urn:kitchen:guests', 'guest'), verdicts('urn:kitchen:guests', 'chef'), verdicts('urn:kitchen:guests', 'My Label'), verdicts('urn:barn:0', 'My Label'), verdicts(null, 'My Label')], [1, 0, 1, 1, 1]);
  });

  test('is any form type of the document where the form has none, and no other', () => {
    assert.deepEqual(['guest', 'chef', 'owner', 'unheard-of'].map((name) => verdicts(null, name)), [1, 1, 0, 0]);
    assert.deepEqual(['guest', 'My Label'].map((name) => verdicts(null, name, '9002')), [0, 0]);
    assert.deepEqual(['guest', 'My Label'].map((name) => verdicts(null, name, '9003')), [0, 0]);
  });

  test('is the form type of the document that names it, or the only one, where it stands alone', () => {
    const formOf = (number: string, name: string): string | null => tell(number).judge.formOf(name);
    assert.deepEqual([formOf('9001', 'guest'), formOf('9001', 'chef'), formOf('9001', 'unheard-of'), formOf('9002', 'unheard-of'), formOf('9003', 'guest')], ['urn:kitchen:guests', 'urn:kitchen:cooks', null, 'urn:pantry:jars', null]);
  });
});

suite('what is left to inference', () => {
  test('are namespaces that nobody knows and those of the document, but never stanzas and languages that describe XML', () => {
    const { judge } = tell('9001');
    assert.deepEqual(['urn:kitchen:0', 'urn:kitchen:7', 'urn:barn:0', 'urn:pantry:0', '', 'jabber:client', 'http://www.w3.org/2001/XMLSchema', 'http://www.w3.org/1999/XSL/Transform'].filter(judge.isOpen), ['urn:kitchen:0', 'urn:kitchen:7', 'urn:barn:0']);
    const unknown = judgeFor(judge.own, { prefixes: new Map(), namespaces: new Set(), lost: new Map() }, compileDataset({ version: 'test', notes: {}, entries: [], categories: [] }));
    assert.deepEqual(['', 'jabber:client', 'urn:pantry:0'].filter(unknown.isOpen), ['urn:pantry:0']);
  });

  test('are forms of the document, forms without a type, and forms that nobody defines', () => {
    assert.deepEqual(['urn:kitchen:guests', null, 'urn:barn:form', 'urn:pantry:jars'].filter(tell('9001').judge.isOpenForm), ['urn:kitchen:guests', null, 'urn:barn:form']);
    assert.deepEqual(['urn:kitchen:guests', null, 'urn:barn:form'].filter(tell('9003').judge.isOpenForm), [null, 'urn:barn:form']);
  });
});
