import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { createCollector } from '../create-collector.ts';
import { serve } from '../node/serve.ts';
import { startText } from './start-text.ts';
import { HELP, readArguments } from './read-arguments.ts';
import type { CliArguments } from './read-arguments.ts';
import { logEntry } from './log-entry.ts';
import type { LogEntry } from './log-entry.ts';
import { openStore } from './open-store.ts';
import { readKeys } from './read-keys.ts';
import { VERSION } from '../version.ts';

/** What the command takes from its process. */
export interface CliSurroundings {
  /** Without `node` and the script. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line for people. */
  readonly print: (text: string) => void;
  /** Writes a line for machines. */
  readonly log: (entry: LogEntry) => void;
  /** Resolves with the reason when the process is asked to end. */
  readonly whenStopped: () => Promise<string>;
}

/** Runs the command until it is asked to stop. Resolves with the exit code: 0, or 1 when it could not start. */
export async function runCli(around: CliSurroundings): Promise<number> {
  const read = readArguments(around.args);
  if ('problem' in read) {
    around.print(`${read.problem}\n\n${HELP}`);
    return 1;
  }
  if (read.command !== 'collect') {
    around.print(read.command === 'help' ? HELP : VERSION);
    return 0;
  }
  try {
    await collect(read, around);
    return 0;
  } catch (error) {
    around.print(`Oriel could not start: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

/** Collects until it is asked to stop; what was answered is on the disk then. */
async function collect(
  options: CliArguments,
  { env, print, log, whenStopped }: CliSurroundings,
): Promise<void> {
  const stopped = whenStopped();
  const opened = await openStore(options, (error) => log(logEntry({ type: 'store', error })));
  try {
    const keys = await readKeys(opened.keysFile, env);
    const collector = createCollector({
      store: opened.store,
      keys: [keys],
      cors: options.origins.length === 0 ? undefined : { origins: options.origins },
      ingestion: { pricer: createPricer([await loadDefaultPrices()]) },
      onEvent: (event) => log(logEntry(event)),
    });
    const server = await serve({ collector, port: options.port, hostname: options.host });
    try {
      print(startText({ url: server.url, place: opened.place, keys }));
      log({ time: new Date().toISOString(), level: 'info', event: 'listening', url: server.url });
      const signal = await stopped;
      log({ time: new Date().toISOString(), level: 'info', event: 'stopping', signal });
    } finally {
      await server.close();
    }
  } finally {
    await opened.close();
  }
  log({ time: new Date().toISOString(), level: 'info', event: 'stopped' });
}
