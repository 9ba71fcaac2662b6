const RUNS = 9;

export type Run = () => Promise<unknown>;

/** The medians of two things run in turn, in milliseconds. */
export async function compareRuns(ours: Run, theirs: Run): Promise<{ ours: number; theirs: number }> {
  const times: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
  for (let count = 0; count < RUNS; count += 1) {
    times.ours.push(await time(ours));
    times.theirs.push(await time(theirs));
  }
  return { ours: medianOf(times.ours), theirs: medianOf(times.theirs) };
}

/** The median of a few runs, in milliseconds. */
export async function medianTime(run: Run): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) times.push(await time(run));
  return medianOf(times);
}

async function time(run: Run): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
