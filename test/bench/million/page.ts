// The page of the benchmark: a store and DuckDB in workers beside it, and `window.million` for the runner to call.
import { DuckDb } from './duckdb.ts';
import { filledStore } from './filled-store.ts';
import { measureDurable } from './measure-durable.ts';
import { measureQueries } from './measure-queries.ts';
import { measureReads } from './measure-reads.ts';
import type { Row } from './row.ts';

const MAX_BYTES = 150;
const SMALL_DAYS = 2;

declare global {
  interface Window {
    million: (days: number) => Promise<Row[]>;
  }
}

window.million = async (days) => {
  const duckDb = await DuckDb.open();
  const large = await filledStore(days, (rows) => duckDb.add(rows));
  await duckDb.finish();
  const { traces, observations, scores } = large.counts;
  const patches = traces + observations + scores;
  const bytes = large.structureBytes / observations;
  const rows: Row[] = [
    { case: 'observations', value: observations, unit: '', note: `${traces} traces, ${scores} scores` },
    { case: 'patches written into memory a second', value: (patches / large.writingMs) * 1000, unit: '/s' },
    { case: 'first read after all was written', value: large.firstReadMs, unit: 'ms' },
    {
      case: 'structure, bytes an observation',
      value: bytes,
      unit: 'B',
      bar: `≤ ${MAX_BYTES} B`,
      ok: bytes <= MAX_BYTES,
    },
    ...(await measureQueries(large.store, duckDb)),
  ];
  const small = await filledStore(SMALL_DAYS);
  rows.push(...(await measureReads(large.store, small.store)));
  large.end();
  small.end();
  await duckDb.close();
  return [...rows, ...(await measureDurable(days))];
};
