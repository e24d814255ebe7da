// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { addIgnore, workspaceFileName, type Ignore } from '../dataset/index.ts';
import { UsageError, type CommandLine } from './commandLine.ts';
import type { ExitStatus } from './main.ts';
import { readNamedFile } from './namedFile.ts';
import { note, replaceFile } from './output.ts';
import { decodeText } from './sources.ts';
import { todayHere } from './workspace.ts';

/** `xep-gdpr ignore`: adds a decision to the workspace's file in the current folder, or to `--ignore-file`. */
export async function ignore(line: CommandLine): Promise<ExitStatus> {
  const [document, ...rest] = line.operands;
  const { carrier, code, reason, author, until } = line;
  if (document === undefined || rest.length > 0 || (carrier === undefined) === (code === undefined) || reason === undefined || reason.trim() === '') {
    throw new UsageError('ignore needs DOCUMENT, --carrier ID or --code CODE, and --reason TEXT');
  }
  const file = line.ignoreFile ?? workspaceFileName;
  const decision: Ignore = {
    document: documentName(document), reason, date: todayHere(),
    ...carrier !== undefined && { carrier }, ...code !== undefined && { code }, ...author !== undefined && { author }, ...until !== undefined && { until },
  };
  const added = addIgnore(readText(file), decision);
  if ('error' in added) {
    throw new Error(`${file}: ${added.error}; nothing was changed`);
  }
  replaceFile(file, added.text);
  note(line, [`${file}: ${decision.document}, ${carrier ?? code ?? ''}: ${added.replaced ? 'replaced' : 'added'}`]);
  return 0;
}

/** A document's name as the file has it; a path is taken for the document that it leads to. */
function documentName(operand: string): string {
  return (operand.split(/[\\/]/).at(-1) ?? operand).replace(/\.xml$/i, '');
}

function readText(file: string): string | undefined {
  if (!existsSync(file)) {
    return undefined;
  }
  const text = decodeText(readNamedFile(file));
  if (text === undefined) {
    throw new Error(`${file}: is not text in UTF-8; nothing was changed`);
  }
  return text;
}
