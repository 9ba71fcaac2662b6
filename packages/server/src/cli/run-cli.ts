import type { CliSurroundings } from './cli-surroundings.ts';
import { collect } from './collect.ts';
import { exportTo, importFrom } from './transfer.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { VERSION } from '../version.ts';

/** Runs the command until it is asked to stop. Resolves with the exit code: 0, or 1 when it failed. */
export async function runCli(around: CliSurroundings): Promise<number> {
  const read = readArguments(around.args);
  if ('problem' in read) {
    around.print(`${read.problem}\n\n${HELP}`);
    return 1;
  }
  try {
    switch (read.command) {
      case 'collect':
        await collect(read, around);
        break;
      case 'export':
        await exportTo(read, around);
        break;
      case 'import':
        await importFrom(read, around);
        break;
      case 'help':
        around.print(HELP);
        break;
      case 'version':
        around.print(VERSION);
    }
    return 0;
  } catch (error) {
    const what = read.command === 'collect' ? 'Oriel could not start' : `The ${read.command} failed`;
    around.print(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
