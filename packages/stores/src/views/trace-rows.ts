import { OBSERVATION_LEVELS } from '@oriel/core';
import type { ObservationLevel, Score, Trace, ViewRecord } from '@oriel/core';
import { IntegerColumn } from '../columns/integer-column.ts';
import type { RowReader } from '../records/row-reader.ts';
import type { TraceTable } from '../tables/trace-table.ts';
import { amountColumn } from './amount-column.ts';
import { booleans, codes, counts, gatherIntegers, numbers, texts, values } from './column-makers.ts';
import { lazyPayload } from './lazy-payload.ts';
import { metadataColumn } from './metadata-column.ts';
import type { Rows, ViewColumn } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

/** Traces as rows; all of them, or some. */
export function traceRows(reader: RowReader, rows: Rows): ViewRows<'traces'> {
  const { traces } = reader.tables;
  return {
    view: 'traces',
    rows,
    column: (field) =>
      traceColumn(traces, field) ??
      metadataColumn(traces.metadata, field, {
        need: (needed) => reader.needTraces(needed),
        metadataOf: (row) => reader.traceMetadata(row),
      }),
    record: (row) => new TraceRecord(reader, row),
    keyOf: (row) => [traces.idOf(row) ?? '', traces.idOf(row) ?? ''],
    compareKeys(a, b) {
      const [idA, idB] = [traces.idOf(a) ?? '', traces.idOf(b) ?? ''];
      return idA < idB ? -1 : idA > idB ? 1 : 0;
    },
    needPayloads: (needed) => reader.needTraces(needed),
  };
}

class TraceRecord implements ViewRecord<Trace> {
  readonly observation = null;
  readonly #reader: RowReader;
  readonly #row: number;
  #item: Trace | undefined;

  constructor(reader: RowReader, row: number) {
    this.#reader = reader;
    this.#row = row;
  }

  get item(): Trace {
    this.#item ??= this.#reader.trace(this.#row);
    return this.#item;
  }

  get trace(): Trace {
    return this.item;
  }

  get scores(): readonly Score[] {
    return this.#reader.tables.scores.ofTrace(this.#row);
  }

  readonly payload = () => lazyPayload(this.#reader.tracePayload(this.#row));
}

function traceColumn(traces: TraceTable, field: string): ViewColumn | null {
  switch (field) {
    case 'id':
      return values(
        (row) => traces.idOf(row),
        (id) => {
          const wanted = traces.find(id);
          return (row) => row === wanted;
        },
      );
    case 'name':
      return texts(traces.name, traces.names);
    case 'timestamp':
    case 'startTime':
    case 'endTime':
    case 'latency':
    case 'sampleRate':
      return numbers(traces[field]);
    case 'userId':
      return texts(traces.userId, traces.userIds);
    case 'sessionId':
      return texts(traces.sessionId, traces.sessionIds);
    case 'environment':
      return texts(traces.environment, traces.environments);
    case 'release':
      return texts(traces.release, traces.releases);
    case 'version':
      return texts(traces.version, traces.versions);
    case 'tags':
      return codes(traces.tags, traces.tagSets, (tags) => tags);
    case 'level':
      return texts(traces.level, traces.levels);
    case 'public':
      return booleans((rows) => gatherIntegers(traces.public, rows));
    case 'observationCount':
      return counts(traces.observationCount);
    case 'errorCount':
      return levelCounts(traces, 'ERROR');
    case 'warningCount':
      return levelCounts(traces, 'WARNING');
    case 'defaultCount':
      return levelCounts(traces, 'DEFAULT');
    case 'debugCount':
      return levelCounts(traces, 'DEBUG');
    default:
      return amountColumn(traces.usage, traces.cost, field);
  }
}

function levelCounts(traces: TraceTable, level: ObservationLevel): ViewColumn {
  return counts(traces.levelCounts[OBSERVATION_LEVELS.indexOf(level)] ?? new IntegerColumn());
}
