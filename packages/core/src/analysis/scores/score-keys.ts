import type { ScoreDataType, ScoreSource } from '../../model/score.ts';
import { MAX_GROUPS } from '../../query/aggregate/aggregate-query.ts';
import type { AggregateAnswer, AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { RecordQuery } from '../../query/page.ts';

/** A kind of value that can be counted and compared: texts and corrections say something else each time. */
export type AnalysedType = Extract<ScoreDataType, 'NUMERIC' | 'CATEGORICAL' | 'BOOLEAN'>;

/** Which scores are looked at together: a person's "helpful" is another thing than a model's. */
export interface ScoreKey {
  readonly name: string;
  readonly source: ScoreSource;
  readonly dataType: AnalysedType;
}

/** A {@link ScoreKey}, and how many scores have it. */
export interface CountedScoreKey extends ScoreKey {
  readonly count: number;
}

const TYPES: Readonly<Record<AnalysedType, true>> = { NUMERIC: true, CATEGORICAL: true, BOOLEAN: true };
const ANALYSED: Filter = { field: 'dataType', op: 'any-of', value: Object.keys(TYPES) };

/** Asks which scores there are to analyse. */
export function scoreKeysQuery({ filter, traces }: RecordQuery): AggregateQuery {
  return {
    view: 'scores',
    filter: filter ? { and: [filter, ANALYSED] } : ANALYSED,
    ...(traces && { traces }),
    measures: [{ aggregate: 'count' }],
    dimensions: ['name', 'source', 'dataType'],
    limit: MAX_GROUPS,
  };
}

/** The scores in an answer to {@link scoreKeysQuery}, the most frequent first. */
export function readScoreKeys({ rows }: AggregateAnswer): readonly CountedScoreKey[] {
  return rows.flatMap(({ group: [name, source, dataType], values: [count], isRest }) =>
    isRest || typeof name !== 'string' || typeof count !== 'number'
      ? []
      : [{ name, source: source as ScoreSource, dataType: dataType as AnalysedType, count }],
  );
}

/** Finds the scores of a key. */
export function scoreKeyFilter({ name, source, dataType }: ScoreKey): Filter {
  return {
    and: [
      { field: 'name', op: '=', value: name },
      { field: 'source', op: '=', value: source },
      { field: 'dataType', op: '=', value: dataType },
    ],
  };
}

export function isSameScoreKey(one: ScoreKey, other: ScoreKey): boolean {
  return one.name === other.name && one.source === other.source && one.dataType === other.dataType;
}
