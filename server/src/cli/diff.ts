// SPDX-License-Identifier: MIT
import { documentKey, type Dataset, type DatasetSource } from '../dataset/index.ts';
import { diffFormats, levels, renderDiff } from '../report/index.ts';
import { compareReviews, reviewXep, type Comparison, type Review } from '../review/index.ts';
import { fragmentCache } from '../xep/index.ts';
import { bundledDataset } from './bundledDataset.ts';
import { chosenFormat, UsageError, type CommandLine } from './commandLine.ts';
import { checkFailOn } from './filters.ts';
import { version } from './help.ts';
import type { ExitStatus } from './main.ts';
import { complain, print } from './output.ts';
import { readOwnDataset } from './ownDataset.ts';
import { workspaceOptions } from './reviewFiles.ts';
import { readSide, type Revision } from './revisions.ts';
import { applyWorkspace, workspaceFinder } from './workspace.ts';

/** `xep-gdpr diff OLD NEW`: what a revision changes about personal data. */
export async function diff(line: CommandLine): Promise<ExitStatus> {
  const format = chosenFormat(line, diffFormats);
  const [before, after, ...rest] = line.operands;
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new UsageError('diff needs two: OLD NEW, each a file, a folder, git:REV or git:REV:PATH');
  }
  checkFailOn(line);
  const own = readOwnDataset(line.dataset);
  const dataset = bundledDataset(own);
  const old = readSide(before, after);
  const now = readSide(after, before);
  const review = revisionReviewer(line, dataset, own, now.revisions);
  const comparisons = pairs(old.revisions, now.revisions).flatMap(([one, other]) => {
    const same = one !== undefined && other !== undefined && one.text === other.text;
    return same ? [] : compareReviews(one ? review(one, other ?? one) : null, other ? review(other, other) : null) ?? [];
  });
  print(line, renderDiff(format, comparisons, dataset, version));
  if (complain([...old.unreadable, ...now.unreadable])) {
    return 2;
  }
  return comparisons.some((comparison) => failsOn(line, comparison)) ? 1 : 0;
}

/** Both revisions of a document are reviewed with the workspace's data of the newer one. */
function revisionReviewer(line: CommandLine, dataset: Dataset, own: DatasetSource | undefined, now: readonly Revision[]): (revision: Revision, newer: Revision) => Review {
  const options = workspaceOptions(line, []);
  const documents = new Set(now.map(({ path }) => documentKey(path.split('/').at(-1) ?? path)));
  const workspaceOf = workspaceFinder(dataset, own, options.file);
  const fragments = fragmentCache(400);
  return ({ path, text, entities }, { file }) => {
    const workspace = workspaceOf({ file, path, named: true });
    const review = reviewXep(path, text, workspace?.dataset ?? dataset, entities ? { entities, fragments } : { fragments });
    return workspace ? applyWorkspace(review, workspace, { today: options.today, documents }).review : review;
  };
}

/** Which document became which: two single files whatever their names, else by path, then by what is left with the same title (a ProtoXEP that got its number). */
function pairs(old: readonly Revision[], now: readonly Revision[]): (readonly [Revision | undefined, Revision | undefined])[] {
  if (old.length === 1 && now.length === 1) {
    return [[old[0], now[0]]];
  }
  const left = new Set(old);
  const take = (found: Revision | undefined): Revision | undefined => {
    if (found) {
      left.delete(found);
    }
    return found;
  };
  const byPath = new Map(old.map((one) => [one.path, one]));
  const matched = now.map((one): [Revision | undefined, Revision] => [take(byPath.get(one.path)), one]);
  const byTitle = new Map([...left].map((one) => [titleOf(one), one]));
  const all = matched.map(([one, other]): [Revision | undefined, Revision | undefined] => [one ?? take(byTitle.get(titleOf(other))), other]);
  const pathOf = ([one, other]: readonly [Revision | undefined, Revision | undefined]): string => (other ?? one)?.path ?? '';
  return [...all, ...[...left].map((one): [Revision | undefined, Revision | undefined] => [one, undefined])].sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
}

function titleOf({ text }: Revision): string {
  return /<title>([^<]{1,200})<\/title>/.exec(text)?.[1]?.replace(/\s+/g, ' ').trim().toLowerCase() ?? '';
}

/** Only what the revision brings counts: a level that it reaches, a finding or a category that was not there before. */
function failsOn(line: CommandLine, { level, categories, findings }: Comparison): boolean {
  const codes = [...findings.added, ...categories.added.map((id) => `carrier/${id}`)];
  const rank = (one: string | null): number => levels.findIndex((known) => known === one);
  return line.failOn.some((what) => {
    const at = rank(what);
    return at < 0 ? codes.some((code) => code === what || code.startsWith(`${what}/`)) : rank(level.after) >= at && rank(level.before) < at;
  });
}
