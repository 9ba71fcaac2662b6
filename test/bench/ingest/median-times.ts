import type { Milliseconds } from '@oriel/core';

const ROUNDS = 11;

/**
 * How long each task takes, as the median of several rounds in which all take turns, so that a busy moment of the
 * machine meets all of them. The first round, before anything is compiled, is not counted.
 */
export async function medianTimes<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, Milliseconds>> {
  const names = Object.keys(tasks) as Name[];
  const times = new Map<Name, Milliseconds[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      // What one task leaves behind must not be cleared away in the time of the next.
      globalThis.gc?.();
      const started = performance.now();
      await tasks[name]();
      if (round > 0) times.get(name)?.push(performance.now() - started);
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
