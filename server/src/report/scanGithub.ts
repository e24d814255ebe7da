// SPDX-License-Identifier: MIT
import type { Dataset } from '../dataset/index.ts';
import { broughtCategories, carrierName, namesInWords, type Place, type Review, type Severity } from '../review/index.ts';
import { oneLine } from './oneLine.ts';
import { recipientsInWords } from './words.ts';

/** GitHub shows only the first ten of each kind: problems come first, then what the document brings, one line a category. */
export function scanGithub(review: Review, dataset: Dataset): string {
  const problems = [...review.problems].sort((one, other) => ranks[other.severity] - ranks[one.severity]).map((problem) => command(kinds[problem.severity], review.path, problem, problem.code, problem.message));
  const carriers = broughtCategories(review, dataset).map(({ category, carriers: group }) => {
    const seen = recipientsInWords([...new Set(group.flatMap(({ recipients }) => recipients))]);
    const text = `${namesInWords(group.map(carrierName), 5)} may carry personal data (${category.short})${seen === '' ? '' : `, seen by ${seen}`}.`;
    return command('notice', review.path, group[0]?.occurrences[0], `carrier/${category.id}`, text);
  });
  return [...problems, ...carriers].join('');
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };
const kinds: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** One workflow command. Columns are only meant where both ends stand on one line. */
function command(kind: string, file: string, place: Place | undefined, title: string, message: string): string {
  const { start, end } = place ?? {};
  const properties = {
    file, ...start && end && { line: start.line, endLine: end.line, ...start.line === end.line && { col: start.column, endColumn: end.column } }, title,
  };
  return `::${kind} ${Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')}::${escapeData(oneLine(message))}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return oneLine(escapeData(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
