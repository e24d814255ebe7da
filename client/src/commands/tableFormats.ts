// SPDX-License-Identifier: MIT
import type { TableFormat } from '../../../server/src/lsp/protocol.ts';

/** What the user sees of a format, and how its files end. */
export const tableFormats: Readonly<Record<TableFormat, { readonly label: string; readonly detail: string; readonly extension: string }>> = {
  markdown: { label: 'Markdown', detail: 'for pull requests and issues', extension: 'md' },
  xep: { label: 'XEP-XML', detail: 'for a XEP source', extension: 'xml' },
  mediawiki: { label: 'MediaWiki', detail: 'for the wiki', extension: 'wiki' },
  csv: { label: 'CSV', detail: 'for spreadsheets', extension: 'csv' },
  html: { label: 'HTML', detail: 'a page to look at', extension: 'html' },
  json: { label: 'JSON', detail: 'for programs', extension: 'json' },
};
