import { traceIdCandidates } from '@oriel/core';
import type { CallOptions, Filter, TraceId } from '@oriel/core';
import { compileFilter } from '../sql/compile-filter.ts';
import { unitOrder } from '../sql/expressions.ts';
import { viewQuery } from '../sql/view-query.ts';
import { viewScope } from '../sql/view-scope.ts';
import { someTraces } from './read-traces.ts';
import type { StoreReader } from './store-reader.ts';

interface ResolveOptions {
  readonly anyId: string;
  readonly within: Filter | undefined;
  /** Metadata keys that hold ids of the host's own. */
  readonly idKeys: readonly string[];
}

/** The trace somebody means: by its id in any spelling, which costs a look at that trace; else by its metadata. */
export async function resolveTraceId(
  reader: StoreReader,
  { anyId, within, idKeys }: ResolveOptions,
  options?: CallOptions,
): Promise<TraceId | null> {
  const candidates = traceIdCandidates(anyId);
  const known = await knownTraces(reader, candidates, within, options);
  const byId = candidates.find((id) => known.has(id));
  if (byId !== undefined || idKeys.length === 0) return byId ?? null;
  return findCarrier(reader, { anyId, within, idKeys }, options);
}

async function knownTraces(
  { connection, tables }: StoreReader,
  ids: readonly TraceId[],
  within: Filter | undefined,
  options?: CallOptions,
): Promise<ReadonlySet<TraceId>> {
  const rows = await connection.rows<{ id: TraceId }>(
    (parameters) => {
      const source = someTraces(tables, ids, parameters);
      const scope = viewScope('traces', { tables, parameters });
      scope.columns(['id']);
      const where = within === undefined ? '1' : compileFilter(within, scope, parameters);
      return `SELECT id FROM ${scope.from(source, '1')} WHERE ${where}`;
    },
    'look for a trace',
    options,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The newest trace with the id as a text under one of the keys. */
async function findCarrier(
  { connection, tables }: StoreReader,
  { anyId, within, idKeys }: ResolveOptions,
  options?: CallOptions,
): Promise<TraceId | null> {
  const [row] = await connection.rows<{ id: TraceId }>(
    (parameters) => {
      const query = viewQuery({ view: 'traces', tables, parameters, query: { filter: within } });
      const carried = parameters.text(`"${anyId}`);
      const carries = idKeys.map((key) => {
        const name = parameters.text(key);
        return `(has(f_metadataKeys.2, ${name}) AND f_metadata.2[${name}] = [${carried}])`;
      });
      const carriers = `SELECT trace_id FROM ${tables.payloads} FINAL WHERE kind = 'trace' AND (${carries.join(' OR ')})`;
      query.columns(['startTime']);
      return `SELECT id ${query.from()} AND id IN (${carriers})
        ORDER BY startTime DESC, ${unitOrder('id')} LIMIT 1`;
    },
    'look for a trace by its metadata',
    options,
  );
  return row?.id ?? null;
}
