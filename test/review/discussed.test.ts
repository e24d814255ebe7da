// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { discussed, mentions, speakerOf } from '../../server/src/review/discussed.ts';
import { gradeOf } from '../../server/src/review/grade.ts';
import { reviewXep, type Carrier, type Problem, type Review } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const dataset = bundledDataset();
const phone = { element: 'phone', attribute: null, field: null, alone: true };

function speaks(prose: string, category: string): boolean {
  return mentions(prose, dataset.categories.get(category) ?? assert.fail(category), []);
}

/** A document that blocks people and tells where they are, with these sections. */
function review(sections: string): Review {
  const body = exampleSection("<iq type='set' id='b1'><spot xmlns='http://jabber.org/protocol/geoloc'/><geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>1</lat></geoloc></iq>");
  return reviewXep('xep-0080.xml', xepSource({ number: '0080', status: 'Experimental', body: `${body}${sections}` }), dataset);
}
const privacyOf = (paragraphs: string): string => `<section1 topic='Privacy Considerations' anchor='privacy'>${paragraphs}</section1>`;
const messages = ({ problems }: Review, code: Problem['code']): string[] => problems.filter((problem) => problem.code === code).map(({ message }) => message);

suite('what considerations discuss', () => {
  for (const [category, prose] of [
    ['location', 'Anyone who stalks the cook learns her geographical coordinates.'], ['social-graph', 'The roster tells who cooks for whom.'], ['network-address', 'The kettle shows the client\'s IPs.'],
    ['moderation-record', 'A banned cook is named.'], ['credentials', 'Passphrases travel in the clear.'], ['communication-metadata', 'The sender learns that the note has been read.'], ['contact-details', 'E-mail addresses of cooks are shown.'],
  ] as const) {
    test(`${category}: "${prose}"`, () => assert.ok(speaks(prose, category)));
  }

  for (const [category, prose] of [
    ['moderation-record', 'Mind the bandwidth of the kettle.'], ['media-file', 'A profile of the kettle.'], ['sensor', 'Nothing is boiled.'], ['presence', 'The mere presence of a kettle.'], ['social-graph', 'Remember the following kettles.'],
    ['credentials', 'Keep secret what you cook.'], ['financial', 'Pay attention to the kettle.'], ['location', 'A cook is in a position to boil.'],
  ] as const) {
    test(`not ${category}: "${prose}"`, () => assert.ok(!speaks(prose, category)));
  }

  test('a name in quotes or in a tag counts, an ordinary word does not', () => {
    const category = dataset.categories.get('sensor') ?? assert.fail();
    const named = (prose: string, element: string): boolean => mentions(prose, category, [{ ...phone, element }]);
    assert.ok(named('The <item/> is shown to all.', 'item'));
    assert.ok(named("The 'item' element is shown to all.", 'item'));
    assert.ok(!named('Every item is shown to all.', 'item'));
    assert.ok(named('The tea pot is shown to all.', 'tea-pot'));
    assert.ok(named('The samovar is shown to all.', 'samovar'));
  });

  test('a pointer to the considerations of a XEP that carries the same counts, any other mention of a XEP does not', () => {
    const security = (text: string): string => `<section1 topic='Security Considerations' anchor='security'><p>${text}</p></section1>`;
    assert.deepEqual(review(security('The considerations of &xep0255; apply here, and cooks need to read all of them first.')).considerations.security.covers, ['location']);
    assert.deepEqual(review(security('A cook who uses &xep0255; in the kitchen needs to be careful with the kettle at all times.')).considerations.security.covers, []);
  });

  test('a section about privacy that stands elsewhere counts, one about privacy lists does not', () => {
    const elsewhere = (topic: string): readonly string[] => review(`<section1 topic='Use Cases' anchor='use'><section2 topic='${topic}' anchor='x'><p>Strangers learn the whereabouts of cooks.</p></section2></section1>`).considerations.privacy.covers;
    assert.deepEqual(elsewhere('Data Privacy'), ['location']);
    assert.deepEqual(elsewhere('Editing a Privacy List'), []);
    assert.equal(review(`<section1 topic='Use Cases' anchor='use'><section2 topic='Data Privacy' anchor='x'><p>Strangers learn the whereabouts of cooks.</p></section2></section1>`).considerations.privacy.state, 'absent');
  });
});

suite('the words by which considerations speak of a category', () => {
  const sensor = dataset.categories.get('sensor') ?? assert.fail();
  const brewing = { ...sensor, phrases: ['whistl*', 'tea', 'hot water', 'glass'], unless: ['tea time'] };
  for (const [prose, spoken] of [
    ['The whistling is heard.', true], ['A whistle.', true], ['Distant bewhistled kettles.', false], ['Two teas.', true], ['A teapot.', false], ['A team, then tea.', true], ['Hot, water.', true], ['Hot waters.', true], ['Hot watercolours.', false], ['hot', false],
    ['Glasses.', true], ['A glassesful.', false], ['It is tea time.', false], ['It is tea time and tea.', true], ['', false],
  ] as const) {
    test(`${spoken ? '' : 'not '}"${prose}"`, () => assert.equal(mentions(prose, brewing, []), spoken));
  }

  test('are the terms of the category where it has no phrases', () => {
    const { phrases: _phrases, ...plain } = sensor;
    assert.ok(mentions('The teapots are shown.', { ...plain, terms: ['tea pot', 'Teapot'] }, []));
    assert.ok(!mentions('The pots are shown.', { ...plain, terms: ['tea pot', 'Teapot'] }, []));
  });

  const named = (prose: string, name: Partial<Pick<Carrier, 'element' | 'attribute' | 'field'>> & { readonly alone?: boolean }): boolean => mentions(prose, { ...sensor, phrases: [] }, [{ ...phone, ...name }]);

  test('are names in tags with and without a prefix, and in quotes of any kind', () => {
    for (const prose of ['<k:item/>', '</item>', '"item"', "'ITEM'", '\u2018item\u2019', '\u201citem\u201d']) {
      assert.ok(named(`The ${prose} is shown.`, { element: 'item' }), prose);
    }
    assert.ok(!named('The <k:item/> is shown.', { element: 'k' }));
  });

  test('are names in the plural, wherever they stand, but no longer words', () => {
    assert.deepEqual(['Samovars.', 'Samovarish samovars.', 'Boxes.', 'Samovarish.', 'A boxer.'].map((prose) => named(prose, { element: prose.includes('ox') ? 'box' : 'samovar' })), [true, true, true, false, false]);
  });

  test('are no words that every protocol has, and none of two letters', () => {
    const words = ['address', 'content', 'error', 'group', 'item', 'join', 'link', 'moved', 'owner', 'password', 'reason', 'resource', 'service', 'status', 'token', 'user', 'version', 'who', 'ip', 'x'];
    assert.deepEqual(words.filter((word) => named(`The ${word} is shown.`, { element: word })), []);
    assert.deepEqual(words.filter((word) => !named(`The '${word}' is shown.`, { element: word })), []);
  });

  test('are the attribute or field, and the element only where it stands for nothing else', () => {
    const both = { element: 'kettle', attribute: 'whistler' };
    assert.deepEqual(['The whistler is shown.', 'The kettle is shown.'].map((prose) => named(prose, both)), [true, true]);
    assert.deepEqual(['The whistler is shown.', 'The kettle is shown.'].map((prose) => named(prose, { ...both, alone: false })), [true, false]);
    assert.deepEqual(['The whistler is shown.', 'The kettle is shown.'].map((prose) => named(prose, { element: 'kettle', field: { formType: null, var: 'whistler' } })), [true, false]);
  });
});

suite('what is discussed of what a document brings', () => {
  const text = xepSource({ number: '0080', body: exampleSection("<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>1</lat></geoloc>") });
  const [lat = assert.fail('no carrier')] = reviewXep('xep-0080.xml', text, dataset).carriers.filter(({ element }) => element === 'lat');
  const says = (discussion: string): Parameters<typeof discussed>[0] => ({ state: 'present', grade: 2, discussion, open: [], span: null, head: null });
  const missing = (prose: string, ...carriers: readonly Partial<Carrier>[]): readonly string[] => discussed(says(''), says(prose), carriers.map((changes) => ({ ...lat, ...changes })), dataset).missing;

  test('leaves out what others define, and addressing', () => {
    assert.deepEqual([missing('', {}), missing('', { own: false }), missing('', { baseline: true }), missing('', { own: false, baseline: true })], [['location'], [], [], []]);
  });

  test('leaves out categories of no weight, and those that nobody knows', () => {
    const light = [...dataset.categories.values()].find(({ weight }) => weight <= 1) ?? assert.fail('none is light');
    assert.deepEqual(missing('', { category: light.id }, { category: 'unheard-of' }), []);
  });

  test('tells by an element of which all that it carries is of one category', () => {
    const [one, other] = [{ element: 'kettle', attribute: 'whistler' }, { element: 'kettle', attribute: 'boiler' }];
    assert.deepEqual(missing('The kettle is shown.', one, other), []);
    assert.deepEqual(missing('The kettle is shown.', one, { ...other, category: 'profile' }), ['location', 'profile']);
    assert.deepEqual(missing('The kettle is shown.', one, { ...other, category: 'profile' }, one), ['location', 'profile']);
    assert.deepEqual(missing('The boiler is shown.', one, { ...other, category: 'profile' }), ['location']);
    assert.deepEqual(missing('The whistler is shown.', one, other), []);
  });

  test('counts a pointer to the considerations of a XEP that brings the same', () => {
    for (const prose of ['The considerations of XEP-0255 apply.', 'Mind one consideration of XEP-0255.', 'See XEP-0255.', 'Please see also XEP-0255.', 'See XEP-0004. See XEP-0255.']) {
      assert.deepEqual(missing(prose, {}), [], prose);
    }
  });

  test('does not count one to a XEP that brings something else, is unknown, or stands in another sentence', () => {
    for (const prose of ['The considerations of XEP-0085 apply.', 'The considerations of XEP-9999 apply.', 'The considerations of others apply. XEP-0255 is used.', 'The considerations of RFC 6120 apply! XEP-0255 is used.', 'Cooks oversee XEP-0255.', 'Kettles use XEP-0255.']) {
      assert.deepEqual(missing(prose, {}), ['location'], prose);
    }
  });

  test('tells of a single sentence what it speaks of', () => {
    const category = dataset.categories.get('location') ?? assert.fail();
    const speaks = speakerOf(category, [{ ...lat, element: 'kettle', attribute: 'boiler' }], dataset);
    assert.deepEqual(['The whereabouts of cooks.', 'The boiler is shown.', 'The kettle is shown.', "The 'boiler' is shown.", 'See XEP-0255.', 'See XEP-0085.', 'Nothing.'].map(speaks), [true, true, false, true, true, false, false]);
  });
});

suite('open points in considerations', () => {
  const open = "<p>The whereabouts of cooks in &lt;lat/&gt; reach strangers. TODO: say how long they keep them.</p>";

  test('are found one by one, and say nothing of the category', () => {
    const found = review(privacyOf(`<p>The kettle is hot, and whoever touches it may regret that.</p>${open}`));
    assert.deepEqual(messages(found, 'considerations/privacy-placeholder'), ['Privacy Considerations leave a point open: "say how long they keep them." Answer it, then take out the TODO.']);
    assert.deepEqual(found.considerations.privacy.missing, ['location']);
    assert.equal(found.considerations.privacy.state, 'present');
  });

  test('are all that a placeholder section holds', () => {
    const found = review(privacyOf(`${open}<ul><li>TODO: say what holds by default.</li></ul>`));
    assert.equal(found.considerations.privacy.state, 'placeholder');
    assert.equal(messages(found, 'considerations/privacy-placeholder').length, 3);
  });

  test('leave what is said behind them', () => {
    const found = review(privacyOf(`<p>TODO: say who boils.</p><p>The kettle is hot: mind the steam, and mind it for as long as it boils.</p><p>TBD. Say how long.</p><p>The whereabouts of cooks reach strangers.</p>`));
    assert.deepEqual([found.considerations.privacy.covers, messages(found, 'considerations/privacy-placeholder').length], [['location'], 2]);
  });

  test('are none where the author left a remark that no reader sees', () => {
    const found = review(privacyOf('<p>The whereabouts of cooks reach strangers.<!-- TODO: ask the cooks --></p>'));
    assert.deepEqual([found.considerations.privacy.state, found.considerations.privacy.covers, messages(found, 'considerations/privacy-placeholder')], ['present', ['location'], []]);
  });

  for (const [where, markup] of [['an entry of a list', '<ul><li>*</li></ul>'], ['a definition', '<dl><di><dt>Who</dt><dd>*</dd></di></dl>'], ['a cell', '<table><tr><td>*</td></tr></table>']] as const) {
    test(`are found in ${where}`, () => {
      const found = review(privacyOf(`<p>The kettle is hot, and whoever touches it may regret that.</p>${markup.replace('*', 'TODO: say who boils.')}`));
      assert.equal(messages(found, 'considerations/privacy-placeholder').length, 1);
    });
  }

  test('begin where their words do', () => {
    assert.match(messages(review(privacyOf('<p>TODO(ada): say why.</p><p>TODO - say how.</p>')), 'considerations/privacy-placeholder').join(), /"\(ada\): say why\."[^]*"say how\."/);
  });

  test('go away with their answer', () => {
    const found = review(privacyOf('<p>The whereabouts of cooks in &lt;lat/&gt; reach strangers, who MUST NOT keep them.</p>'));
    assert.deepEqual([...messages(found, 'considerations/privacy-placeholder'), ...messages(found, 'considerations/uncovered')], []);
  });
});

suite('a considerations section', () => {
  test('has the range of its element, one that is absent has none', () => {
    const section = privacyOf('<p>The kettle is hot.</p>');
    const text = xepSource({ number: '0080', body: section });
    const { privacy, security } = reviewXep('xep-0080.xml', text, dataset).considerations;
    assert.deepEqual([text.slice(privacy.range?.offset, (privacy.range?.offset ?? 0) + (privacy.range?.length ?? 0)), security.range], [section, null]);
  });
});

suite('the grade of considerations', () => {
  for (const [grade, prose] of [
    [1, 'See the considerations of XEP-0045.'], [1, 'The kettle is red.'], [2, 'Strangers learn who cooks.'], [3, 'Strangers learn who cooks, so cooks MUST be able to hide.'],
    [4, 'Strangers learn who cooks. Servers MUST NOT keep this for longer than a day; entries expire.'], [4, 'Strangers learn who cooks. The list SHOULD be closed by default.'],
    [1, 'See who may attack a kettle in XEP-0045.'], [1, 'For attacks on kettles see the teapot protocol.'], [1, 'As to attacks, see the teapot protocol.'], [1, 'On attacks see also the teapot protocol.'], [1, 'On attacks see RFC 6120.'], [1, 'On attacks see XEP-0045.'],
    [1, 'A consideration of attacks stands elsewhere.'], [2, 'Strangers see the notes and learn who cooks.'], [2, 'Cooks oversee XEP-0045, thus they learn who cooks.'], [2, 'Strangers learn who cooks. See XEP-0045.'],
    [3, 'Strangers learn who cooks. The list SHOULD be closed where somebody defaults on tea.'],
  ] as const) {
    test(`is ${grade}: "${prose}"`, () => assert.equal(gradeOf(prose, 'present'), grade));
  }

  for (const limit of ['expires', 'is deleted', 'is purged', 'is not retained', 'has a retention of a day', 'defaults to nothing', 'has a default behaviour', 'is private by default', 'says how long it lasts', 'is kept in the kitchen until noon', 'is stored for a day', 'lasts no longer than tea', 'has a lifetime', 'has a time limit']) {
    test(`is 4 where the list ${limit}`, () => assert.equal(gradeOf(`Strangers learn who cooks, so a list MUST be one that ${limit}.`, 'present'), 4));
  }

  test('is 1 for a denial and 0 for what holds nothing, whatever the words', () => {
    const prose = 'Strangers learn who cooks, so cooks MUST be able to hide.';
    assert.deepEqual((['absent', 'placeholder', 'denial', 'present'] as const).map((state) => gradeOf(prose, state)), [0, 0, 1, 3]);
  });
});

suite('hostile considerations', () => {
  for (const [what, body] of [
    ['open points inside each other', privacyOf(`${'<li>'.repeat(8000)}TODO: one${'</li>'.repeat(8000)}`)],
    ['remarks in comments inside each other', privacyOf(`${'<li>'.repeat(8000)}x<!-- TODO -->${'</li>'.repeat(8000)}`)],
    ['many open points', privacyOf('<p>TODO: one</p>'.repeat(5000))],
    ['sections about privacy inside each other', `${"<section2 topic='Privacy' anchor='p'>".repeat(3000)}<p>Strangers learn the location.</p>`],
    ['many sections about privacy', "<section2 topic='Privacy' anchor='p'><p>Strangers learn the location.</p></section2>".repeat(3000)],
    ['many names in quotes', privacyOf(`<p>${"'lat' &lt;lat/&gt; XEP-0080 considerations ".repeat(5000)}</p>`)],
    ['an entity without end', privacyOf(`<p>${'&lt;note'.repeat(20_000)}</p>`)],
  ] as const) {
    test(`are read at once: ${what}`, () => {
      assert.ok(review(body).considerations.privacy);
    }).timeout(15_000);
  }
});
