// SPDX-License-Identifier: MIT
import { isMainThread } from 'node:worker_threads';
import { tuneEngine } from '../host/index.ts';
import { parseCommandLine, UsageError } from './commandLine.ts';
import { coverage } from './coverage.ts';
import { deployment } from './deployment.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { help, version } from './help.ts';
import { ignore } from './ignore.ts';
import { initEntry } from './initEntry.ts';
import { say } from './output.ts';
import { scan } from './scan.ts';
import { skeleton } from './skeleton.ts';
import { table } from './table.ts';
import { triage } from './triage.ts';
import { serveWorker } from './worker.ts';

/** Exit status of the program: 0 done, 1 `--fail-on` met, 2 wrong usage or an unreadable input. */
export type ExitStatus = 0 | 1 | 2;

async function run(argv: readonly string[]): Promise<ExitStatus> {
  const line = parseCommandLine(argv);
  if (line.version) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (line.help || line.command === undefined) {
    (line.help ? process.stdout : process.stderr).write(help());
    return line.help ? 0 : 2;
  }
  if (line.update !== undefined && line.command !== 'table' && line.command !== 'deployment') {
    throw new UsageError(`--update belongs to table and deployment, not to ${line.command}`);
  }
  if (line.skeleton && line.command !== 'triage') {
    throw new UsageError(`--skeleton belongs to triage, not to ${line.command}`);
  }
  if ((line.baseline !== undefined || line.updateBaseline) && line.command !== 'scan') {
    throw new UsageError(`--baseline belongs to scan, not to ${line.command}`);
  }
  if ((line.against.length > 0 || line.parts.length > 0) && line.command !== 'deployment') {
    throw new UsageError(`--against and --part belong to deployment, not to ${line.command}`);
  }
  switch (line.command) {
    case 'table': return table(line);
    case 'scan': return scan(line);
    case 'triage': return line.skeleton ? skeleton(line) : triage(line);
    case 'diff': return diff(line);
    case 'explain': return explain(line);
    case 'ignore': return ignore(line);
    case 'coverage': return coverage(line);
    case 'init-entry': return initEntry(line);
    case 'deployment': return deployment(line);
  }
}

if (isMainThread) {
  tuneEngine();
  // A reader that closes the pipe early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
  run(process.argv.slice(2)).then(
    (status) => { process.exitCode = status; },
    (error: unknown) => {
      say(`xep-gdpr: ${error instanceof Error ? error.message : String(error)}`);
      if (error instanceof UsageError) {
        process.stderr.write('Try "xep-gdpr --help".\n');
      }
      process.exitCode = 2;
    },
  );
} else {
  serveWorker();
}
