// SPDX-License-Identifier: MIT
// Every id that package.json and the code share; test/project/manifest.test.ts keeps the two alike.

/** The view container, the tree in it, and the prefix of all settings. */
export const containerId = 'xepGdpr';
export const treeViewId = 'xepGdpr.relevance';
/** Type of the relevance panel, by which it comes back with the window. */
export const panelType = 'xepGdpr.panel';
export const settingsSection = 'xepGdpr';

/** Settings, without the section. */
export const settings = ['show', 'addressing'] as const;

/** All commands, without the prefix `xepGdpr.`. */
export const commandNames = [
  'reviewWorkspace', 'generateTable', 'updateTable', 'nextCarrier', 'previousCarrier', 'groupBy', 'sortBy', 'filter', 'clearFilter', 'toggleInactive',
  'triage', 'beginConsiderations', 'compareWithHead', 'deploymentReport', 'explainCarrier', 'openVerdict', 'ignore', 'openSource', 'openPage', 'openTree', 'openPanel', 'showOutput', 'restartServer',
  'copyAsMarkdown', 'copyAsCsv', 'copyAsMediawiki', 'copyAsXep',
] as const;
export type CommandName = (typeof commandNames)[number];

/** A command's id as VS Code knows it. */
export function commandId(name: CommandName): string {
  return `xepGdpr.${name}`;
}

/** Context keys that the `when` clauses of the manifest ask for. */
export const contextKeys = {
  hasReviews: 'xepGdpr.hasReviews',
  filtered: 'xepGdpr.filtered',
  activeReviewed: 'xepGdpr.activeReviewed',
} as const;

/** Theme colours of the three levels of sensitivity. */
export const colors = { high: 'xepGdpr.high', medium: 'xepGdpr.medium', low: 'xepGdpr.low' } as const;
