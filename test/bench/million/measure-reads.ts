import { generateTrace } from '@oriel/core/testing';
import type { Store } from '@oriel/core';
import { compareRuns, medianTime } from './compare-runs.ts';
import type { Row } from './row.ts';

const PAGE_MS = 30;
const TRACE_MS = 10;
/** How much slower a trace may open than in a small store and still count as no slower: the noise of the clock. */
const NOISE = 1.25;
const LARGE = 'generated-1';

/** A first page of each table, and one trace of 1,000 observations, in a large store and in a small one. */
export async function measureReads(large: Store, small: Store): Promise<Row[]> {
  const since = Date.UTC(2026, 9, 1);
  const observations = () =>
    large.traces.listObservations({
      filter: {
        and: [
          { field: 'model', op: '=', value: 'gpt-4o-mini' },
          { field: 'startTime', op: '>=', value: since },
        ],
      },
    });
  const traces = () =>
    large.traces.listTraces({
      filter: {
        and: [
          { field: 'name', op: '=', value: 'market-report' },
          { field: 'startTime', op: '>=', value: since },
        ],
      },
    });
  const pages = [
    { name: 'first page of observations with two filters', run: observations },
    { name: 'first page of traces with two filters', run: traces },
  ];
  const rows: Row[] = [];
  for (const { name, run } of pages) {
    if ((await run()).items.length === 0) throw new Error(`The ${name} is empty, so it measures nothing.`);
    const value = await medianTime(run);
    rows.push({ case: name, value, unit: 'ms', bar: `≤ ${PAGE_MS} ms`, ok: value <= PAGE_MS });
  }

  for (const { traces: into } of [large, small]) await into.write(generateTrace({ observations: 1000 }));
  const { ours, theirs } = await compareRuns(
    () => large.traces.readTrace(LARGE),
    () => small.traces.readTrace(LARGE),
  );
  rows.push({
    case: 'open a trace of 1,000 (beside: among 1,000 traces)',
    value: ours,
    unit: 'ms',
    against: theirs,
    bar: `≤ ${TRACE_MS} ms and no slower`,
    ok: ours <= TRACE_MS && ours <= theirs * NOISE,
  });
  return rows;
}
