import type { TraceId } from '../../model/ids.ts';
import type { ObservationPayload } from '../../model/observation.ts';
import type { Observation } from '../../model/observation.ts';
import type { Score } from '../../model/score.ts';
import type { Trace, TracePayload } from '../../model/trace.ts';
import { MAX_PAGE_SIZE } from '../../query/page.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import { recordKey } from './record-key.ts';
import { walkRecords } from './walk-records.ts';

/** What a table shows beyond the records of a list, by the records' keys ({@link recordKey}). */
export type TableRecord = Trace | Observation;

/** How many traces are asked for their payloads at once. */
const AT_ONCE = 6;

/**
 * The judgements of traces or observations, oldest first; those of a trace include those of its observations. One read
 * for all records, and more only where they have more than a page of scores.
 */
export async function readScores(
  store: TraceStore,
  records: readonly TableRecord[],
  { signal }: CallOptions = {},
): Promise<ReadonlyMap<string, readonly Score[]>> {
  const found = new Map<string, Score[]>(records.map((record) => [recordKey(record), []]));
  const traceIds = [...new Set(records.map(traceIdOf))];
  if (traceIds.length === 0) return found;
  const ofTraces = { field: 'traceId', op: 'any-of', value: traceIds } as const;
  const ids = records.flatMap((record) => ('parentId' in record ? [record.id] : []));
  const filter =
    ids.length === 0
      ? ofTraces
      : { and: [ofTraces, { field: 'observationId', op: 'any-of', value: ids } as const] };
  const order = { field: 'timestamp', direction: 'asc' } as const;
  for await (const scores of walkRecords(
    store,
    'scores',
    { filter, order },
    { pageSize: MAX_PAGE_SIZE, signal },
  )) {
    for (const score of scores) {
      const key = ids.length === 0 ? score.traceId : JSON.stringify([score.traceId, score.observationId]);
      found.get(key ?? '')?.push(score);
    }
  }
  return found;
}

/** The traces that records belong to, by id. */
export async function readTraces(
  store: TraceStore,
  records: readonly TableRecord[],
  { signal }: CallOptions = {},
): Promise<ReadonlyMap<TraceId, Trace>> {
  const found = new Map<TraceId, Trace>();
  const ids = [...new Set(records.map(traceIdOf))];
  if (ids.length === 0) return found;
  const filter = { field: 'id', op: 'any-of', value: ids } as const;
  for await (const traces of walkRecords(store, 'traces', { filter }, { pageSize: MAX_PAGE_SIZE, signal })) {
    for (const trace of traces) found.set(trace.id, trace);
  }
  return found;
}

/** What went in and out of records: one read for each trace, a few at once. Records that are gone are left out. */
export async function readTablePayloads(
  store: TraceStore,
  records: readonly TableRecord[],
  { signal }: CallOptions = {},
): Promise<ReadonlyMap<string, TracePayload | ObservationPayload>> {
  const found = new Map<string, TracePayload | ObservationPayload>();
  const byTrace = new Map<TraceId, TableRecord[]>();
  for (const record of records) {
    const traceId = traceIdOf(record);
    byTrace.set(traceId, [...(byTrace.get(traceId) ?? []), record]);
  }
  const left = [...byTrace];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [traceId, of] = next;
      const observationIds = of.flatMap((record) => ('parentId' in record ? [record.id] : []));
      const { trace, observations } = await store.readPayloads({ traceId, observationIds }, { signal });
      if (observationIds.length === 0 && trace) found.set(traceId, trace);
      for (const payload of observations) found.set(JSON.stringify([traceId, payload.id]), payload);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

function traceIdOf(record: TableRecord): TraceId {
  return 'parentId' in record ? record.traceId : record.id;
}
