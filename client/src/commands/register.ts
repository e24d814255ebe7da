// SPDX-License-Identifier: MIT
import { Uri, commands, window, type Disposable } from 'vscode';
import { commandId, commandNames, type CommandName } from '../names.ts';
import { clearFilter, filter, groupBy, sortBy, toggleInactive } from './arrange.ts';
import { besideDocuments } from './beside.ts';
import { compareWithHead } from './compare.ts';
import { beginConsiderations } from './considerations.ts';
import { copyAs } from './copy.ts';
import { deploymentReport } from './deployment.ts';
import { explainCarrier } from './explain.ts';
import { ignore } from './ignore.ts';
import { openPage, openSource } from './open.ts';
import { openPanel } from './panel.ts';
import { reviewWorkspace } from './reviewWorkspace.ts';
import { step } from './step.ts';
import type { Surroundings } from './surroundings.ts';
import { generateTable, updateTable } from './table.ts';
import { triage } from './triage.ts';
import { openVerdict } from './verdict.ts';

/** What a handler answers goes to those who run the command by its name. */
type Handler = (...args: readonly unknown[]) => unknown;

/** Registers every command of the manifest. What goes wrong in one is told to the user and written to the output. */
export function registerCommands(around: Surroundings): readonly Disposable[] {
  const { view, connection } = around;
  const handlers: Readonly<Record<CommandName, Handler>> = {
    reviewWorkspace: (given) => reviewWorkspace(around, given),
    generateTable: (format) => generateTable(around, format),
    updateTable: () => updateTable(around),
    nextCarrier: () => step(around, 'next'),
    previousCarrier: () => step(around, 'previous'),
    groupBy: (given) => groupBy(view, given),
    sortBy: (given) => sortBy(view, given),
    filter: (given) => filter(view, given),
    clearFilter: () => clearFilter(view),
    toggleInactive: () => toggleInactive(view),
    explainCarrier: (target) => explainCarrier(around, target),
    triage: (target) => triage(around, target),
    beginConsiderations: (target) => beginConsiderations(around, target),
    compareWithHead: (target) => compareWithHead(around, target),
    deploymentReport: (given) => deploymentReport(around, given),
    openVerdict: (target) => openVerdict(around, target),
    ignore: (target) => ignore(around, target),
    openSource: (target) => openSource(around, target),
    openPage: (target) => openPage(around, target),
    openTree: (uri) => view.reveal(typeof uri === 'string' ? Uri.parse(uri).toString() : window.activeTextEditor?.document.uri.toString()),
    openPanel: (given) => { openPanel(around, given); },
    showOutput: () => { connection.output.show(); },
    restartServer: () => connection.restart(),
    copyAsMarkdown: (target, selected) => copyAs(around, 'markdown', target, selected),
    copyAsCsv: (target, selected) => copyAs(around, 'csv', target, selected),
    copyAsMediawiki: (target, selected) => copyAs(around, 'mediawiki', target, selected),
    copyAsXep: (target, selected) => copyAs(around, 'xep', target, selected),
  };
  return [
    ...commandNames.map((name) => commands.registerCommand(commandId(name), async (...args: readonly unknown[]) => {
      try {
        return await handlers[name](...args);
      } catch (error) {
        connection.output.error(`${name}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
        void window.showErrorMessage(`XEP GDPR: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
    })),
    besideDocuments(),
  ];
}
