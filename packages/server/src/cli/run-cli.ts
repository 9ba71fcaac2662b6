import type { CliSurroundings } from './cli-surroundings.ts';
import { collect } from './collect.ts';
import { HELP, readArguments } from './read-arguments.ts';
import { VERSION } from '../version.ts';

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
