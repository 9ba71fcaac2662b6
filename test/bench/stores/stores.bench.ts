// What the columnar store costs over bare typed arrays of the same month of traffic. A missed bar shows as `ok: NO`.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memoryStore } from '@oriel/stores/memory';
import { BareColumnsWriter } from './bare-columns.ts';
import { DASHBOARD_QUERIES } from './dashboard-queries.ts';
import { batches } from './traffic.ts';

const SIZE = { traces: 50_000, observationsPerTrace: 20 };
const OBSERVATIONS = SIZE.traces * SIZE.observationsPerTrace;
const BATCH = 2000;
const RUNS = 7;

interface Row {
  readonly case: string;
  readonly ours: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly bar: string;
  readonly ok: boolean | null;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const rows: Row[] = [];

const store = memoryStore();
const { traces } = store;
const bare = new BareColumnsWriter(OBSERVATIONS);
const arraysBefore = arrayBytes();
let writing = 0;
let patchCount = 0;
for (const batch of batches(SIZE, BATCH)) {
  bare.write(batch);
  const started = performance.now();
  await traces.write(batch);
  writing += performance.now() - started;
  patchCount += batch.length;
}
const rate = (patchCount / writing) * 1000;
add({ case: 'patches written a second', ours: rate, unit: '/s', bar: '≥ 50,000', ok: rate >= 50_000 });
await traces.listTraces({ limit: 1 });

const structure = store.memoryUsage().structure / OBSERVATIONS;
const arrays = (arrayBytes() - arraysBefore) / OBSERVATIONS;
const text = 'structure, bytes an observation';
add({ case: `${text}, as accounted for`, ours: structure, unit: 'B', bar: '≤ 150', ok: structure <= 150 });
add({ case: `${text}, typed arrays measured`, ours: arrays, unit: 'B', bar: '≤ 150', ok: arrays <= 150 });

for (const { name, query, bare: scan } of DASHBOARD_QUERIES) {
  await traces.aggregate(query);
  const ours = await median(() => traces.aggregate(query));
  const limit = await median(() => scan(bare.columns, (value) => bare.codeOf(value)));
  add({ case: name, ours, unit: 'ms', limit });
}

const since = Date.UTC(2025, 8, 10);
const page = await median(() =>
  traces.listObservations({
    filter: {
      and: [
        { field: 'model', op: '=', value: 'gpt-4o' },
        { field: 'startTime', op: '>=', value: since },
      ],
    },
  }),
);
add({
  case: 'first page of observations with two filters',
  ours: page,
  unit: 'ms',
  bar: '≤ 30 ms',
  ok: page <= 30,
});

const large = await openLargeTrace(traces);
const alone = await openLargeTrace(memoryStore().traces);
add({
  case: 'open a trace of 1,000 among a million (limit: alone)',
  ours: large,
  unit: 'ms',
  limit: alone,
  bar: '≤ 10 ms',
  ok: large <= 10,
});

console.table(
  rows.map(({ case: name, ours, unit, limit, ratio, bar, ok }) => ({
    case: name,
    ours: `${round(ours)} ${unit}`,
    'bare arrays': limit === null ? '' : `${round(limit)} ${unit}`,
    ratio: ratio ?? '',
    bar,
    ok: ok === null ? '' : ok ? 'yes' : 'NO',
  })),
);
console.log(JSON.stringify({ name: 'stores', rows }));

function add({
  limit = null,
  bar = '',
  ok = null,
  ...row
}: Partial<Row> & Pick<Row, 'case' | 'ours' | 'unit'>) {
  rows.push({ ...row, limit, bar, ok, ratio: limit === null ? null : round(row.ours / limit) });
}

async function openLargeTrace(into: typeof traces): Promise<number> {
  for (const batch of batches({ traces: 1, observationsPerTrace: 1000 }, BATCH)) {
    await into.write(
      batch.map((patch) =>
        patch.kind === 'trace' ? { ...patch, id: 'large' } : { ...patch, traceId: 'large' },
      ),
    );
  }
  return median(() => into.readTrace('large'));
}

/** The median of a few runs, in milliseconds. */
async function median(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

function arrayBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
