// SPDX-License-Identifier: MIT
export { coverageJson, coverageText } from './coverage.ts';
export { entryJson, entrySkeleton, placeholderNumber } from './entrySkeleton.ts';
export { explainCarrier, explainName } from './explain.ts';
export { compareRows, levels, tableRow, type TableRow } from './row.ts';
export { relatedXeps, type RelatedXep } from './related.ts';
export { renderTriage, triageFormats, type TriageFormat } from './renderTriage.ts';
export { reviewJson, scanJson } from './scanJson.ts';
export { scanText } from './scanText.ts';
export { renderTable, tableFormats, type TableFormat } from './table.ts';
export { tableCsv } from './tableCsv.ts';
export { tableHtml } from './tableHtml.ts';
export { tableJson } from './tableJson.ts';
export { tableMarkdown } from './tableMarkdown.ts';
export { tableMediawiki } from './tableMediawiki.ts';
export { tableXep, tableXepRows } from './tableXep.ts';
export { triageOf, type Triage, type TriageCategory } from './triage.ts';
export { updateTable, type NoTable } from './updateTable.ts';
export { basisInWords, categoriesInWords, documentInWords, levelInWords, recipientsInWords, retentionInWords } from './words.ts';
