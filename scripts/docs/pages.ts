// SPDX-License-Identifier: MIT
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { help } from '../../server/src/cli/help.ts';
import { commandLinePage } from './commandLine.ts';
import { commandsPage, settingsPage } from './editor.ts';
import { findingPages } from './findings.ts';
import { levelsPage } from './levels.ts';
import { contributes } from './manifest.ts';
import type { Page } from './markdown.ts';

/** All pages that are made from the program itself; the relevance table needs the XEPs' sources and is made elsewhere. */
export function generatedPages(): Page[] {
  const dataset = bundledDataset();
  const manifest = contributes();
  return [...findingPages(dataset), levelsPage(dataset), commandsPage(manifest), settingsPage(manifest), commandLinePage(help())];
}
