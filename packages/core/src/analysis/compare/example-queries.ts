import { allOf } from '../../filters/narrow-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { Order, PageQuery, RecordQuery } from '../../query/page.ts';
import type { ComparedMeasure } from './comparison.ts';
import type { Mover, MoverMeasure } from './find-movers.ts';
import { sideFilter } from './sides.ts';

/**
 * Which traces of a side show a measure best, as a page of `listTraces`: the slowest, the dearest, the newest that failed,
 * those with the worst scores (the lowest, where nobody says that lower is better).
 */
export function exampleTraces(
  side: RecordQuery,
  measure: ComparedMeasure,
  scoreDirections: Readonly<Record<string, 'higher' | 'lower'>> = {},
): PageQuery {
  const filter = (own?: Filter) => ({ filter: allOf([sideFilter(side), own]) });
  switch (measure.kind) {
    case 'traces':
      return filter();
    case 'error-rate':
      return filter(FAILED);
    case 'latency':
      return { ...filter(has('latency')), order: most('latency') };
    case 'cost':
      return { ...filter(has('totalCost')), order: most('totalCost') };
    case 'tokens':
      return { ...filter(has('totalTokens')), order: most('totalTokens') };
    case 'score': {
      const field = `scores.${measure.name}`;
      const direction = scoreDirections[measure.name] === 'lower' ? 'desc' : 'asc';
      return { ...filter(has(field)), order: { field, direction } };
    }
    case 'score-value':
      break;
  }
  return filter({ field: `scores.${measure.name}`, op: '=', value: measure.value });
}

/** Which traces of a name of a side show what they add, as a page of `listTraces`. */
export function exampleRuns(
  side: RecordQuery,
  { name }: Pick<Mover, 'name'>,
  measure: MoverMeasure,
): PageQuery {
  const own: Filter[] = [
    name === null ? { field: 'name', op: 'is-null' } : { field: 'name', op: '=', value: name },
    ...(measure === 'errors' ? [FAILED] : []),
  ];
  return { filter: allOf([sideFilter(side), ...own]), order: MOST[measure] };
}

/** Which calls of a side show what a name, model or tool adds, as a page of `listObservations`; of traces, none. */
export function exampleCalls(
  side: RecordQuery,
  { kind, name }: Pick<Mover, 'kind' | 'name'>,
  measure: MoverMeasure,
): PageQuery | null {
  if (kind === 'trace') return null;
  const field = kind === 'model' ? 'model' : 'name';
  const own: Filter[] = [
    name === null ? { field, op: 'is-null' } : { field, op: '=', value: name },
    ...(kind === 'tool' ? [{ field: 'type', op: '=', value: 'TOOL' } as const] : []),
    ...(measure === 'errors' ? [FAILED] : []),
  ];
  return { filter: { and: own }, traces: sideFilter(side), order: MOST[measure] };
}

const FAILED: Filter = { field: 'level', op: '=', value: 'ERROR' };

const MOST: Readonly<Record<MoverMeasure, Order | undefined>> = {
  calls: undefined,
  errors: undefined,
  latency: most('latency'),
  cost: most('totalCost'),
  tokens: most('totalTokens'),
};

function most(field: string): Order {
  return { field, direction: 'desc' };
}

function has(field: string): Filter {
  return { field, op: 'is-not-null' };
}
