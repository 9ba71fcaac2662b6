import type { Observation, Score, Trace, ViewRecord } from '@oriel/core';
import type { RowReader } from '../records/row-reader.ts';
import { numbers, texts, values } from './column-makers.ts';
import type { Rows } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

const NO_SCORES: readonly Score[] = [];

/** Scores as rows; all of them, or some. */
export function scoreRows(reader: RowReader, rows: Rows): ViewRows<'scores'> {
  const { scores } = reader.tables;
  const score = (row: number) => scores.at(row);
  return {
    view: 'scores',
    rows,
    column(field) {
      switch (field) {
        case 'name':
          return texts(scores.name, scores.names);
        case 'source':
          return texts(scores.source, scores.sources);
        case 'dataType':
          return texts(scores.dataType, scores.dataTypes);
        case 'environment':
          return texts(scores.environment, scores.environments);
        case 'timestamp':
          return numbers(scores.timestamp);
        case 'value':
          return { ...values((row) => score(row).value), numbers: numbers(scores.number) };
        case 'id':
        case 'traceId':
        case 'observationId':
        case 'sessionId':
        case 'datasetRunId':
        case 'configId':
        case 'authorId':
        case 'comment':
          return values((row) => score(row)[field]);
        default:
          return null;
      }
    },
    record: (row) => scoreRecord(reader, score(row)),
    keyOf: (row) => [score(row).id, score(row).traceId ?? ''],
    compareKeys: (a, b) => (score(a).id < score(b).id ? -1 : score(a).id > score(b).id ? 1 : 0),
    needPayloads() {
      // A score has no payload.
    },
  };
}

function scoreRecord(reader: RowReader, item: Score): ViewRecord<Score> {
  const { traces, observations } = reader.tables;
  const traceRow = item.traceId === null ? -1 : traces.find(item.traceId);
  return {
    item,
    get trace(): Trace | null {
      return traceRow < 0 ? null : reader.trace(traceRow);
    },
    get observation(): Observation | null {
      if (traceRow < 0 || item.observationId === null) return null;
      const row = observations.find(traceRow, item.observationId);
      return row < 0 ? null : reader.observation(row);
    },
    scores: NO_SCORES,
    payload: () => ({ metadata: item.metadata, input: [], output: [], toolNames: [], convention: null }),
  };
}
