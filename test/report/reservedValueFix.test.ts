// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { applyEdits, reservedValueFix } from '../../server/src/report/index.ts';
import { readXep } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

/** The document with the value replaced, and what the fix is called. */
function fixed(body: string, value: string): { readonly title: string; readonly body: string } {
  const text = xepSource({ body });
  const fix = reservedValueFix(readXep(text), { offset: text.lastIndexOf(value), length: value.length });
  return { title: fix?.title ?? 'none', body: applyEdits(text, fix?.edits ?? []).slice(text.indexOf('</header>')) };
}

suite('a value that somebody may own', () => {
  test('gives way to a reserved one in the whole document, not in URLs', () => {
    const { title, body } = fixed(`<p>otto@kettle.org, see http://kettle.org/.</p>${exampleSection("<a from='nell@kettle.org/shed' to='chat.kettle.org'/>")}`, 'nell@kettle.org/shed');
    assert.equal(title, 'Replace kettle.org by example.org in the whole document');
    assert.match(body, /otto@example\.org, see http:\/\/kettle\.org\/[^]*from='nell@example\.org\/shed' to='chat\.kettle\.org'/);
  });

  test('gives way to a free address for documentation', () => {
    assert.match(fixed(exampleSection("<a ip='9.9.9.9' other='192.0.2.1' again='9.9.9.9'/>"), '9.9.9.9').body, /ip='192\.0\.2\.2' other='192\.0\.2\.1' again='192\.0\.2\.2'/);
    assert.match(fixed(exampleSection("<a ip='2001:4860::8'/>"), '2001:4860::8').body, /ip='2001:db8::1'/);
  });

  for (const [what, from, to] of [
    ['303-308-3282', '303-308-3282 +1-303-308-3282 (303) 308.3282 13033083282', '303-555-0100 +1-303-555-0100 (303) 555.0100 13035550100'],
    ['tel:+1-303-308-3282', 'tel:+1-303-308-3282;ext=1 3033083282', 'tel:+1-303-555-0100;ext=1 3035550100'],
    ['555-1212', '555-1212 5551212', '555-0100 5550100'],
    ['+44 20 7902 1400', '+44 20 7902 1400 +442079021400', '+1-202-555-0100 +1-202-555-0100'],
    ['720-256-6756', '303-555-0100 720-256-6756', '303-555-0100 720-555-0101'],
  ] as const) {
    test(`gives way to a telephone number for fiction, in every way it is written: ${what}`, () => {
      const { body } = fixed(`<section1 topic='Numbers' anchor='n'><p>${from}</p></section1>${exampleSection(`<a>${what}</a>`)}`, what);
      assert.ok(body.includes(`<p>${to}</p>`), body);
    });
  }

  test('leaves longer numbers and the header alone', () => {
    const text = xepSource({ title: 'Call 303-308-3282', body: exampleSection('<a>303-308-3282</a><b>9303-308-32821</b>') });
    const fix = reservedValueFix(readXep(text), { offset: text.lastIndexOf('>303-308-3282') + 1, length: 12 });
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('<a>303-308-3282', '<a>303-555-0100'));
  });

  test('is left where there is none', () => {
    assert.equal(fixed('<p>  </p>', ' ').title, 'none');
  });
});
