// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import { panelAssets } from '../../generated/panel.js';
import { compareRows, panelHtml, renderTable, tableXepRows, updateTable } from '../report/index.ts';
import type { Feature, ServerContext } from './context.ts';
import type { Findings } from './findings.ts';
import { tableRequest, updateTableRequest, type TableFormat, type TableParams, type TableResult, type UpdateTableParams, type UpdateTableResult } from './protocol.ts';
import { textDifference } from './textDifference.ts';

type HasEntity = (number: string) => boolean;

const languages: Readonly<Record<TableFormat, string>> = { markdown: 'markdown', xep: 'xml', mediawiki: 'wikitext', csv: 'csv', html: 'html', json: 'json' };

/** The relevance table of what was reviewed so far, and its rows put into a document. */
export const tables: Feature = (context) => {
  context.connection.onRequest(tableRequest, async ({ format, uris }: TableParams): Promise<TableResult> => {
    const rows = await rowsOf(context, uris);
    const hasEntity = await entityTest(context, uris?.[0] ?? rows[0]?.uri);
    const dataset = context.surroundings.dataset();
    const text = format === 'html' ? panelHtml(rows.map(({ row, panel }) => ({ row, ...panel })), dataset, version, panelAssets) : renderTable(format, rows.map(({ row }) => row), dataset, version, hasEntity);
    return { text, languageId: languages[format] };
  });
  context.connection.onRequest(updateTableRequest, async ({ uri }: UpdateTableParams): Promise<UpdateTableResult> => {
    const open = context.documents.get(uri);
    if (!open) {
      return { edits: [], error: 'The document is not open.' };
    }
    const hasEntity = await entityTest(context, uri);
    const rows = (await rowsOf(context, undefined)).map(({ row }) => row).filter((row) => row.number !== null && row.level !== 'none');
    if (rows.length === 0) {
      return { edits: [], error: 'No numbered XEP was reviewed yet: review the workspace first.' };
    }
    const updated = updateTable(open.text, tableXepRows(rows, context.surroundings.dataset(), hasEntity));
    if ('error' in updated) {
      return { edits: [], error: `The document ${updated.error}.` };
    }
    if (context.documents.get(uri) !== open) {
      return { edits: [], error: 'The document changed meanwhile: try again.' };
    }
    const { start, end, newText } = textDifference(open.text, updated.text);
    return { edits: start === end && newText === '' ? [] : [{ range: open.places.range(start, end), newText }] };
  });
};

type PlacedRow = Pick<Findings, 'uri' | 'row' | 'panel'>;

/** Rows in the table's order; documents that were asked for and not yet reviewed are reviewed now. */
async function rowsOf({ store, reviews }: ServerContext, uris: readonly string[] | undefined): Promise<PlacedRow[]> {
  const findings = uris === undefined ? [...store.all()] : await Promise.all(uris.map(async (uri) => store.get(uri) ?? (await reviews.anywhere(uri))?.findings));
  return findings.flatMap((one) => (one ? [one] : [])).sort((one, other) => compareRows(one.row, other.row));
}

async function entityTest({ files }: ServerContext, uri: string | undefined): Promise<HasEntity> {
  const entities = uri === undefined ? undefined : await files.entities(uri);
  return (number) => entities === undefined || entities.has(`xep${number}`);
}
