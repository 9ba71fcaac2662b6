import type { Observation, Score, Trace, ViewRecord } from '@oriel/core';
import type { RowReader } from '../records/row-reader.ts';
import type { Tables } from '../tables/summarize-trace.ts';
import { amountColumn } from './amount-column.ts';
import {
  booleans,
  codes,
  combined,
  difference,
  gatherIntegers,
  numbers,
  texts,
  values,
} from './column-makers.ts';
import { lazyPayload } from './lazy-payload.ts';
import { metadataColumn } from './metadata-column.ts';
import type { Rows, ViewColumn } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

/** Observations as rows; all of them, or some. */
export function observationRows(reader: RowReader, rows: Rows): ViewRows<'observations'> {
  const { traces, observations } = reader.tables;
  const { ids, trace } = observations;
  const traceIdOf = (row: number) => traces.idOf(trace.get(row) - 1) ?? '';
  return {
    view: 'observations',
    rows,
    column: (field) =>
      observationColumn(reader.tables, field) ??
      metadataColumn(observations.metadata, field, {
        need: (needed) => reader.needObservations(needed),
        metadataOf: (row) => reader.observationMetadata(row),
      }),
    record: (row) => new ObservationRecord(reader, row),
    keyOf: (row) => [ids.get(row), traceIdOf(row)],
    compareKeys(a, b) {
      const order = ids.compare(a, b);
      if (order !== 0) return order;
      const [traceA, traceB] = [traceIdOf(a), traceIdOf(b)];
      return traceA < traceB ? -1 : traceA > traceB ? 1 : 0;
    },
    needPayloads: (needed) => reader.needObservations(needed),
  };
}

class ObservationRecord implements ViewRecord<Observation> {
  readonly #reader: RowReader;
  readonly #row: number;
  #item: Observation | undefined;

  constructor(reader: RowReader, row: number) {
    this.#reader = reader;
    this.#row = row;
  }

  get item(): Observation {
    this.#item ??= this.#reader.observation(this.#row);
    return this.#item;
  }

  get observation(): Observation {
    return this.item;
  }

  get trace(): Trace {
    return this.#reader.trace(this.#reader.tables.observations.trace.get(this.#row) - 1);
  }

  get scores(): readonly Score[] {
    return this.#reader.observationScores(this.#row);
  }

  readonly payload = () => lazyPayload(this.#reader.observationPayload(this.#row));
}

function observationColumn({ traces, observations }: Tables, field: string): ViewColumn | null {
  /** What only the trace knows. */
  const ofTrace = (rows: Rows) => {
    const traceRows = gatherIntegers(observations.trace, rows);
    for (let i = 0; i < traceRows.length; i += 1) traceRows[i] = (traceRows[i] ?? 1) - 1;
    return traceRows;
  };
  const latency = difference(observations.endTime, observations.startTime);
  switch (field) {
    case 'id':
      return values(
        (row) => observations.ids.get(row),
        (id) => observations.ids.matcher(id),
      );
    case 'traceId':
      return values(
        (row) => traces.idOf(observations.trace.get(row) - 1),
        (id) => {
          const owner = traces.find(id) + 1;
          return (row) => owner !== 0 && observations.trace.get(row) === owner;
        },
      );
    case 'parentId':
      return values((row) => observations.parentId(row));
    case 'isRootObservation':
      return booleans((rows) => rows.map((row) => (observations.isRoot(row) ? 2 : 1)));
    case 'type':
      return texts(observations.type, observations.types);
    case 'name':
      return texts(observations.name, observations.names);
    case 'startTime':
    case 'endTime':
      return numbers(observations[field]);
    case 'latency':
      return latency;
    case 'timeToFirstToken':
      return combined(
        numbers(observations.completionStartTime, (rows) => gatherIntegers(observations.calls.column, rows)),
        numbers(observations.startTime),
        (first, start) => first - start,
      );
    case 'level':
      return texts(observations.level, observations.levels);
    case 'statusMessage':
      return texts(observations.statusMessage, observations.statusMessages);
    case 'model':
      return texts(observations.model, observations.models);
    case 'promptName':
      return codes(observations.prompt, observations.prompts, ({ name }) => name);
    case 'environment':
      return texts(observations.environment, observations.environments);
    case 'version':
      return texts(observations.version, observations.versions);
    case 'graphNode':
      return {
        kind: 'codes',
        isUnique: false,
        size: observations.graphs.size,
        gather: (rows) => gatherIntegers(observations.graph, rows),
        valueOf: (code) => observations.graphs.nodeOf(code),
      };
    case 'traceName':
      return texts(traces.name, traces.names, ofTrace);
    case 'traceVersion':
      return texts(traces.version, traces.versions, ofTrace);
    case 'userId':
      return texts(traces.userId, traces.userIds, ofTrace);
    case 'sessionId':
      return texts(traces.sessionId, traces.sessionIds, ofTrace);
    case 'release':
      return texts(traces.release, traces.releases, ofTrace);
    case 'tags':
      return codes(traces.tags, traces.tagSets, (tags) => tags, ofTrace);
    case 'tokensPerSecond':
      return tokensPerSecond(amountColumn(observations.usage, observations.cost, 'outputTokens'), latency);
    default:
      return amountColumn(observations.usage, observations.cost, field);
  }
}

/** Output tokens over the whole latency; none for calls that took no time. */
function tokensPerSecond(output: ViewColumn | null, latency: ViewColumn): ViewColumn | null {
  if (output?.kind !== 'numbers' || latency.kind !== 'numbers') return null;
  return combined(output, latency, (tokens, milliseconds) =>
    milliseconds > 0 ? tokens / (milliseconds / 1000) : NaN,
  );
}
