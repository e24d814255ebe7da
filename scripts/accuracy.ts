// SPDX-License-Identifier: MIT
// Prints how well reviews agree with labelled documents: carriers, categories, levels, considerations.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundledDataset } from '../server/src/cli/bundledDataset.ts';
import { readEntityFile } from '../server/src/xep/index.ts';
import { reviewXep, type Carrier, type Review } from '../server/src/review/index.ts';
import { compileDataset, hideEntry, namespaceFamily, type Dataset } from '../server/src/dataset/index.ts';
import { corpusFolder } from '../test/support/corpus.ts';

interface LabelKey { readonly ns: string; readonly element: string; readonly attribute: string | null; readonly field: { readonly formType: string | null; readonly var: string } | null }
interface Label {
  readonly doc: string; readonly kind: string; readonly level: string; readonly codes: readonly string[];
  readonly carriers: readonly (LabelKey & { readonly category: string; readonly also: readonly string[]; readonly own: boolean; readonly sure: boolean })[];
  readonly containers: readonly { readonly ns: string; readonly element: string }[];
  readonly rejected: readonly LabelKey[];
  readonly considerations: Readonly<Record<'privacy' | 'security', string | readonly string[]>>;
}

const verbose = process.argv.includes('--verbose');
const corpus = corpusFolder();
if (corpus === undefined) {
  console.log('No corpus: set XEPS_DIR.');
  process.exit(0);
}
const dataset = bundledDataset();
const entities = readEntityFile(readFileSync(join(corpus, 'xep.ent'), 'utf8'));
const key = (one: LabelKey): string => `${one.ns} ${one.element}@${one.attribute ?? ''} ${one.field ? `${one.field.formType ?? ''}|${one.field.var}` : ''}`;
const keyOf = (carrier: Carrier): string => key({ ns: carrier.namespace, element: carrier.element, attribute: carrier.attribute, field: carrier.field });
const review = (doc: string, data: Dataset = dataset): Review => reviewXep(`${doc}.xml`, readFileSync(join(corpus, `${doc}.xml`), 'utf8'), data, { entities });

labels(process.env['XEP_GDPR_LABELS'] ?? join(corpus, '..', 'domain', 'labels'));
referenceLevels();
if (!process.argv.includes('--fast')) {
  leaveOneOut();
}

function labels(folder: string): void {
  const total = { hit: 0, wrong: 0, missed: 0, sameCategory: 0, sameOwn: 0, level: 0, codes: 0, state: 0, states: 0, documents: 0, mean: 0 };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')).sort()) {
    const label = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Label;
    const result = review(label.doc);
    const expected = new Map(label.carriers.map((carrier) => [key(carrier), carrier]));
    const neutral = new Set(label.containers.map((container) => `${container.ns} ${container.element}@ `));
    const seen = new Set<string>();
    const before = { hit: total.hit, wrong: total.wrong };
    for (const carrier of result.carriers.filter((one) => !one.baseline)) {
      const wanted = expected.get(keyOf(carrier));
      seen.add(keyOf(carrier));
      if (!wanted) {
        if (!neutral.has(keyOf(carrier))) {
          total.wrong++;
          say(`${label.doc}: wrongly marked ${carrier.id} (${carrier.category}, ${carrier.basis})`);
        }
      } else if (wanted.sure) {
        total.hit++;
        if (carrier.category === wanted.category) { total.sameCategory++; } else { say(`${label.doc}: ${carrier.id} is ${wanted.category}, not ${carrier.category}`); }
        if (carrier.own === wanted.own) { total.sameOwn++; } else { say(`${label.doc}: ${carrier.id} own should be ${wanted.own}`); }
      }
    }
    for (const [id, wanted] of expected) {
      if (wanted.sure && !seen.has(id)) { total.missed++; say(`${label.doc}: missed ${id}`); }
    }
    total.documents++;
    const marked = total.hit - before.hit + total.wrong - before.wrong;
    total.mean += marked === 0 ? 1 : (total.hit - before.hit) / marked;
    if (result.relevance.level === label.level) { total.level++; } else { say(`${label.doc}: level ${label.level}, not ${result.relevance.level}`); }
    if (result.relevance.codes.join() === label.codes.join()) { total.codes++; } else { say(`${label.doc}: codes ${label.codes.join()}, not ${result.relevance.codes.join()}`); }
    for (const kind of ['privacy', 'security'] as const) {
      total.states++;
      if ([label.considerations[kind]].flat().includes(result.considerations[kind].state)) { total.state++; } else { say(`${label.doc}: ${kind} is ${String(label.considerations[kind])}, not ${result.considerations[kind].state}`); }
    }
  }
  console.log(`labels: ${total.documents} documents, precision ${ratio(total.hit, total.hit + total.wrong)} (mean of documents ${ratio(total.mean, total.documents)}), recall ${ratio(total.hit, total.hit + total.missed)}, category ${ratio(total.sameCategory, total.hit)}, own ${ratio(total.sameOwn, total.hit)}, level ${total.level}/${total.documents}, codes ${total.codes}/${total.documents}, considerations ${total.state}/${total.states}`);
}

/** Reference levels as the codebook's table of the most important XEPs gives them: one row, one level, for the number in front. */
function referenceLevels(): void {
  const codebook = readFileSync(join(corpus ?? '', '..', 'domain', 'codebook.md'), 'utf8');
  const rows = [...codebook.matchAll(/^\| \d+ \| (\d{4}) [^|]*\| (none|low|medium|high)[^|]*\|/gm)];
  let right = 0;
  for (const [, number = '', level = ''] of rows) {
    const found = review(`xep-${number}`).relevance.level;
    if (found === level) { right++; } else { say(`xep-${number}: reference level ${level}, not ${found}`); }
  }
  console.log(`reference levels: ${right} of ${rows.length}`);
}

/**
 * Hides each XEP's own entry and those of ProtoXEPs about the same, infers, and compares with the entry: how good the rules are on vocabulary that nobody judged.
 * Counted is what the XEP defines, also where it defines no carrier at all. Neither right nor wrong to mark, as in the labels: a container (the labels' own rules),
 * a name that the entry does not judge, and one that is a carrier under a condition that no example meets.
 */
function leaveOneOut(): void {
  const total = { hit: 0, wrong: 0, missed: 0, sameCategory: 0, likeCategory: 0, exact: 0, near: 0, documents: 0 };
  const levels = ['none', 'low', 'medium', 'high'];
  const entries = [...dataset.entries.values()];
  const byNumber = { version: dataset.version, categories: [...dataset.categories.values()], notes: {}, entries };
  for (const entry of entries) {
    if (entry.xep === undefined) { continue; }
    const doc = `xep-${entry.xep}`;
    const known = review(doc);
    const guessed = review(doc, compileDataset({ ...byNumber, entries: hideEntry(entries, entry) }));
    const namespaces = new Set(entry.namespaces.map(namespaceFamily));
    const formTypes = new Set(entry.formTypes.map(namespaceFamily));
    const own = (one: Review): Map<string, Carrier> => new Map(one.carriers
      .filter(({ baseline, field, namespace }) => !baseline && (field ? field.formType === null || formTypes.has(namespaceFamily(field.formType)) : namespaces.has(namespaceFamily(namespace))))
      .map((carrier) => [keyOf(carrier), carrier]));
    const wanted = new Map([...own(known)].filter(([, carrier]) => carrier.occurrences.some((at) => at.where !== 'prose')));
    const got = own(guessed);
    for (const [id, carrier] of got) {
      const right = wanted.get(id);
      if (right) {
        total.hit++;
        total.sameCategory += Number(right.category === carrier.category);
        total.likeCategory += Number(right.category === carrier.category || right.also.includes(carrier.category));
      } else if (isJudgedOtherwise(carrier, entry.xep)) {
        total.wrong++;
      }
    }
    total.missed += [...wanted.keys()].filter((id) => !got.has(id)).length;
    const distance = Math.abs(levels.indexOf(guessed.relevance.level) - levels.indexOf(known.relevance.level));
    total.documents++;
    total.exact += Number(distance === 0);
    total.near += Number(distance <= 1);
  }
  console.log(`leave one out: ${total.documents} XEPs, precision ${ratio(total.hit, total.hit + total.wrong)}, recall ${ratio(total.hit, total.hit + total.missed)}, category ${ratio(total.sameCategory, total.hit)} (${ratio(total.likeCategory, total.hit)} with further categories), level exact ${ratio(total.exact, total.documents)}, within one step ${ratio(total.near, total.documents)}`);
}

/** Whether the dataset says of a name that it carries nothing: not merely wraps carriers, nor carries under a condition. */
function isJudgedOtherwise({ namespace, element, attribute, field }: Carrier, document: string): boolean {
  const verdicts = field ? dataset.fieldVerdicts(field.formType, field.var, document) : dataset.verdicts(namespace, element, attribute, document);
  return verdicts.length > 0 && verdicts.every((verdict) => verdict.kind === 'control' || verdict.kind === 'not-personal');
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

function say(line: string): void {
  if (verbose) { console.log(`  ${line}`); }
}
