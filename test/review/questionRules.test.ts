// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { questionRules, questionWords, type QuestionKind } from '../../server/src/review/questionRules.ts';
import type { Carrier } from '../../server/src/review/record.ts';

/** A rake that its user hangs up in the own server's shed, for a moment, because she wants to: hardly anything is to be asked. */
const rake: Carrier = {
  id: 'urn:shed rake', namespace: 'urn:shed', element: 'rake', attribute: null, field: null, category: 'sensor', also: [], own: true, ordered: false, baseline: false, basis: 'curated', sensitivity: 'medium',
  subject: ['user'], recipients: ['own-server'], retention: 'transient', control: 'user-triggered', default: 'opt-in', mitigations: [], rights: [], flags: [], note: '', verdict: { entry: '9001', source: '' }, occurrences: [], ignored: null,
};
type Facts = Partial<Carrier>;

const ruleOf = (kind: QuestionKind): (typeof questionRules)[number] => questionRules.find((rule) => rule.kind === kind) ?? assert.fail(kind);
const isAsked = (kind: QuestionKind, facts: Facts): boolean => ruleOf(kind).about({ ...rake, ...facts });
const question = (kind: QuestionKind, ...carriers: readonly Facts[]): string => ruleOf(kind).text(questionWords(carriers.map((facts) => ({ ...rake, ...facts }))));

const each = <Key extends keyof Carrier>(key: Key, values: readonly Carrier[Key][], others: Facts = {}): Facts[] => values.map((value) => ({ ...others, [key]: value }));
const inCategories = (categories: readonly string[], others: Facts = {}): Facts[] => each('category', categories, others);
const to = (...recipients: readonly string[]): Facts => ({ recipients });
const about = (...subject: readonly string[]): Facts => ({ subject });

const persons = ['contact', 'occupants', 'subscribers', 'public'];
const services = ['third-party-service', 'component-or-gateway'];
const beyond = ['peer-server', ...persons, 'moderators', ...services];
const own = ['own-server', 'other-own-devices'];

/** RFC 6973 section 7 asks these of the data that a protocol moves: of which, and of which not. */
const cases: Readonly<Record<QuestionKind, { readonly asked: readonly Facts[]; readonly silent: readonly Facts[] }>> = {
  'special-category': { asked: [{ flags: ['special-category'] }, { flags: ['covert', 'special-category'] }], silent: [{ flags: [] }, { flags: ['covert', 'fingerprint'] }] },
  purpose: { asked: [{}, { category: 'jid', retention: 'archived' }], silent: [] },
  precision: { asked: [{ category: 'location' }], silent: inCategories(['activity', 'network-address', 'sensor']) },
  observers: { asked: [to(), { basis: 'inferred' }, { basis: 'inferred', ...to('own-server', 'contact') }], silent: [to('own-server'), to('public')] },
  public: {
    asked: [...each('default', ['always', 'opt-out', 'unspecified'], to('own-server', 'public')), { ...to('public'), default: 'always' }],
    silent: [{ ...to('public'), default: 'opt-in' }, ...beyond.filter((one) => one !== 'public').map((one) => ({ ...to('own-server', one), default: 'always' })), { ...to(), default: 'always' }],
  },
  network: {
    asked: [to(), ...[...persons, ...services].map((one) => to('own-server', one))].map((facts) => ({ category: 'network-address', ...facts })),
    silent: [...[...own, 'peer-server', 'moderators'].map((one) => ({ category: 'network-address', ...to(one) })), { category: 'location', ...to('contact') }, { category: 'jid', ...to() }],
  },
  persistence: { asked: [...inCategories(['device-client', 'crypto-identity', 'pseudonym']), { flags: ['fingerprint'] }], silent: [{ flags: ['covert'] }, ...inCategories(['location', 'credentials', 'message-content'])] },
  retention: { asked: [{ retention: 'unspecified' }], silent: each('retention', ['transient', 'session', 'stored', 'archived']) },
  erasure: {
    asked: [...each('retention', ['stored', 'archived']), { retention: 'stored', rights: ['access', 'rectification'] }],
    silent: [...each('retention', ['stored', 'archived'], { rights: ['access', 'erasure'] }), ...each('retention', ['transient', 'session', 'unspecified'])],
  },
  default: {
    asked: [...beyond.map((one) => ({ ...to('own-server', one), default: 'always' })), ...each('default', ['opt-out', 'unspecified'], to('contact'))],
    silent: [...own.map((one) => ({ ...to(one), default: 'always' })), { ...to('contact'), default: 'opt-in' }, { ...to('contact'), default: 'always', category: 'credentials' }],
  },
  automatic: {
    asked: each('control', ['automatic-client', 'automatic-server'], to('own-server', 'contact')),
    silent: [...each('control', ['user-set', 'user-triggered', 'admin'], to('contact')), ...own.map((one) => ({ control: 'automatic-client', ...to(one) })), { control: 'automatic-client', category: 'credentials', ...to('contact') }],
  },
  sharing: {
    asked: [...inCategories(['communication-metadata', 'presence', 'activity', 'location'], to('own-server', 'contact')), ...persons.map((one) => ({ category: 'presence', ...to('own-server', one) }))],
    silent: [...[...own, 'peer-server', 'moderators', ...services].map((one) => ({ category: 'presence', ...to(one) })), ...inCategories(['message-content', 'profile', 'jid'], to('contact'))],
  },
  services: { asked: services.map((one) => to('own-server', one)), silent: [...own, 'peer-server', ...persons, 'moderators'].map((one) => to(one)) },
  'third-parties': {
    asked: [
      ...['contact', 'occupant', 'third-party'].map((one) => about(one)), { category: 'jid', ...about('operator', 'third-party') },
      ...inCategories(['social-graph', 'moderation-record', 'profile', 'contact-details', 'media-file'], about('user', 'contact')),
    ],
    silent: [about('user'), about('operator'), about(), ...inCategories(['jid', 'message-content', 'presence'], about('user', 'contact')), { category: 'credentials', ...about('contact') }, { category: 'social-graph', ...about('user') }],
  },
  judged: { asked: [{ category: 'moderation-record' }], silent: inCategories(['social-graph', 'jid']) },
  secrets: { asked: [{ category: 'credentials' }], silent: inCategories(['crypto-identity', 'jid']) },
  content: {
    asked: [...inCategories(['message-content', 'media-file'], { retention: 'archived' }), { category: 'message-content', retention: 'stored' }, ...services.map((one) => ({ category: 'message-content', ...to('contact', one) }))],
    silent: [...inCategories(['message-content', 'media-file'], to('peer-server', 'contact')), { category: 'jid', retention: 'archived', ...to(...services) }],
  },
  compromise: { asked: each('retention', ['stored', 'archived']), silent: each('retention', ['transient', 'session', 'unspecified']) },
  surveillance: { asked: inCategories(['communication-metadata', 'presence', 'activity', 'location', 'network-address']), silent: inCategories(['message-content', 'profile', 'credentials']) },
  copies: { asked: [{}], silent: [] },
  misuse: { asked: [{}], silent: [] },
};

const kinds = Object.keys(cases) as QuestionKind[];

suite('a rule for questions', () => {
  for (const kind of kinds) {
    test(`on ${kind} asks where the data give cause, and is silent elsewhere`, () => {
      const { asked, silent } = cases[kind];
      assert.deepEqual(asked.filter((facts) => !isAsked(kind, facts)), [], 'must be asked');
      assert.deepEqual(silent.filter((facts) => isAsked(kind, facts)), [], 'must not be asked');
    });
  }

  test('weighs what may harm a person at once above what may be asked of anything', () => {
    const always = questionRules.filter(({ kind }) => cases[kind].silent.length === 0);
    const others = questionRules.filter((rule) => !always.includes(rule));
    assert.ok(Math.max(...always.map(({ weight }) => weight)) < Math.min(...others.map(({ weight }) => weight)));
    assert.equal(questionRules.reduce((one, other) => (other.weight > one.weight ? other : one)).kind, 'special-category');
  });
});

suite('the words of a question', () => {
  const seen: Facts = { ...to('own-server', 'contact', 'third-party-service'), ...about('contact') };
  const hoe: Facts = { ...seen, element: 'hoe' };

  for (const kind of kinds) {
    test(`on ${kind} name the data and ask`, () => {
      assert.match(question(kind, seen), /^(?:[A-Z].*)?<rake\/>.*\?$/);
      assert.match(question(kind, seen, hoe), /^(?:[A-Z].*)?<rake\/> and <hoe\/>.*\?$/);
    });
  }

  for (const [kind, one, two] of [
    ['special-category', /^<rake\/> may tell .*: is it ever sent/, /: are they ever sent/],
    ['purpose', /^What is <rake\/> needed/, /^What are <rake\/> and <hoe\/> needed/],
    ['precision', /^How exact is <rake\/>\? May a user make it coarser/, /^How exact are .* make them coarser/],
    ['persistence', /^Does <rake\/> stay .* When is it renewed\?$/, /^Do <rake\/> and <hoe\/> stay .* When are they renewed\?$/],
    ['erasure', /^<rake\/> stays until somebody removes it:/, /^<rake\/> and <hoe\/> stay until somebody removes them:/],
    ['default', /^Is <rake\/> sent to contacts and third-party services only/, /^Are <rake\/> and <hoe\/> sent/],
    ['automatic', /^<rake\/> reaches contacts and third-party services without .*: how is it switched off, and is it off/, /^<rake\/> and <hoe\/> reach contacts .*: how are they switched off, and are they off/],
    ['third-parties', /^<rake\/> is about contacts too/, /^<rake\/> and <hoe\/> are about contacts too/],
    ['secrets', /^Where does <rake\/> rest/, /^Where do <rake\/> and <hoe\/> rest/],
    ['content', /where it is kept/, /where they are kept/],
    ['misuse', /meant to get it\?$/, /meant to get them\?$/],
  ] as const) {
    test(`on ${kind} agree in number`, () => {
      assert.match(question(kind, seen), one);
      assert.match(question(kind, seen, hoe), two);
    });
  }

  test('name data of one name once, and two at most', () => {
    assert.match(question('purpose', {}, { namespace: 'urn:barn' }), /^What is <rake\/> needed/);
    assert.match(question('purpose', {}, { attribute: 'owner' }, hoe), /^What are <rake\/>, <rake owner\/> and 1 more needed/);
  });

  test('begin with a capital', () => {
    assert.match(question('special-category', { field: { formType: null, var: 'rake' } }), /^Field "rake" may tell/);
  });

  test('name all who receive the data beyond the own server, and speak of backups where nobody does', () => {
    assert.match(question('sharing', to('own-server', 'subscribers'), to('moderators', 'occupants')), /\(room occupants, subscribers and moderators\)/);
    assert.match(question('sharing', to('contact', 'other-own-devices')), /\(contacts\)/);
    assert.match(question('erasure', to('peer-server', 'public')), /copies with other servers and anyone go\?$/);
    assert.match(question('erasure', to('own-server')), /when do backups go\?$/);
    assert.equal(question('observers', to('own-server')), 'Who receives <rake/>: only the own server, contacts, a whole room, anyone?');
    assert.equal(question('observers', to('own-server', 'public')), 'Who receives <rake/> besides anyone, to whom the examples send it?');
  });

  test('name the services that get the data, and no others', () => {
    assert.match(question('services', to('contact', 'component-or-gateway', 'third-party-service')), /^Which third-party services and components or gateways get <rake\/>/);
    assert.match(question('services', to('contact', 'component-or-gateway')), /^Which components or gateways get/);
  });

  test('name those other than the sender whom any of the data are about', () => {
    assert.match(question('third-parties', about('user', 'occupant'), { ...hoe, ...about('third-party') }), /are about room occupants and third parties too/);
    assert.match(question('third-parties', about('contact'), hoe), /are about contacts too/);
  });
});
