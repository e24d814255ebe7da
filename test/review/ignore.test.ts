// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { compileDataset, documentKey, type Ignore } from '../../server/src/dataset/index.ts';
import { applyIgnores, applyOverrides, documentNames, reviewXep, type AppliedIgnores, type Review } from '../../server/src/review/index.ts';
import { documentName } from '../../server/src/review/ignore.ts';

const dataset = compileDataset({
  version: 't', notes: {},
  categories: [{ id: 'jid', label: 'Account address', short: 'JID', definition: '', dpv: [], sensitivity: 'low', articles: [], weight: 2, terms: [] }],
  entries: [
    {
      xep: '9001', title: 'Lists', reviewed: { version: '1.0', date: '2026-11-23' }, kind: 'protocol', relevance: { level: 'medium', codes: ['M3'], reason: 'Lists people.' },
      namespaces: ['urn:test:list:0'], formTypes: ['urn:test:form:0'], containers: [{ in: 'urn:test:list:0', match: ['list'] }], controls: [], notPersonal: [],
      carriers: [
        { in: 'urn:test:list:0', match: ['item@jid', 'owner'], category: 'jid', note: 'Names somebody.', source: 'Use' },
        { form: 'urn:test:form:0', match: ['who'], category: 'jid', note: 'Names somebody.', source: 'Use' },
        { form: null, match: ['loose'], category: 'jid', note: 'Names somebody.', source: 'Use' },
      ],
    },
  ],
});

const form = (type: string, name: string): string => `<x xmlns='jabber:x:data'>${type === '' ? '' : `<field var='FORM_TYPE'><value>${type}</value></field>`}<field var='${name}'><value>a</value></field></x>`;

function review(number: string, path: string, namespace = 'urn:test:list:0', title = 'Lists'): Review {
  const examples = `<list xmlns='${namespace}'><owner>ada@example.org</owner><item jid='ada@example.org'/></list>${form('urn:test:form:3', 'who')}${form('', 'loose')}`;
  return reviewXep(path, `<xep><header><title>${title}</title><number>${number}</number><status>Experimental</status><type>Standards Track</type><revision><version>1.0</version></revision></header><section1 topic='Use'><example><![CDATA[${examples}]]></example></section1></xep>`, dataset);
}

const numbered = review('9001', 'xep-9001.xml');
const apply = (ignore: Partial<Ignore>, to: Review = numbered, documents: readonly string[] = []): AppliedIgnores =>
  applyIgnores(to, [{ document: 'xep-9001', reason: 'Known.', ...ignore }], '2026-11-23', new Set(documents.map(documentKey)));
const marked = ({ review: { carriers } }: AppliedIgnores): string[] => carriers.filter((carrier) => carrier.ignored !== null).map((carrier) => carrier.id);

suite('ignoring findings', () => {
  test('marks the carrier with the reason, keeps it in the data, and leaves the level alone', () => {
    const applied = apply({ carrier: 'urn:test:list:0 item@jid' });
    assert.deepEqual(marked(applied), ['urn:test:list:0 item@jid']);
    assert.equal(applied.review.carriers.find((carrier) => carrier.attribute === 'jid')?.ignored, 'Known.');
    assert.deepEqual([applied.review.carriers.length, applied.review.relevance, applied.unused, applied.expired], [numbered.carriers.length, numbered.relevance, [], []]);
  });

  for (const [how, carrier] of [
    ['a later version of the namespace', 'urn:test:list:7 item@jid'], ['a form field under a later version of its form type', 'jabber:x:data field[urn:test:form:1 who]'], ['a form field without a form type', 'jabber:x:data field[loose]'],
  ] as const) {
    test(`finds the carrier by ${how}`, () => {
      assert.equal(marked(apply({ carrier })).length, 1);
    });
  }

  for (const document of ['xep-9001', 'XEP-9001', 'xep-9001.xml', '*']) {
    test(`knows the document as ${document}`, () => {
      assert.equal(marked(apply({ document, carrier: 'urn:test:list:0 owner' })).length, 1);
    });
  }

  test('moves problems with the code to the ignored ones', () => {
    const applied = apply({ code: 'considerations/privacy-missing' });
    assert.ok(numbered.problems.some((problem) => problem.code === 'considerations/privacy-missing'));
    assert.ok(!applied.review.problems.some((problem) => problem.code === 'considerations/privacy-missing'));
    assert.deepEqual(applied.review.ignored.map(({ code, reason }) => `${code}: ${reason}`), ['considerations/privacy-missing: Known.']);
    assert.equal(applied.review.problems.length, numbered.problems.length - 1);
  });

  test('marks every carrier of a category that is ignored by code', () => {
    assert.deepEqual(marked(apply({ code: 'carrier/jid' })), numbered.carriers.filter((carrier) => carrier.category === 'jid').map((carrier) => carrier.id));
  });

  test('follows the namespace when a ProtoXEP has become a numbered XEP', () => {
    const old = { document: 'my-lists', carrier: 'urn:test:list:0 item@jid' };
    assert.equal(marked(apply(old)).length, 1);
    assert.equal(marked(apply(old, numbered, ['xep-9001', 'my-lists'])).length, 0, 'the old document is still there');
    assert.equal(marked(apply({ ...old, document: 'somebody-elses' }, review('9002', 'xep-9002.xml', 'urn:test:list:0', 'Other'))).length, 0, 'the namespace is only borrowed');
    assert.equal(marked(apply({ document: 'my-lists', carrier: 'jabber:x:data field[loose]' })).length, 0, 'a loose field belongs to nobody');
    assert.equal(apply({ document: 'my-lists', code: 'carrier/jid' }).unused.length, 1, 'a code has no namespace');
  });

  test('holds until the end of its last day', () => {
    const carrier = 'urn:test:list:0 owner';
    assert.equal(marked(apply({ carrier, until: '2026-11-23' })).length, 1);
    const over = apply({ carrier, until: '2026-11-22' });
    assert.deepEqual([marked(over), over.expired.length, over.unused], [[], 1, []]);
  });

  test('reports what meets nothing', () => {
    assert.equal(apply({ carrier: 'urn:test:list:0 gone' }).unused.length, 1);
    assert.equal(apply({ code: 'example/real-address' }).unused.length, 1);
    assert.equal(apply({ document: 'xep-9002', carrier: 'urn:test:list:0 owner' }, numbered, ['xep-9001', 'xep-9002']).unused.length, 1);
  });

  test('takes the first of several reasons, and uses all that meet', () => {
    const [one, other] = [{ document: 'xep-9001', carrier: 'urn:test:list:0 owner', reason: 'One.' }, { document: '*', code: 'carrier/jid', reason: 'Other.' }];
    for (const [ignores, reason] of [[[one, other], 'One.'], [[other, one], 'Other.']] as const) {
      const applied = applyIgnores(numbered, ignores, '2026-11-23');
      assert.deepEqual([applied.review.carriers.find(({ element }) => element === 'owner')?.ignored, applied.unused], [reason, []]);
    }
    const codes = ['One.', 'Other.'].map((reason) => ({ document: 'xep-9001', code: 'considerations/privacy-missing', reason }));
    const applied = applyIgnores(numbered, codes, '2026-11-23');
    assert.deepEqual([applied.review.ignored.map(({ reason }) => reason), applied.unused], [['One.'], []]);
  });

  test('keeps what was ignored before', () => {
    const first = apply({ code: 'considerations/privacy-missing' }).review;
    const again = apply({ code: 'considerations/uncovered', reason: 'Again.' }, first).review;
    assert.deepEqual(again.ignored.map(({ code }) => code), ['considerations/privacy-missing', ...numbered.problems.filter(({ code }) => code === 'considerations/uncovered').map(({ code }) => code)]);
  });

  test('has no effect on findings of a document that it does not name', () => {
    const applied = apply({ document: 'my-lists', code: 'considerations/privacy-missing' });
    assert.deepEqual([applied.review.problems.length, applied.unused.length, applied.review.ignored], [numbered.problems.length, 1, []]);
    assert.equal(marked(apply({ document: 'xep-9001', carrier: 'urn:test:list:0 owner' }, review('9002', 'xep-9002.xml', 'urn:test:list:0', 'Other'))).length, 0);
  });

  test('tells what is over from what is unused', () => {
    const ignores = [{ document: 'xep-9001', carrier: 'urn:test:list:0 gone', reason: 'r' }, { document: 'xep-9001', carrier: 'urn:test:list:0 owner', reason: 'r', until: '2026-01-01' }, { document: 'xep-9002', code: 'carrier/jid', reason: 'r' }];
    for (const some of [ignores, ignores.slice(1)]) {
      const applied = applyIgnores(numbered, some, '2026-11-23', new Set(['xep-9002']));
      assert.deepEqual([applied.unused, applied.expired], [some.filter(({ until }) => until === undefined), [ignores[1]]]);
    }
  });

  test('leaves a review alone that no ignore is about', () => {
    assert.equal(applyIgnores(numbered, [{ document: 'xep-9002', code: 'carrier/jid', reason: 'r' }], '2026-11-23', new Set(['xep-9002'])).review, numbered);
  });
});

suite('the names of a document', () => {
  test('are its number and its file, on any system', () => {
    for (const [number, path, names, name] of [
      ['9001', 'xep-9001.xml', ['xep-9001'], 'xep-9001'], ['9001', 'drafts/Lists.XML', ['lists', 'xep-9001'], 'xep-9001'], ['xxxx', 'inbox/my-lists.xml', ['my-lists'], 'my-lists'], ['xxxx', 'inbox\\my-lists.XML', ['my-lists'], 'my-lists'],
      ['', 'lists.xml.xml', ['lists.xml'], 'lists.xml'], ['90011', 'a.xml', ['a'], 'a'], ['x9001', 'a.xml', ['a'], 'a'],
    ] as const) {
      assert.deepEqual([[...documentNames({ number, path })].sort(), documentName({ number, path })], [names, name], path);
    }
  });
});

suite('overriding a level', () => {
  test('takes the first that names the document', () => {
    const [other, one, all] = [{ document: 'xep-9002', level: 'none', reason: 'No.' }, { document: ' * ', level: 'low', reason: 'All.' }, { document: 'xep-9001', level: 'high', reason: 'One.' }] as const;
    assert.deepEqual([applyOverrides(numbered, [other, one, all]).relevance.reason, applyOverrides(numbered, [other, all, one]).relevance.reason], ['All.', 'One.']);
  });

  test('sets level and reason, and says so', () => {
    const { relevance } = applyOverrides(numbered, [{ document: 'xep-9001', level: 'low', reason: 'Used among machines.' }]);
    assert.deepEqual(relevance, { level: 'low', codes: [], reason: 'Used among machines.', basis: 'curated', tags: ['override'] });
  });

  test('keeps the codes where the level is the same, and other documents as they are', () => {
    assert.deepEqual(applyOverrides(numbered, [{ document: '*', level: 'medium', reason: 'Agreed.' }]).relevance.codes, ['M3']);
    assert.equal(applyOverrides(numbered, [{ document: 'xep-9002', level: 'low', reason: 'No.' }]), numbered);
  });
});
