// SPDX-License-Identifier: MIT
import type { DocumentLink, Location } from 'vscode-languageserver';
import { isNumber } from '../dataset/index.ts';
import { oneLine } from '../report/index.ts';
import { answer, type Feature, type ServerContext } from './context.ts';
import type { Reviewed } from './reviews.ts';
import { folderOf, nameOf } from './uris.ts';
import { anchored, xepReferenceAt, xepReferences, xepUrl } from './xepReferences.ts';

/** References open the published document; going to their definition opens the workspace's source. */
export const links: Feature = (context) => {
  context.connection.onDocumentLinks(({ textDocument }) => answer(context, textDocument.uri, linksOf));
  context.connection.onDefinition(({ textDocument, position }) => answer(context, textDocument.uri, (reviewed) => definitionAt(context, reviewed, reviewed.places.offset(position))));
};

function linksOf(reviewed: Reviewed): DocumentLink[] {
  return xepReferences(reviewed).flatMap((reference) => {
    const url = reference.kind === 'xep' ? xepUrl(reference.number) : reference.kind === 'url' ? reference.url : '';
    const title = reference.kind === 'xep' ? reviewed.dataset.entries.get(reference.number)?.title : undefined;
    return isWebAddress(url) ? [{ range: reviewed.places.rangeOf(reference), target: url, ...(title === undefined ? {} : { tooltip: oneLine(`XEP-${reference.kind === 'xep' ? reference.number : ''}: ${title}`) }) }] : [];
  });
}

/** Of visible characters of ASCII alone, as an address is written: nothing in it turns or hides what follows. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[\u0021-\u007e]+$/i.test(url);
}

async function definitionAt(context: ServerContext, reviewed: Reviewed, offset: number): Promise<Location | null> {
  const reference = xepReferenceAt(reviewed, offset);
  if (reference?.kind === 'anchor') {
    const place = anchored(reviewed, reference.anchor);
    return place ? { uri: reviewed.uri, range: reviewed.places.rangeOf(place) } : null;
  }
  if (reference?.kind !== 'xep') {
    return null;
  }
  const start = { line: 0, character: 0 };
  const uri = await sourceOf(context, reference.number, reviewed.uri);
  return uri === undefined ? null : { uri, range: { start, end: start } };
}

/** The source of the document with this key in the dataset, a XEP's number or `inbox/NAME`, among the open documents and the files of the workspace: the one nearest to a document. */
export async function sourceOf({ documents, files }: ServerContext, key: string, from: string): Promise<string | undefined> {
  const name = isNumber(key) ? `xep-${key}.xml` : `${key.slice(key.indexOf('/') + 1)}.xml`;
  return nearest([...documents.keys(), ...await files.list()].filter((uri) => nameOf(uri) === name), from);
}

/** The one that shares most of its path with the document: with several checkouts open, the same checkout. */
function nearest(uris: readonly string[], from: string): string | undefined {
  const shared = (uri: string): number => {
    const parts = folderOf(from).split('/');
    return folderOf(uri).split('/').filter((part, index) => part === parts[index]).length;
  };
  return [...uris].sort((one, other) => shared(other) - shared(one))[0];
}
