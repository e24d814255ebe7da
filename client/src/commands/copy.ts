// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { env, window } from 'vscode';
import { tableRequest, type TableFormat, type TableParams, type TableResult } from '../../../server/src/lsp/protocol.ts';
import { counted } from '../tree/words.ts';
import type { Surroundings } from './surroundings.ts';
import { tableFormats } from './tableFormats.ts';
import { documentsOf } from './target.ts';

/** Puts the rows of the chosen documents on the clipboard. */
export async function copyAs({ store, connection }: Surroundings, format: TableFormat, target: unknown, selected: unknown): Promise<void> {
  const documents = documentsOf(store, target, selected);
  if (documents.length === 0) {
    void window.showInformationMessage(t('Open or choose a reviewed XEP first.'));
    return;
  }
  const params: TableParams = { format, uris: documents.map(({ uri }) => uri) };
  const { text } = await connection.request<TableResult>(tableRequest, params);
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(t('Copied {0} as {1}.', counted.rows(documents.length), tableFormats[format].label), 4000);
}
