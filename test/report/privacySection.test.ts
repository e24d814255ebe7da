// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { applyEdits, privacySectionEdits } from '../../server/src/report/index.ts';
import { reviewXep, type Review } from '../../server/src/review/index.ts';
import { readEntityFile, readXep } from '../../server/src/xep/index.ts';
import type { EntityTable } from '../../server/src/xml/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const dataset = bundledDataset();
const example = exampleSection("<iq type='set' id='b1'><geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>1</lat><lon>2</lon></geoloc></iq>");
const section = (topic: string, inside = '<p>Some words on something else.</p>'): string => `<section1 topic='${topic}' anchor='${topic.toLowerCase().replace(/\W+/g, '-')}'>${inside}</section1>`;
const source = (...sections: readonly string[]): string => xepSource({ number: '0080', status: 'Experimental', body: [example, ...sections].join('\n') });
const review = (text: string, entities?: EntityTable): Review => reviewXep('xep-0080.xml', text, dataset, entities ? { entities } : {});

function completed(text: string, entities?: EntityTable): string {
  const document = readXep(text, entities);
  return applyEdits(text, privacySectionEdits(document, review(text, entities), dataset));
}
const topics = (text: string): string[] => [...text.matchAll(/<section1 topic='([^']*)'/g)].map(([, topic = '']) => topic);

suite('the skeleton of Privacy Considerations', () => {
  test('stands behind Security Considerations or the section that holds them, else before what the template puts behind both, else at the end', () => {
    assert.deepEqual(topics(completed(source(section('Security Considerations'), section('IANA Considerations'), section('XML Schema')))), ['Protocol', 'Security Considerations', 'Privacy Considerations', 'IANA Considerations', 'XML Schema']);
    assert.deepEqual(topics(completed(source(section('Business Rules'), section('XMPP Registrar Considerations')))), ['Protocol', 'Business Rules', 'Privacy Considerations', 'XMPP Registrar Considerations']);
    assert.deepEqual(topics(completed(source(section('Business Rules')))), ['Protocol', 'Business Rules', 'Privacy Considerations']);
    const nested = section('Notes', "<section2 topic='Security Considerations' anchor='s'><p>Hot.</p></section2>");
    assert.deepEqual(topics(completed(source(nested, section('Glossary')))), ['Protocol', 'Notes', 'Privacy Considerations', 'Glossary']);
  });

  test('says per category what is carried, who sees it and how long, and asks what is open in the order of RFC 6973', () => {
    const text = completed(source());
    assert.match(text, /<section2 topic='Location' anchor='privacy-location'>\n {4}<p>&lt;lat\/&gt; and &lt;lon\/&gt; may carry personal data: location\. Seen by: [^.]*contacts[^.]*\. Kept: [^.]+\. TODO: confirm or correct this\.<\/p>/);
    assert.match(text, /<li>TODO: How exact are &lt;lat\/&gt; and &lt;lon\/&gt;\?[^]*<li>TODO: Can a user withhold /);
  });

  test('is found as open points, and neither counts as a discussion nor moves the level', () => {
    const text = completed(source());
    const before = review(source());
    const after = review(text);
    assert.equal(after.considerations.privacy.state, 'placeholder');
    assert.ok(after.problems.filter(({ code }) => code === 'considerations/privacy-placeholder').length > 2);
    assert.deepEqual(after.considerations.privacy.missing, before.considerations.privacy.missing);
    assert.deepEqual([after.relevance, after.carriers.map(({ id }) => id)], [before.relevance, before.carriers.map(({ id }) => id)]);
  });

  test('changes nothing when it is put in twice', () => {
    const once = completed(source(section('Security Considerations')));
    assert.equal(completed(once), once);
  });

  test('changes nothing when it is put in twice, though its words are names of what the document defines', () => {
    const text = xepSource({ number: '0045', status: 'Draft', body: exampleSection("<kettle xmlns='urn:kettle:0'/>") + section('Rooms', '<p>A password may be needed.</p>') });
    const once = completed(text);
    assert.match(once, /&lt;password\/&gt;/);
    assert.equal(completed(once), once);
  });

  test('stands before a comment that does not end, and changes nothing when it is put in twice', () => {
    for (const inside of ['<!-- x ', '<p>Warm.</p> <!-- x -->\n<p><!-- <!-- x ']) {
      const once = completed(source(section('Privacy Considerations', inside)));
      assert.match(once, /<section2 topic='Location'[^]*<!-- x <\/section1>/);
      assert.equal(completed(once), once);
    }
  });

  test('stays complete where the author rearranges it', () => {
    const once = completed(source());
    assert.equal(completed(once.replace(/ anchor='privacy-location'/, " anchor='where'")), once.replace(/ anchor='privacy-location'/, " anchor='where'"));
    const flat = once.replace(/<\/?section2[^>]*>/g, '');
    assert.equal(completed(flat), flat);
  });

  test('leaves out what is answered, and the section where all is', () => {
    const answered = section('Privacy Considerations', '<p>Clients MUST NOT send the location without explicit consent, and only to contacts that the user has approved; it may be made less exact.</p>');
    assert.doesNotMatch(completed(source(answered)), /How exact|withhold/);
    const text = xepSource({ number: '0082', body: section('Privacy Considerations') });
    assert.equal(applyEdits(text, privacySectionEdits(readXep(text), reviewXep('xep-0082.xml', text, dataset), dataset)), text);
  });

  for (const [what, inside] of [['TODO', '<p>TODO</p>'], ['REQUIRED.', '\n  <p>REQUIRED.</p>\n'], ['nothing', '']] as const) {
    test(`takes the place of a section that holds ${what}`, () => {
      const text = completed(source(section('Security Considerations'), section('Privacy Considerations', inside), section('IANA Considerations')));
      assert.deepEqual(topics(text), ['Protocol', 'Security Considerations', 'Privacy Considerations', 'IANA Considerations']);
      assert.doesNotMatch(text, /<p>(?:TODO|REQUIRED\.?)<\/p>/);
      assert.match(text, /anchor='privacy-location'/);
      assert.equal(completed(text), text);
    });
  }

  test('opens a section that closes itself', () => {
    const text = completed(source("<section1 topic='Privacy Considerations' anchor='privacy'/>"));
    assert.match(text, /<section1 topic='Privacy Considerations' anchor='privacy'>\n {2}<section2 [^]*<\/section1>/);
    assert.deepEqual(readXep(text).tree.problems, []);
  });

  test('keeps every word that the author has written', () => {
    const words = '<!-- mind the kettle --><p>The kettle tells strangers that somebody is at home, and users may regret that.</p>';
    assert.ok(completed(source(section('Privacy Considerations', words))).includes(words));
  });

  test('keeps the line ends and the indentation of the document', () => {
    const text = completed(source(`  ${section('Security Considerations')}`).replaceAll('\n', '\r\n'));
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /\n/);
    assert.match(text, /\r\n {2}<section1 topic='Privacy Considerations' anchor='privacy'>\r\n {4}<section2/);
  });

  test('gives no anchor twice', () => {
    const text = completed(source("<section1 topic='Privacy Lists' anchor='privacy'><p>Lists.</p></section1>"));
    assert.match(text, /anchor='privacy-2'>/);
  });

  test('refers to XEPs by entities where the document declares them, else by number', () => {
    const chat = exampleSection("<slot xmlns='urn:xmpp:http:upload:0'><get url='https://files.example/x'/></slot>");
    const entities = readEntityFile("<!ENTITY xep0384 'OMEMO'>");
    const text: string = xepSource({ number: '0363', version: '1.0', body: chat });
    const of = (one: string): string => applyEdits(one, privacySectionEdits(readXep(one, entities), reviewXep('x.xml', one, dataset, { entities }), dataset));
    assert.match(of(text), /How far may &xep0384; and XEP-0373 limit this\?/);
    assert.match(of(text.replace(/<!DOCTYPE[^]*?\]>\n/, '')), /How far may XEP-0384 and XEP-0373 limit this\?/);
  });

  test('is not made for humorous documents, procedures and what is no XEP', () => {
    const humorous = xepSource({ type: 'Humorous', status: 'Active', body: example });
    for (const text of [humorous, '', '<a/>', 'no XML at all']) {
      assert.deepEqual(privacySectionEdits(readXep(text), reviewXep('x.xml', text, dataset), dataset), []);
    }
  });
});

suite('the skeleton in the inbox', () => {
  const folder = corpusFolder();
  const xmllint = spawnSync('xmllint', ['--version']).error === undefined;

  test('leaves every document well-formed, and changes nothing when it is put in twice', function inbox() {
    if (folder === undefined) {
      this.skip();
    }
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    let edited = 0;
    for (const file of corpusFiles(folder).filter((name) => name.startsWith('inbox'))) {
      const text: string = readFileSync(join(folder, file), 'utf8');
      const of = (one: string): string => applyEdits(one, privacySectionEdits(readXep(one, entities), reviewXep(file, one, dataset, { entities }), dataset));
      const once = of(text);
      if (once !== text) {
        edited++;
        assert.equal(readXep(once, entities).tree.problems.length, readXep(text, entities).tree.problems.length, file);
        assert.equal(of(once), once, file);
      }
    }
    assert.ok(edited > 80, `${edited} documents edited`);
  });

  test('leaves documents valid that were valid', function valid() {
    if (folder === undefined || !xmllint) {
      this.skip();
    }
    const entities = readEntityFile(readFileSync(join(folder, 'xep.ent'), 'utf8'));
    const work = mkdtempSync(join(tmpdir(), 'xep-gdpr-'));
    try {
      ['xep.dtd', 'xep.ent'].forEach((name) => copyFileSync(join(folder, name), join(work, name)));
      // Every fourth document keeps the test quick.
      const names = corpusFiles(folder).filter((name) => name.startsWith('inbox')).filter((_, at) => at % 4 === 0).flatMap((file) => {
        const text = readFileSync(join(folder, file), 'utf8');
        const edits = privacySectionEdits(readXep(text, entities), reviewXep(file, text, dataset, { entities }), dataset);
        writeFileSync(join(work, `old-${basename(file)}`), text);
        writeFileSync(join(work, `new-${basename(file)}`), applyEdits(text, edits));
        return edits.length === 0 ? [] : [basename(file)];
      });
      const invalid = (prefix: string): string[] => {
        const { stderr } = spawnSync('xmllint', ['--valid', '--noout', ...names.map((name) => prefix + name)], { cwd: work, encoding: 'utf8' });
        return names.filter((name) => stderr.includes(`${prefix}${name}:`));
      };
      assert.ok(names.length > 15);
      assert.deepEqual(invalid('new-'), invalid('old-'));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});
