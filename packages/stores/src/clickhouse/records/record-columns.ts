import type { Patch } from '@oriel/core';

/**
 * How ClickHouse folds a column, each as core's merge rules do:
 *
 * - `latest`: the largest register counts; `filled`: an empty value gives way; `specific`: SPAN gives way.
 * - `first`: the smallest register counts.
 * - `amounts`: the largest register counts and brings its numbers along, ready to be added up.
 * - `smallest`: the smallest number. `any`: true counts. `set`: everything ever said.
 */
export type ColumnFold = 'latest' | 'filled' | 'specific' | 'first' | 'amounts' | 'smallest' | 'any' | 'set';

export type RecordKind = Patch['kind'];

/** A column, and the field that each kind of record keeps in it. */
export interface RecordColumn {
  readonly column: string;
  readonly fold: ColumnFold;
  readonly fields: Readonly<Partial<Record<RecordKind, string>>>;
}

const trace = (fold: ColumnFold, name: string): RecordColumn => of(fold, name, ['trace']);
const observation = (fold: ColumnFold, name: string): RecordColumn => of(fold, name, ['observation']);
const score = (fold: ColumnFold, name: string): RecordColumn => of(fold, name, ['score']);

/** A score's own column for a field that other records fold in another way. */
const ofScore = (field: string, column: string): RecordColumn => ({
  column: `r_${column}`,
  fold: 'first',
  fields: { score: field },
});

/** Everything that lists and dashboards are answered from, in one table: a batch is seen as a whole or not at all. */
export const STRUCTURE_COLUMNS: readonly RecordColumn[] = [
  of('latest', 'name', ['trace', 'observation', 'score']),
  of('latest', 'version', ['trace', 'observation']),
  of('first', 'environment', ['trace', 'observation', 'score']),
  trace('any', 'isRecord'),
  trace('smallest', 'timestamp'),
  trace('smallest', 'sampleRate'),
  trace('latest', 'userId'),
  trace('latest', 'sessionId'),
  trace('latest', 'release'),
  trace('latest', 'public'),
  trace('set', 'tags'),
  observation('latest', 'parentId'),
  observation('specific', 'type'),
  observation('first', 'startTime'),
  observation('latest', 'endTime'),
  observation('latest', 'completionStartTime'),
  observation('latest', 'level'),
  observation('latest', 'statusMessage'),
  observation('latest', 'model'),
  observation('amounts', 'usage'),
  observation('amounts', 'cost'),
  observation('amounts', 'computedCost'),
  observation('latest', 'prompt'),
  observation('any', 'isAppRoot'),
  observation('any', 'isInterrupted'),
  observation('latest', 'graph'),
  score('latest', 'value'),
  score('latest', 'dataType'),
  score('latest', 'source'),
  ofScore('traceId', 'scoreTraceId'),
  ofScore('observationId', 'scoreObservationId'),
  ofScore('sessionId', 'scoreSessionId'),
  ofScore('datasetRunId', 'scoreDatasetRunId'),
  ofScore('timestamp', 'scoreTime'),
  score('latest', 'comment'),
  score('latest', 'configId'),
  score('latest', 'authorId'),
];

/** What is read when somebody looks: in a table of its own. */
export const PAYLOAD_COLUMNS: readonly RecordColumn[] = [
  of('filled', 'input', ['trace', 'observation']),
  of('filled', 'output', ['trace', 'observation']),
  observation('latest', 'modelParameters'),
  observation('latest', 'tools'),
];

function of(fold: ColumnFold, name: string, kinds: readonly RecordKind[]): RecordColumn {
  return { column: `r_${name}`, fold, fields: Object.fromEntries(kinds.map((kind) => [kind, name])) };
}
