// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import type { TableFormat } from '../../../server/src/lsp/protocol.ts';

/** How a format is called, and how its files end. */
export const tableFormats: Readonly<Record<TableFormat, { readonly label: string; readonly extension: string }>> = {
  markdown: { label: 'Markdown', extension: 'md' },
  xep: { label: 'XEP-XML', extension: 'xml' },
  mediawiki: { label: 'MediaWiki', extension: 'wiki' },
  csv: { label: 'CSV', extension: 'csv' },
  html: { label: 'HTML', extension: 'html' },
  json: { label: 'JSON', extension: 'json' },
};

/** What a format is good for. */
export function formatUse(format: TableFormat): string {
  switch (format) {
    case 'markdown': return t('for pull requests and issues');
    case 'xep': return t('for a XEP source');
    case 'mediawiki': return t('for the wiki');
    case 'csv': return t('for spreadsheets');
    case 'html': return t('a page to look at');
    case 'json': return t('for programs');
  }
}
