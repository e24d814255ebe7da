// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { considerationsSection, kindredSections, readXep, sectionProse, type ConsiderationsKind } from '../../server/src/xep/index.ts';
import { xepSource } from './teaHouse.ts';

const section = (topic: string, content = '<p>x</p>', level = 2): string => `<section${level} topic='${topic}' anchor='a'>${content}</section${level}>`;
const found = (body: string, kind: ConsiderationsKind): string | undefined => considerationsSection(readXep(xepSource(body)).sections, kind)?.topic;
const kindred = (body: string, kind: ConsiderationsKind): string[] => kindredSections(readXep(xepSource(body)).sections, kind).map(({ topic }) => topic);

suite('the considerations section of a document', () => {
  for (const [topic, kinds] of [
    ['Privacy Considerations', ['privacy']], ['PRIVACY considerations', ['privacy']], ['Security Considerations', ['security']], ['Security', ['security']], ['Security and Privacy Considerations', ['privacy', 'security']], ['Considerations on Privacy', ['privacy']],
    ['Privacy', []], ['Privacy List Considerations', []], ['Security Labels', []], ['Implementation Considerations', []],
  ] as const) {
    test(`is ${kinds.length === 0 ? 'none' : `that on ${kinds.join(' and ')}`} where the topic is "${topic}"`, () => {
      assert.deepEqual((['privacy', 'security'] as const).filter((kind) => found(section(topic), kind) !== undefined), kinds);
    });
  }

  test('is the one at the highest level, of these the first', () => {
    const body = `${section('Deep Privacy Considerations', '', 3)}${section('First Privacy Considerations')}${section('Second Privacy Considerations')}${section('Low Privacy Considerations', '', 3)}`;
    assert.equal(found(body, 'privacy'), 'First Privacy Considerations');
  });
});

suite('sections elsewhere about the same', () => {
  for (const [kind, topic, isKin] of [
    ['privacy', 'Data Privacy', true], ['privacy', 'Data Protection', true], ['privacy', 'Confidentiality of Tea', true], ['privacy', 'Anonymity', true], ['privacy', 'Presence Leaks', true], ['privacy', 'An information leak', true], ['privacy', 'IP Leak', true], ['privacy', 'Address leaks', true],
    ['privacy', 'Privacy Lists', false], ['privacy', 'The privacy-list', false], ['privacy', 'Privacy Statement', false], ['privacy', 'Privacy Statements', false], ['privacy', 'Tea Leaks', false], ['privacy', 'Security', false],
    ['security', 'Transport Security', true], ['security', 'Security', true], ['security', 'Security Consideration', true], ['security', 'Security Matter', true], ['security', 'Security requirements', true], ['security', 'Security Recommendations', true], ['security', 'Security Policy', true], ['security', 'Security Policies', true],
    ['security', 'Security Labels', false], ['security', 'Tea and Cake Security', false], ['security', 'Insecurity', false], ['security', 'Data Privacy', false],
  ] as const) {
    test(`are ${isKin ? '' : 'not '}"${topic}" for ${kind}`, () => {
      assert.deepEqual(kindred(`${section('Security Considerations')}${section(topic)}`, kind).filter((one) => one === topic), isKin ? [topic] : []);
    });
  }

  test('leave out both considerations sections and what stands in them', () => {
    const inside = section('Data Privacy', '', 3);
    assert.deepEqual(kindred(`${section('Privacy of Guests')}${section('Privacy Considerations', inside)}${section('Security Considerations', inside)}${section('Use', section('Own Privacy', '', 3))}`, 'privacy'), ['Privacy of Guests', 'Own Privacy']);
  });

  test('count once where one stands in another', () => {
    assert.deepEqual(kindred(`${section('Data Privacy', section('More Privacy', section('Still more Privacy', '', 4), 3))}${section('Other Privacy')}`, 'privacy'), ['Data Privacy', 'Other Privacy']);
  });
});

suite('the prose of a section', () => {
  const doctype = "<!DOCTYPE xep [<!ENTITY pot '<strong>The</strong> pot'><!ENTITY noted '<em>Leaf</em> <note>Leaf: <link url=\"http://tea.example\">tea</link>.</note>'><!ENTITY long '" + 'tea '.repeat(2000) + "'>]>";
  const prose = (content: string, leave?: Parameters<typeof sectionProse>[3]): string => {
    const text = xepSource(section('Tea', content), { doctype });
    const { sections, entities } = readXep(text);
    return sectionProse(text, sections[1] ?? assert.fail('no section'), entities, leave);
  };

  for (const [what, content, expected] of [
    ['has no markup, and white space folded', '<p>One\n  <em>two</em></p><ul><li>three</li><li>four</li></ul>', 'One two three four'], ['has no examples and no code', "One<example caption='x'><p>no</p></example>two<code>no</code>three", 'One two three'],
    ['has no comments, closed or not', '<p>One <!-- no <b>no</b> -->t<!-- no -->wo</p><!-- no', 'One two'], ['has what stands in CDATA sections', '<p>On<![CDATA[e & t]]>wo</p>', 'One & two'], ['has quotes around names', '<p>The <tt>tea</tt> element</p>', 'The "tea" element'],
    ['has tags that the author quotes', '<p>The &lt;tea/&gt; element</p>', 'The <tea/> element'], ['has XEPs by their numbers', '<p>See &xep0045; and &xep9999;.</p>', 'See XEP-0045 and XEP-9999.'],
    ['has entities without their markup and notes', '<p>&pot; and &noted;!</p>', 'The pot and Leaf !'], ['has references of characters, and unknown ones as they are', '<p>&#65;&#x42;&amp; &gone;</p>', 'AB& &gone;'], ['has no topics', section('Cup', '<p>One</p>', 3), 'One'],
  ] as const) {
    test(what, () => assert.equal(prose(content), expected));
  }

  test('leaves out paragraphs that are not wanted', () => {
    assert.equal(prose('<p>One</p><ul><li>two <em>too</em> to</li></ul><p>three <em>four</em></p>', ({ name }) => name === 'li' || name === 'em'), 'One three');
  });

  test('has no more of what entities stand for than a limit', () => {
    const { length } = prose(`<p>${'&long; '.repeat(100)}</p>`);
    assert.ok(length > 65_536 && length < 100_000, `${length} units`);
    assert.match(prose(`<p>${'&long; '.repeat(5000)}</p>`), /tea tea.* &long; &long;$/);
  });
});
