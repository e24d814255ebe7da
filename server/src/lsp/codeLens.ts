// SPDX-License-Identifier: MIT
import type { CodeLens } from 'vscode-languageserver';
import { categoriesInWords, levelInWords } from '../report/index.ts';
import type { Considerations } from '../review/index.ts';
import { answer, type Feature } from './context.ts';
import type { Range } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** The client's command that shows a document in the tree; its argument is the document's URI. */
export const openTreeCommand = 'xepGdpr.openTree';

/** The line above the header should fit an editor. */
const categoryLimit = 4;

const states: Readonly<Record<Considerations['state'], string>> = { absent: 'missing', placeholder: 'not written yet', denial: 'deny any concern', present: 'present' };

/** Above the header the document's relevance, above each considerations section what it leaves open. */
export const codeLens: Feature = (context) => {
  context.connection.onCodeLens(async ({ textDocument }) => {
    const { show } = await context.settings.of(textDocument.uri);
    return show === 'off' ? [] : answer(context, textDocument.uri, (reviewed) => lensesOf(reviewed, context.client.commands ? openTreeCommand : ''));
  });
};

/** `commandId` is empty for a client that has no such command: it shows the lens all the same. */
function lensesOf(reviewed: Reviewed, commandId: string): CodeLens[] {
  const { review, dataset, document, uri } = reviewed;
  const lens = (range: Range, title: string): CodeLens => ({ range, command: { title, command: commandId, arguments: [uri] } });
  const lenses: CodeLens[] = [];
  const { level, codes } = review.relevance;
  const { privacy, security } = review.considerations;
  if (document.header.span.end > document.header.span.start) {
    const { categories } = reviewed.findings.row;
    const more = categories.length - categoryLimit;
    lenses.push(lens(startOf(reviewed, document.header.span.start), [
      `GDPR relevance: ${levelInWords(level)}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`,
      `Privacy Considerations ${states[privacy.state]}`,
      `Security Considerations ${states[security.state]}`,
      `${categoriesInWords(more > 1 ? categories.slice(0, categoryLimit) : categories, dataset)}${more > 1 ? ` and ${more} more` : ''}`,
    ].filter((part) => part !== '').join(' · ')));
  }
  for (const [name, considerations] of [['Privacy', privacy], ['Security', security]] as const) {
    if (considerations.range) {
      const missing = considerations.missing.map((id) => dataset.categories.get(id)?.short ?? id).join(', ');
      lenses.push(lens(startOf(reviewed, considerations.range.offset), `${name} Considerations ${states[considerations.state]}${missing === '' ? '' : ` · not mentioned: ${missing}`}`));
    }
  }
  return lenses;
}

function startOf({ places }: Reviewed, offset: number): Range {
  return places.range(offset, offset);
}
