// SPDX-License-Identifier: MIT
// What an editor, and whoever else changes files, may send to the server, in any order.
import fc from 'fast-check';
import { exampleSection, xepSource } from '../support/xepSource.ts';
import { blocking, privacy } from '../lsp/blocking.ts';
import { folder } from '../lsp/client.ts';
import { document } from './documents.ts';

export interface Place {
  readonly line: number;
  readonly character: number;
}

export type Message =
  | { readonly kind: 'open' | 'write'; readonly uri: string; readonly text: string }
  | { readonly kind: 'close' | 'delete'; readonly uri: string }
  | { readonly kind: 'change'; readonly uri: string; readonly edits: readonly { readonly from: Place; readonly to: Place; readonly text: string; readonly whole: boolean }[] }
  | { readonly kind: 'rename'; readonly uri: string; readonly to: string }
  | { readonly kind: 'ask'; readonly uri: string; readonly method: string; readonly at: Place; readonly cancel: boolean }
  | { readonly kind: 'settings'; readonly addressing: boolean; readonly show: 'problems' | 'decorations' | 'off' }
  | { readonly kind: 'folders'; readonly uris: readonly string[] }
  | { readonly kind: 'restart' }
  | { readonly kind: 'review'; readonly cancel: boolean }
  | { readonly kind: 'tell' | 'wait' };

const sources = ['xep-0191.xml', 'kettle.xml', 'sub/tea.xml', 'sub/deep/pot.xml', 'notes.txt'].map((name) => `${folder}/${name}`);
const surroundings = ['xep.ent', '.xep-gdpr.json', 'sub/.xep-gdpr.json', 'sub/xep.ent'].map((name) => `${folder}/${name}`);

const ownFile = fc.constantFrom(
  '{ "ignore": [{ "document": "xep-0191", "carrier": "urn:xmpp:blocking item@jid", "reason": "Known." }] }', '{ "ignore": [{ "document": "*", "code": "considerations/privacy-missing", "reason": "Later.", "until": "2001-01-01" }] }',
  '{ "overrides": [{ "document": "kettle", "level": "high", "reason": "Because." }] }', '{ "ignore": [', '{ "ignore": [{}], "entries": [1] }', '', '[]', 'null',
);
const source = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(blocking(), blocking('<presence/>'), blocking("<iq><block xmlns='urn:xmpp:blocking'><item jid='&tea;'/></block></iq>", ''), xepSource({ body: exampleSection("<brew xmlns='urn:kettle:0' user='ada@kettle.lit' password='x'/>") }), `${xepSource({ body: privacy })}<p>&tea;</p>`, '<kettle/>', '') },
  { weight: 1, arbitrary: document },
);
const entities = fc.constantFrom("<!ENTITY tea 'leaves'>", "<!ENTITY tea '<tt>password</tt>'>", '<!ENTITY', '');
const place: fc.Arbitrary<Place> = fc.record({ line: fc.nat({ max: 60 }), character: fc.nat({ max: 90 }) });
const methods = ['hover', 'documentSymbol', 'codeLens', 'definition', 'completion', 'documentHighlight', 'foldingRange', 'documentLink', 'codeAction'] as const;
const inserted = fc.constantFrom('', 'x', '<', '\n', "<item jid='a@b.lit'/>", '<![CDATA[', ']]>', 'TODO', '</section1>', '&tea;', '😀', '\r\n', '\ud800');

export const messages: fc.Arbitrary<readonly Message[]> = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('open' as const), uri: fc.constantFrom(...sources), text: source }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('change' as const), uri: fc.constantFrom(...sources), edits: fc.array(fc.record({ from: place, to: place, text: inserted, whole: fc.integer({ min: 0, max: 9 }).map((one) => one === 0) }), { minLength: 1, maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('close' as const), uri: fc.constantFrom(...sources) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), uri: fc.constantFrom(...sources), text: source }) },
  { weight: 2, arbitrary: fc.constantFrom(...surroundings).chain((uri) => fc.record({ kind: fc.constant('write' as const), uri: fc.constant(uri), text: uri.endsWith('.ent') ? entities : ownFile })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), uri: fc.constantFrom(...sources, ...surroundings, `${folder}/sub`) }) },
  { weight: 2, arbitrary: fc.constantFrom<{ readonly uri: string; readonly to: string }>({ uri: `${folder}/sub`, to: `${folder}/below` }, { uri: `${folder}/below`, to: `${folder}/sub` }, { uri: `${folder}/kettle.xml`, to: `${folder}/sub/tea.xml` }, { uri: `${folder}/sub/tea.xml`, to: `${folder}/notes.txt` }).map((both) => ({ kind: 'rename' as const, ...both })) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), uri: fc.constantFrom(...sources), method: fc.constantFrom(...methods), at: place, cancel: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const), addressing: fc.boolean(), show: fc.constantFrom('problems' as const, 'decorations' as const, 'off' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('folders' as const), uris: fc.subarray([folder, `${folder}/sub`, `${folder}/below`]) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('review' as const), cancel: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('tell' as const, 'wait' as const) }) },
), { minLength: 5, maxLength: 40 });
