import type { AggregateQuery, Measure } from '../query/aggregate/aggregate-query.ts';
import type { FacetQuery } from '../query/aggregate/facet-query.ts';
import type { FieldType } from '../query/fields/field.ts';
import { findField } from '../query/fields/view-fields.ts';
import type { PageQuery, RecordQuery } from '../query/page.ts';
import type { StoreContents } from '../query/store-contents.ts';
import type { View } from '../query/view-record.ts';
import { chooser } from './chooser.ts';
import { fieldNames, filterGenerator } from './generate-filter.ts';

/** Queries of one view, drawn by chance. */
export interface QueryGenerator {
  page(): PageQuery;
  aggregate(): AggregateQuery;
  facets(): FacetQuery;
}

const COMPUTED = ['sum', 'avg', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99'] as const;
const UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const;
const ZONES = ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/New_York'];

/** Makes queries of a view, with values that occur in its records as often as not. */
export function queryGenerator(view: View, contents: StoreContents, random: () => number): QueryGenerator {
  const { below, pick, isLikely, maybe } = chooser(random);
  const filter = filterGenerator(view, contents, random);
  const traces = filterGenerator('traces', contents, random);
  const ofType = (...types: readonly FieldType[]) =>
    fieldNames(view).filter((name) => types.includes(findField(view, name)?.type ?? 'payload'));
  const numbers = ofType('number', 'duration', 'any');
  const groups = ofType('text', 'texts', 'boolean', 'any', 'number');
  const all = ofType('text', 'texts', 'boolean', 'any', 'number', 'duration', 'time');

  const filters = (): RecordQuery => ({
    ...maybe(0.7, () => ({ filter: filter() })),
    ...maybe(0.3, () => ({ traces: traces() })),
  });
  const direction = () => pick(['asc', 'desc'] as const);
  const some = <Item>(most: number, draw: () => Item) => Array.from({ length: below(most + 1) }, draw);

  function measure(): Measure {
    switch (below(6)) {
      case 0:
        return { aggregate: 'count' };
      case 1:
        return { aggregate: 'count-distinct', field: pick(all) };
      case 2:
        return { aggregate: 'histogram', field: pick(numbers), bins: 1 + below(7) };
      default:
        return { aggregate: pick(COMPUTED), field: pick(numbers) };
    }
  }

  return {
    page: () => ({
      ...filters(),
      ...maybe(0.7, () => ({ order: { field: pick(all), direction: direction() } })),
    }),

    aggregate() {
      const measures = [measure(), ...some(3, measure)];
      const place = below(measures.length);
      const isComparable = measures[place]?.aggregate !== 'histogram';
      return {
        view,
        ...filters(),
        measures,
        dimensions: some(2, () => pick(groups)),
        ...maybe(0.5, () => ({ limit: 1 + below(4) })),
        ...maybe(0.4, () => ({
          timeBucket: { unit: pick(UNITS), ...maybe(0.6, () => ({ timeZone: pick(ZONES) })) },
        })),
        ...maybe(0.5, () => ({
          order:
            isComparable && isLikely(0.7)
              ? { by: 'measure' as const, measure: place, direction: direction() }
              : { by: 'group' as const, direction: direction() },
        })),
      };
    },

    facets: () => ({
      view,
      ...filters(),
      fields: [...new Set([pick(all), ...some(4, () => pick(all))])],
      ...maybe(0.5, () => ({ limit: 1 + below(5) })),
    }),
  };
}
