// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { textOfBytes } from '../../server/src/cli/sources.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { readEntityFile } from '../../server/src/xep/index.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { figures, long, over, seed, tries } from './budget.ts';
import { document, sampleTexts } from './documents.ts';
import { soundReview } from './invariants.ts';
import { mutated, mutation } from './mutation.ts';

const dataset = bundledDataset();
const folder = corpusFolder();

/** Cuts a text at every so many units, and hands each part to `use`. */
function truncations(text: string, step: number, use: (part: string) => void): void {
  for (let end = step; end < text.length; end += step) {
    use(text.slice(0, end));
  }
}

suite('a review is sound', () => {
  test('for samples that end anywhere', () => {
    sampleTexts.forEach((text) => { truncations(text, long ? 97 : 997, (part) => { soundReview(part, dataset); }); });
  });

  test('for XEPs that end anywhere', function () {
    if (folder === undefined) {
      this.skip();
    }
    const files = corpusFiles(folder);
    const isOver = over(0.2);
    // Each run begins elsewhere, so that several see all.
    const first = seed % files.length;
    const seen = new Set<string>();
    let parts = 0;
    for (const file of long ? [...files.slice(first), ...files.slice(0, first)] : [files[first] ?? '']) {
      const text = readFileSync(join(folder, file), 'utf8');
      truncations(text, long ? 97 : 97 * Math.ceil(text.length / 4_000), (part) => {
        if (!isOver()) {
          reviewXep(file, part, dataset);
          seen.add(file);
          parts++;
        }
      });
    }
    figures(`${parts} parts of ${seen.size} XEPs`);
  });

  test('for samples that are broken anywhere', () => {
    fc.assert(fc.property(fc.constantFrom(...sampleTexts), fc.array(mutation, { minLength: 1, maxLength: 12 }), (text, mutations) => { soundReview(mutated(text, mutations), dataset); }), tries(25, 0.1));
  });

  test('for documents of all constructs', () => {
    fc.assert(fc.property(document, (text) => { soundReview(text, dataset); }), tries(80, 0.15));
  });

  test('for text of any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => { soundReview(text, dataset); soundReview(`<xep><example>${text}`, dataset); }), tries(60, 0.03));
  });

  test('for XEPs that are broken anywhere', function () {
    if (folder === undefined) {
      this.skip();
    }
    const texts = corpusFiles(folder).filter((_file, index) => long || index % 90 === 7).map((file) => readFileSync(join(folder, file), 'utf8')).filter((text) => text.length < 60_000);
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 8 }), (text, mutations) => { soundReview(mutated(text, mutations), dataset); }), tries(10, 0.15));
  });
});

suite('names that JavaScript gives a meaning of its own are names like others', () => {
  const written: Readonly<Record<string, (name: string) => string>> = {
    'in the header': (name) => xepSource({ title: name, status: name, type: name, version: name }).replace('</header>', `<${name} ${name}='x'>x</${name}></header>`),
    'as entity, topic and anchor': (name) => xepSource({ entities: `<!ENTITY ${name} 'x'>`, body: `<section1 topic='${name}' anchor='${name}'><p>&${name}; <link url='#${name}'>${name}</link></p></section1>` }),
    'in an example': (name) => xepSource({ body: exampleSection(`<${name} xmlns='${name}' ${name}='a@b.lit'><${name}:${name} xmlns:${name}='${name}'/></${name}><x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>${name}</value></field><field var='${name}' type='${name}'/></x>`) }),
    'in a schema': (name) => xepSource({ body: `<section1 topic='Schema'><code><![CDATA[<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='${name}'><xs:element name='${name}' type='${name}'/><xs:complexType name='${name}'><xs:attribute name='${name}' type='${name}'/></xs:complexType></xs:schema>]]></code></section1>` }),
    'in a table and a register': (name) => xepSource({ body: `<section1 topic='R'><table><tr><td>${name}</td><td>${name}</td></tr></table><code><![CDATA[<form_type><name>${name}</name><field var='${name}' type='${name}'/></form_type>]]></code></section1>` }),
  };
  for (const name of ['__proto__', 'constructor', 'toString', 'valueOf', '__defineGetter__']) {
    for (const [where, source] of Object.entries(written)) {
      test(`${name} ${where}`, () => {
        const review = soundReview(source(name), dataset);
        const ids = review.carriers.map(({ id }) => id.replaceAll(name, 'kettle'));
        assert.deepEqual(ids, soundReview(source('kettle'), dataset).carriers.map(({ id }) => id));
        assert.doesNotMatch(JSON.stringify(review), /\[native code\]|\[object /);
      });
    }
  }
});

suite('entities cannot blow a document up', () => {
  const laughs = Array.from({ length: 30 }, (_unused, index) => `<!ENTITY lol${index + 1} '${`&lol${index};`.repeat(10)}'>`).join('\n');
  const uses = "<section1 topic='Privacy &lol30;'><p title='&lol30;'>&lol30;</p><example caption='&lol30;'>&lol30;</example><table><tr><td>a</td><td>&lol30;</td></tr></table></section1>".repeat(20);
  const bombs: Readonly<Record<string, { readonly own: string; readonly file: string }>> = {
    'one in the other, in the document': { own: `<!ENTITY lol0 'lol'>\n${laughs}`, file: '' },
    'one in the other, in the entity file': { own: '', file: `<!ENTITY lol0 'lol'>\n${laughs}` },
    'one in the other, half here and half there': { own: laughs.slice(0, laughs.indexOf('<!ENTITY lol15')), file: `<!ENTITY lol0 'lol'>\n${laughs}` },
    'in a circle': { own: "<!ENTITY lol30 '&lol31;&lol31;'><!ENTITY lol31 '&lol30;&lol30;'>", file: '' },
    'in itself': { own: "<!ENTITY lol30 '&lol30;&lol30;'>", file: '' },
    'empty ones': { own: `<!ENTITY lol0 ''>\n${laughs}`, file: '' },
    'one very long, used often': { own: `<!ENTITY lol30 '${'lol '.repeat(100_000)}'>`, file: '' },
    'one of markup': { own: `<!ENTITY lol30 '${'<note>'.repeat(50_000)}'>`, file: '' },
    'in the header': { own: `<!ENTITY lol0 'lol'>\n${laughs}`, file: '' },
  };
  for (const [how, { own, file }] of Object.entries(bombs)) {
    test(how, () => {
      const text = xepSource({ title: how.includes('header') ? '&lol30;' : 'Kettle', entities: own, body: uses });
      const review = reviewXep('kettle.xml', text, dataset, file === '' ? {} : { entities: readEntityFile(file) });
      assert.ok(JSON.stringify(review).length < 20_000_000);
    });
  }
});

suite('bytes that are no text in UTF-8', () => {
  const text = xepSource({ body: exampleSection("<block xmlns='urn:xmpp:blocking'><item jid='José@montague.lit'/></block>") });
  const read = (bytes: Buffer, name = 'kettle.xml'): string => {
    const source = textOfBytes(bytes, { file: name, path: name, named: true });
    return 'text' in source ? source.text : 'reason' in source ? `${source.path} ${source.reason}` : 'passed over';
  };
  const utf16 = Buffer.from(text, 'utf16le');
  const latin = (label: string): Buffer => Buffer.from(text.replace('UTF-8', label), 'latin1');

  for (const [what, bytes, reads] of [
    ['a byte order mark', Buffer.from(`\ufeff${text}`), /José@/], ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), /José@/], ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), /José@/],
    ['UTF-16 without a mark', utf16, /^kettle\.xml is not text in the encoding it declares/], ['Latin-1 that is declared', latin('ISO-8859-1'), /José@/], ['Latin-1 that is not', latin('UTF-8'), /^kettle\.xml is not text in the encoding it declares/],
    ['an encoding that nobody knows', latin('x-teapot'), /^kettle\.xml is not text in the encoding it declares/], ['NUL', Buffer.from(text.replace('José', 'Jo\0sé')), /^kettle\.xml is not text/], ['half a character', Buffer.from(text).subarray(0, Buffer.from(text).indexOf('é') + 1), /^kettle\.xml is not text/],
    ['a lone surrogate', Buffer.from(text.replace('José', 'X')).fill(Buffer.from([0xed, 0xa0, 0x80]), 300, 303), /^kettle\.xml is not text/], ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /^kettle\.xml is not text/], ['nothing', Buffer.alloc(0), /^kettle\.xml is not XML/],
    ['CR as line end', Buffer.from(text.replace(/\n/g, '\r')), /José@/], ['CR LF as line end', Buffer.from(text.replace(/\n/g, '\r\n')), /José@/],
  ] as const) {
    test(`are read, or named with the reason: ${what}`, () => {
      const result = read(bytes);
      assert.match(result, reads);
      soundReview(result, dataset);
    });
  }

  test('are read, or named with the reason: any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, claims) => {
      soundReview(read(claims ? Buffer.concat([Buffer.from("<?xml version='1.0' encoding='utf-16'?><xep>"), bytes]) : Buffer.from(bytes)), dataset);
    }), tries(100, 0.02));
  });
});
