// SPDX-License-Identifier: MIT
import { Range } from 'vscode';
import type { Range as ProtocolRange } from '../../server/src/lsp/protocol.ts';

/** A range of the server as the editor wants it; the client asked for UTF-16 units, which is what the editor counts. */
export function editorRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
