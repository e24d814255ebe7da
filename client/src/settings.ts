// SPDX-License-Identifier: MIT
import { workspace, type Uri } from 'vscode';
import type { Settings } from '../../server/src/lsp/protocol.ts';
import { settingsSection } from './names.ts';

/** How carriers of a document are shown. */
export function shownAs(uri: Uri): Settings['show'] {
  return workspace.getConfiguration(settingsSection, uri).get<Settings['show']>('show', 'problems');
}

/** Whether the addressing of stanzas is shown for a document. */
export function showsAddressing(uri: Uri): boolean {
  return workspace.getConfiguration(settingsSection, uri).get<boolean>('addressing', false);
}
