import type { AggregateRow, EpochMs, Filter, JsonObject } from '@oriel/core';
import { MAX_GROUPS } from '@oriel/core';
import { QueryReader } from '../http/query-reader.ts';
import { FilterParts } from '../langfuse/filter-parts.ts';
import { isoTime } from '../langfuse/iso-time.ts';
import { pageOf, readPageNumber } from '../langfuse/numbered-page.ts';
import type { Call, Route } from '../route.ts';

export const DAILY_METRICS_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/metrics/daily', right: 'read', answer: listDays },
];

const MODEL_MEASURES = [
  { aggregate: 'count' },
  { aggregate: 'sum', field: 'inputTokens' },
  { aggregate: 'sum', field: 'outputTokens' },
  { aggregate: 'sum', field: 'totalTokens' },
  { aggregate: 'sum', field: 'totalCost' },
  { aggregate: 'count-distinct', field: 'traceId' },
] as const;

/** What every day came to, the latest first, and of it what each model did. */
async function listDays({ store, url, request: { signal } }: Call): Promise<Response> {
  const query = new QueryReader(url);
  const traces = traceFilter(query);
  const timeBucket = { unit: 'day' } as const;
  const [ofTraces, ofModels] = await Promise.all([
    store.traces.aggregate(
      {
        view: 'traces',
        measures: [{ aggregate: 'count' }, { aggregate: 'sum', field: 'totalCost' }],
        filter: traces,
        timeBucket,
      },
      { signal },
    ),
    store.traces.aggregate(
      {
        view: 'observations',
        measures: MODEL_MEASURES,
        dimensions: ['model'],
        traces,
        timeBucket,
        limit: MAX_GROUPS,
      },
      { signal },
    ),
  ]);
  const days = new Map<EpochMs, { readonly traces: AggregateRow | null; readonly models: AggregateRow[] }>();
  for (const row of ofTraces.rows) days.set(row.bucket ?? 0, { traces: row, models: [] });
  for (const row of ofModels.rows) {
    const day = row.bucket ?? 0;
    const known = days.get(day) ?? { traces: null, models: [] };
    known.models.push(row);
    days.set(day, known);
  }
  const all = [...days]
    .toSorted(([a], [b]) => b - a)
    .map(([day, rows]) => dayJson(day, rows.traces, rows.models));
  const { items, meta } = pageOf(all, readPageNumber(query));
  return Response.json({ data: items, meta });
}

function traceFilter(query: QueryReader): Filter | undefined {
  return new FilterParts()
    .equals('name', query.text('traceName'))
    .equals('userId', query.text('userId'))
    .allOf('tags', query.texts('tags'))
    .anyOf('environment', query.texts('environment'))
    .between('timestamp', query.time('fromTimestamp'), query.time('toTimestamp'))
    .all();
}

function dayJson(day: EpochMs, traces: AggregateRow | null, models: readonly AggregateRow[]): JsonObject {
  return {
    date: isoTime(day).slice(0, 10),
    countTraces: numberAt(traces, 0),
    totalCost: numberAt(traces, 1),
    countObservations: models.reduce((sum, row) => sum + numberAt(row, 0), 0),
    usage: models.map((row) => ({
      model: row.group[0] ?? null,
      countObservations: numberAt(row, 0),
      inputUsage: numberAt(row, 1),
      outputUsage: numberAt(row, 2),
      totalUsage: numberAt(row, 3),
      totalCost: numberAt(row, 4),
      countTraces: numberAt(row, 5),
    })),
  };
}

function numberAt(row: AggregateRow | null, index: number): number {
  const value = row?.values[index];
  return typeof value === 'number' ? value : 0;
}
