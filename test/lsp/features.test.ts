// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, CompletionItem, DocumentHighlight, DocumentLink, DocumentSymbol, FoldingRange, Hover, Location, SymbolInformation, TextDocumentEdit } from 'vscode-languageserver/node';
import { blockExample, blocking, privacy } from './blocking.ts';
import { capable, connect, folder, hosts, positionOf, type Client } from './client.ts';

const uri = `${folder}/xep-0191.xml`;
const markup = (hover: Hover | null): string => (hover?.contents as { readonly value: string } | undefined)?.value ?? '';

for (const host of hosts) {
  suite(`features ${host.name}`, () => {
    let client: Client;
    let text: string;

    const opened = async (source: string = blocking(), options: Parameters<typeof connect>[1] = {}): Promise<void> => {
      text = source;
      client = await connect(host, options);
      client.open(uri, text);
    };
    const at = <Result>(method: string, part: string, shift?: number, n?: number): Promise<Result> =>
      client.request<Result>(`textDocument/${method}`, { textDocument: { uri }, position: positionOf(text, part, shift, n) });
    const of = <Result>(method: string): Promise<Result> => client.request<Result>(`textDocument/${method}`, { textDocument: { uri } });

    teardown(() => client.close());

    test('a hover says what is carried, by whom seen, how long kept, and where that is known from', async () => {
      await opened();
      const lines = markup(await at('hover', "jid='romeo")).split('\n');
      assert.equal(lines[0]?.trim(), '**JID** of a contact: social graph, medium');
      assert.match(lines.join('\n'), /Seen by: own server, own devices\. Kept: until changed/);
      assert.match(lines.join('\n'), /GDPR: \[Art\. 14\]\(https:\/\/gdpr-info\.eu\/art-14-gdpr\/\)/);
      assert.match(lines.join('\n'), /curated for version 1\.3/);
      assert.ok(lines.length <= 10);
    });

    test('a hover calls an element by its name though it holds addresses too', async () => {
      await opened(blocking("<message><forwarded xmlns='urn:xmpp:forward:0'><message from='a@b.lit'/></forwarded></message>"));
      assert.match(markup(await at('hover', '<forwarded', 3)), /^\*\*forwarded\*\* of somebody else: content, high/);
    });

    test('a hover is plain for a client that shows no Markdown', async () => {
      await opened(blocking(), { capabilities: { ...capable, textDocument: { ...capable.textDocument, hover: { contentFormat: ['plaintext'] } } } });
      const hover = await at<Hover>('hover', "jid='romeo");
      assert.equal((hover.contents as { readonly kind: string }).kind, 'plaintext');
      assert.match(markup(hover), /^JID of a contact: social graph, medium\n/);
    });

    test('a hover on what nobody judged says why it is thought to carry', async () => {
      await opened(blocking("<message><note xmlns='urn:xmpp:tmp:kettle:0' phone='+15551234567' email='tea@example.org'/></message>").replace('0191', 'xxxx'));
      assert.match(markup(await at('hover', "email='")), /inferred because /);
    });

    test('a hover shows text of the document as text', async () => {
      await opened(blocking("<message><x xmlns='jabber:x:data' type='form'><field var='phone_[a](command:evil)*b*'><value>+15551234567</value></field></x></message>").replace('0191', 'xxxx'));
      const shown = markup(await at('hover', 'phone_['));
      assert.match(shown, /phone\\_\\\[a\\\]\(command:evil\)\\\*b\\\*/);
    });

    test('a hover on a reference says what the other document is', async () => {
      await opened();
      await client.pull(uri);
      assert.match(markup(await at('hover', '&xep0191;')), /^\*\*XEP-0191: Blocking Command\*\*, Stable: medium \(M3, M8\)/);
    });

    for (const [prose, place] of [
      ["the &lt;item/&gt; element's 'jid' attribute names one", "'jid'"],
      ['each <tt>jid</tt> of an item', '<tt>jid'],
      ["&lt;item jid='romeo@montague.lit'/&gt;", " jid="],
    ] as const) {
      test(`a hover on what prose names says the same: ${prose}`, async () => {
        await opened(blocking(blockExample, `<section1 topic='Use'><p>See ${prose}. The jid of nobody, and item.</p></section1>`));
        const shift = place.indexOf('jid') + 1;
        assert.match(markup(await at('hover', place, shift, place === " jid=" ? 2 : 0)), /^\*\*JID\*\* of a contact/);
        assert.equal(await at('hover', 'jid of nobody', 1), null);
      });
    }

    test('nothing stands in a hover where nothing is carried', async () => {
      await opened();
      assert.equal(await at('hover', "topic='Blocking'"), null);
    });

    test('all places of a carrier light up', async () => {
      await opened();
      const highlights = await at<DocumentHighlight[]>('documentHighlight', "jid='iago");
      assert.deepEqual(highlights.map(({ range }) => range.start), [positionOf(text, "jid='romeo", 0), positionOf(text, "jid='iago", 0)]);
    });

    test('the outline has header, sections as nested, and examples by caption', async () => {
      await opened();
      const outline = (symbols: readonly DocumentSymbol[] = []): unknown[] => symbols.map(({ name, children }) => (children?.length ? [name, ...outline(children)] : name));
      assert.deepEqual(outline(await of('documentSymbol')), ['Header', ['Blocking', ['A contact', 'Two are blocked']], 'Privacy Considerations']);
    });

    test('the outline is flat for a client that wants it so', async () => {
      await opened(blocking(), { capabilities: {} });
      assert.deepEqual((await of<SymbolInformation[]>('documentSymbol')).map(({ name, containerName }) => `${containerName ?? ''}/${name}`), ['/Header', '/Blocking', 'Blocking/A contact', 'A contact/Two are blocked', '/Privacy Considerations']);
    });

    test('header, sections and examples fold', async () => {
      await opened();
      const lines = text.split('\n');
      const folds = (await of<FoldingRange[]>('foldingRange')).map(({ startLine, endLine }) => `${/<\w+/.exec(lines[startLine] ?? '')?.[0] ?? ''}${/<\/\w+>\s*$/.exec(lines[endLine] ?? '')?.[0] ?? ''}`);
      assert.deepEqual(folds, ['<header</header>', '<section1</section1>', '<section2</section2>', '<example</example>', '<section1</section1>']);
    });

    test('references are links', async () => {
      await opened();
      assert.deepEqual((await of<DocumentLink[]>('documentLink')).map(({ target }) => target), ['https://xmpp.org/extensions/xep-0191.html', 'https://example.org/more']);
    });

    test('the definition of an anchor is its section', async () => {
      await opened();
      const { range } = await at<Location>('definition', '#privacy');
      assert.deepEqual(range.start, positionOf(text, privacy.slice(0, 30), 0));
    });

    test('the definition of a XEP is its source in the workspace', async () => {
      await opened(blocking(), { hostFiles: new Map([[`${folder}/old/xep-0191.xml`, ''], [`${folder}/xep-0191.xml`, ''], [`${folder}/xep-0030.xml`, '']]) });
      assert.equal((await at<Location>('definition', '&xep0191;')).uri, uri);
    });

    test('lenses tell the relevance of the document and what a considerations section leaves out', async () => {
      await opened(blocking(blockExample, '<section1 topic="Privacy Considerations"><p>Clients use a timer of ten seconds to save power on the way.</p></section1>'));
      const lenses = await of<CodeLens[]>('codeLens');
      assert.equal(lenses[0]?.command?.title, 'GDPR relevance: Medium (M3, M8) · Privacy Considerations present · Security Considerations missing · social graph');
      assert.equal(lenses[1]?.command?.title, 'Privacy Considerations present · not mentioned: social graph');
      assert.deepEqual(lenses.map(({ command }) => [command?.command, command?.arguments]), [['xepGdpr.openTree', [uri]], ['xepGdpr.openTree', [uri]]]);
    });

    const actions = async (part: string): Promise<CodeAction[]> => {
      const diagnostics = await client.pull(uri);
      const start = positionOf(text, part);
      return client.request('textDocument/codeAction', { textDocument: { uri }, range: { start, end: start }, context: { diagnostics } });
    };
    const applied = (action: CodeAction | undefined): string => {
      const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(change?.textDocument, { uri, version: 1 });
      const lines = text.split('\n');
      const offset = ({ line, character }: { line: number; character: number }): number => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
      return (change?.edits ?? []).reduceRight((result, edit) => ('newText' in edit ? result.slice(0, offset(edit.range.start)) + edit.newText + result.slice(offset(edit.range.end)) : result), text);
    };

    test('every finding can be ignored with a reason', async () => {
      await opened();
      const [ignore] = await actions("jid='romeo");
      assert.deepEqual(ignore?.command, { title: 'Ignore item@jid in this document, with a reason', command: 'xepGdpr.ignore', arguments: [{ uri, carrierId: 'urn:xmpp:blocking item@jid' }] });
      assert.equal(ignore?.diagnostics?.length, 1);
    });

    test('a broken namespace is mended', async () => {
      await opened(blocking(blockExample.replace("xmlns='urn:xmpp:blocking'", "xmlns='urn:xmpp:blocking '")));
      const [fix, ignore] = await actions("xmlns='urn:xmpp:blocking '");
      assert.equal(applied(fix), blocking());
      assert.deepEqual(ignore?.command?.arguments, [{ uri, code: 'source/namespace' }]);
    });

    test('a misspelt namespace is written as it was meant', async () => {
      await opened(blocking(blockExample.replace("xmlns='urn:xmpp:blocking'", 'xmlns="urn:xmpp:blokcing"')));
      const [fix] = await actions('xmlns="urn:xmpp:blokcing"');
      assert.equal(fix?.title, 'Write xmlns="urn:xmpp:blocking"');
      assert.equal(applied(fix), blocking().replace("xmlns='urn:xmpp:blocking'", 'xmlns="urn:xmpp:blocking"'));
    });

    for (const [what, undeclared, declared] of [
      ['an element', '<e:mood/>', "<e:mood xmlns:e='urn:example:evening'/>"],
      ['an attribute', "<mood e:of='tea'/>", "<mood xmlns:e='urn:example:evening' e:of='tea'/>"],
    ] as const) {
      test(`the prefix of ${what} is declared as elsewhere in the document`, async () => {
        const source = (markup: string): string => blocking(`${blockExample}\n<e:evening xmlns:e='urn:example:evening'/>\n${markup}`);
        await opened(source(undeclared));
        const fix = (await actions(what === 'an element' ? 'e:mood' : 'e:of')).find(({ title }) => title.startsWith('Declare'));
        assert.equal(applied(fix), source(declared));
      });
    }

    test('the domain of a real address is replaced in the whole document, but not in URLs', async () => {
      await opened(blocking(blockExample.replace('romeo@montague.lit', 'romeo@jabber.org'), `<section1 topic='More'><p>romeo@jabber.org writes from jabber.org, see http://jabber.org/protocol/muc and chat.jabber.org.</p></section1>`));
      const fix = (await actions('romeo@jabber')).find(({ edit }) => edit !== undefined);
      assert.match(fix?.title ?? '', /^Replace jabber\.org by example\.com/);
      const mended = applied(fix);
      assert.match(mended, /jid='romeo@example\.com'/);
      assert.match(mended, /romeo@example\.com writes from example\.com, see http:\/\/jabber\.org\/protocol\/muc and chat\.jabber\.org\./);
    });

    test('after an ampersand XEPs are offered, elsewhere not', async () => {
      await opened(blocking(blockExample, '<section1 topic="Next"><p>See &xep00</p></section1>'));
      const items = await at<CompletionItem[]>('completion', '&xep00<', 6);
      const item = items.find(({ label }) => label === '&xep0045;');
      assert.equal(item?.detail, 'Multi-User Chat');
      assert.deepEqual(item?.textEdit, { range: { start: positionOf(text, '&xep00<', 0), end: positionOf(text, '&xep00<', 6) }, newText: '&xep0045;' });
      assert.deepEqual(await at('completion', 'Next"><p>', 9), []);
      assert.deepEqual(await at('completion', "jid='romeo", 7), []);
    });

    test('in considerations kinds of data are offered, what is not mentioned first', async () => {
      await opened(blocking(blockExample, '<section1 topic="Privacy Considerations"><p>This protocol shows so </p></section1>'));
      const items = (await at<CompletionItem[]>('completion', 'shows so ', 9)).sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
      assert.deepEqual([items[0]?.label, items[0]?.detail], ['social graph', 'carried, not mentioned yet']);
      assert.equal(items.at(-1)?.detail, 'not carried by this document');
    });

    test('carriers are found by name and by category', async () => {
      await opened();
      await client.pull(uri);
      for (const query of ['item@JID', 'social', 'urn:xmpp:blocking']) {
        const found = await client.request<SymbolInformation[]>('workspace/symbol', { query });
        assert.deepEqual(found.map(({ name, containerName }) => `${name} in ${containerName ?? ''}`), ['item@jid in XEP-0191: social graph'], query);
      }
      assert.deepEqual(await client.request('workspace/symbol', { query: 'no such thing' }), []);
    });

    test('nothing is answered of a document that is no XEP', async () => {
      await opened('<notes/>');
      for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens']) {
        assert.equal(await of(method), null, method);
      }
    });
  });
}
