import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Milliseconds } from '@oriel/core';

// A script cannot be started with flags by everybody who runs it.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const ROUNDS = 11;
/** Rounds before anything counts, while the engine still compiles. */
const WARM_UPS = 4;

/**
 * The processor time that each task takes, all threads together, as the median of several rounds in which all take
 * turns. Unlike the time on the clock it does not grow while other processes keep the processors busy.
 */
export async function medianTimes<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, Milliseconds>> {
  const names = Object.keys(tasks) as Name[];
  const times = new Map<Name, Milliseconds[]>(names.map((name) => [name, []]));
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    for (const name of names) {
      // What one task leaves behind must not be cleared away in the time of the next.
      collectGarbage();
      const before = process.cpuUsage();
      await tasks[name]();
      const { user, system } = process.cpuUsage(before);
      if (round >= WARM_UPS) times.get(name)?.push((user + system) / 1000);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    Milliseconds
  >;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
