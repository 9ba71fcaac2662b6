import type { CallOptions, ObservationLevel, Trace, TraceId } from '@oriel/core';
import type { Tables } from '../schema/tables.ts';
import type { Parameters } from '../sql/parameters.ts';
import type { TraceSource } from '../sql/joined-sources.ts';
import { tracesSource } from '../sql/traces-source.ts';
import { inParts } from './in-parts.ts';
import type { StoreReader } from './store-reader.ts';

/** The traces of some ids, in no order. */
export function readTraces(
  reader: StoreReader,
  ids: readonly TraceId[],
  options?: CallOptions,
): Promise<Trace[]> {
  return inParts(ids, String, (part) => readPart(reader, part, options));
}

async function readPart({ connection, tables }: StoreReader, ids: readonly TraceId[], options?: CallOptions) {
  const rows = await connection.rows<TraceRow>(
    (parameters) => `SELECT ${COLUMNS} FROM ${someTraces(tables, ids, parameters)(COLUMNS)}`,
    'read traces',
    options,
  );
  return rows.map(traceOf);
}

/** The traces of some ids as a source: of all records, only theirs are read. */
export function someTraces(tables: Tables, ids: readonly TraceId[], parameters: Parameters): TraceSource {
  const wanted = parameters.texts(ids);
  const scoreIds = `SELECT score_id FROM ${tables.score_traces} WHERE trace_id IN ${wanted}`;
  const where = `(kind IN ('trace', 'observation') AND trace_id IN ${wanted}) OR (kind = 'score' AND trace_id = '' AND id IN (${scoreIds}))`;
  return (spokenOf) => tracesSource(tables, { for: spokenOf, where, having: `partTraceId IN ${wanted}` });
}

const COLUMNS = [
  'id',
  'name',
  'timestamp',
  'startTime',
  'endTime',
  'latency',
  'userId',
  'sessionId',
  'environment',
  'release',
  'version',
  'tags',
  'isPublic',
  'isRecord',
  'sampleRate',
  'level',
  'errorCount',
  'warningCount',
  'defaultCount',
  'debugCount',
  'observationCount',
  'usage',
  'cost',
].join(', ');

interface TraceRow extends Pick<
  Trace,
  | 'id'
  | 'name'
  | 'timestamp'
  | 'startTime'
  | 'endTime'
  | 'latency'
  | 'userId'
  | 'sessionId'
  | 'environment'
  | 'release'
  | 'version'
  | 'tags'
  | 'sampleRate'
  | 'usage'
  | 'cost'
> {
  readonly level: ObservationLevel;
  readonly isPublic: number;
  readonly isRecord: number;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly defaultCount: number;
  readonly debugCount: number;
  readonly observationCount: number;
}

function traceOf(row: TraceRow): Trace {
  const { isPublic, isRecord, errorCount, warningCount, defaultCount, debugCount, ...trace } = row;
  return {
    ...trace,
    public: isPublic === 1,
    isVirtual: isRecord !== 1,
    levelCounts: {
      DEBUG: debugCount,
      DEFAULT: defaultCount,
      WARNING: warningCount,
      ERROR: errorCount,
    },
    observationCount: row.observationCount,
  };
}
