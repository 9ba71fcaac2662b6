import { readObservation } from '@oriel/core';
import type { CallOptions, Filter, ObservationId, TraceId, View, ViewItems } from '@oriel/core';
import { decodeState } from '../records/decode-row.ts';
import type { StoredRow } from '../records/decode-row.ts';
import { STRUCTURE_COLUMNS } from '../records/record-columns.ts';
import { inParts } from './in-parts.ts';
import { readGroups } from './read-groups.ts';
import { readScores } from './read-scores.ts';
import { readTraces } from './read-traces.ts';
import { nameOf } from './store-reader.ts';
import type { ItemKey, StoreReader } from './store-reader.ts';

/** The items of some keys, in their order. What was deleted meanwhile is left out. */
export async function readItems<V extends View>(
  reader: StoreReader,
  view: V,
  keys: readonly ItemKey[],
  within: Filter | undefined,
  options?: CallOptions,
): Promise<ViewItems[V][]> {
  if (keys.length === 0) return [];
  const items = await READERS[view](reader, keys, within, options);
  return keys.map((key) => items.get(nameOf(key))).filter((item) => item !== undefined);
}

type ItemReader<V extends View> = (
  reader: StoreReader,
  keys: readonly ItemKey[],
  within: Filter | undefined,
  options?: CallOptions,
) => Promise<ReadonlyMap<string, ViewItems[V]>>;

const READERS: { readonly [V in View]: ItemReader<V> } = {
  async traces(reader, keys, _within, options) {
    const traces = await readTraces(reader, idsOf(keys), options);
    return new Map(traces.map((trace) => [nameOf({ id: trace.id, traceId: '' }), trace]));
  },
  async observations(reader, keys, _within, options) {
    const observations = await readObservations(reader, keys, options);
    return new Map(observations.map((item) => [nameOf(item), item]));
  },
  async scores(reader, keys, _within, options) {
    const scores = await readScores(reader, idsOf(keys), options);
    // The trace it is on may have changed meanwhile.
    const traces = new Map(keys.map(({ id, traceId }) => [id, traceId]));
    return new Map(scores.map((item) => [nameOf({ id: item.id, traceId: traces.get(item.id) ?? '' }), item]));
  },
  sessions: (reader, keys, within, options) =>
    readGroups(reader, 'sessions', keys, within, options) as Promise<Map<string, ViewItems['sessions']>>,
  users: (reader, keys, within, options) =>
    readGroups(reader, 'users', keys, within, options) as Promise<Map<string, ViewItems['users']>>,
};

function idsOf(keys: readonly ItemKey[]): string[] {
  return keys.map(({ id }) => id);
}

async function readObservations(
  { connection, tables }: StoreReader,
  keys: readonly ItemKey[],
  options?: CallOptions,
) {
  const wanted = new Set(keys.map(nameOf));
  const columns = STRUCTURE_COLUMNS.filter(({ fields }) => fields.observation !== undefined);
  const names = ['trace_id', 'id', 'first_at', ...columns.map(({ column }) => column)].join(', ');
  const rows = await inParts(
    keys,
    ({ id, traceId }) => id + traceId,
    (part) =>
      connection.rows<StoredRow & { trace_id: TraceId; id: ObservationId }>(
        (parameters) => {
          const traceIds = parameters.texts([...new Set(part.map(({ traceId }) => traceId))]);
          const ids = parameters.texts([...new Set(part.map(({ id }) => id))]);
          return `SELECT ${names} FROM ${tables.records} FINAL
          WHERE kind = 'observation' AND trace_id IN ${traceIds} AND id IN ${ids}`;
        },
        'read observations',
        options,
      ),
  );
  return rows
    .filter((row) => wanted.has(nameOf({ id: row.id, traceId: row.trace_id })))
    .map((row) => readObservation(row.trace_id, row.id, decodeState({ kind: 'observation', columns, row })));
}
