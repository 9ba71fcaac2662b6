import { BUCKET_FIELD, checkRowCount, compareGroups, DEFAULT_GROUPS } from '@oriel/core';
import type { AggregateAnswer, AggregateQuery, AggregateRow, Measure, MeasureValue, View } from '@oriel/core';
import { scratchIntegers } from '../columns/scratch.ts';
import { selectRows } from '../views/select-rows.ts';
import type { ViewRows } from '../views/view-rows.ts';
import { bucketRows } from './bucket-rows.ts';
import { encodeField } from './encode-field.ts';
import { fieldReader } from './field-reader.ts';
import { firstOf } from './first-of.ts';
import { groupRows } from './group-rows.ts';
import type { Members } from './group-rows.ts';
import { measureGroups } from './measure-groups.ts';
import { numberPairs } from './number-pairs.ts';

/**
 * The answer to a query that core's `checkAggregate` let pass: core's `answerAggregate`, over columns.
 *
 * @throws `too-large`
 * @throws PatchesNeeded
 */
export function aggregateRows<V extends View>(view: ViewRows<V>, query: AggregateQuery): AggregateAnswer {
  const { dimensions = [], measures, limit = DEFAULT_GROUPS } = query;
  const rows = query.filter ? selectRows(view, view.rows, query.filter) : view.rows;
  const fields = fieldReader(view, rows);
  const measureAll = (members: Members, wanted = measures): MeasureValue[][] =>
    transpose(measureGroups(wanted, members, fields), members.groupCount);

  const grouped = groupRows(
    rows.length,
    dimensions.map((dimension) => encodeField(view, rows, dimension)),
  );
  const isAnswered = !query.timeBucket;
  const totals =
    isAnswered || grouped.groupCount > 1
      ? measureAll(grouped, isAnswered ? measures : onlyOrdering(query))
      : [];
  const order = Array.from({ length: grouped.groupCount }, (_, group) => ({
    number: group,
    group: grouped.values[group] ?? [],
    values: totals[group] ?? [],
  }));
  const sorted = grouped.groupCount > 1 ? firstOf(order, limit, compareGroups(measures, query.order)) : order;
  const groupCount = dimensions.length === 0 ? 1 : grouped.groupCount;
  if (!query.timeBucket && grouped.groupCount <= limit) {
    const answered = sorted.map(({ group, values }) => ({ group, isRest: false, bucket: null, values }));
    const isEmpty = dimensions.length === 0 && answered.length === 0;
    return { rows: isEmpty ? [nothing(measureAll)] : answered, groupCount };
  }

  // Each group kept has a place, all others share the last one.
  const placeOfGroup = new Uint32Array(grouped.groupCount).fill(limit);
  for (const [place, { number }] of sorted.entries()) placeOfGroup[number] = place;
  const moments = query.timeBucket ? fields.numbers(BUCKET_FIELD[view.view]) : null;
  const buckets = moments && query.timeBucket ? bucketRows(moments, query.timeBucket) : null;
  const starts = buckets?.starts ?? [null];
  const placeOf = scratchIntegers(grouped.places.length);
  const bucketOf = scratchIntegers(grouped.places.length);
  for (let i = 0; i < placeOf.length; i += 1) {
    placeOf[i] = placeOfGroup[grouped.groups[i] ?? 0] ?? 0;
    bucketOf[i] = buckets?.places[grouped.places[i] ?? 0] ?? 0;
  }
  const cells = numberPairs(placeOf, bucketOf, limit + 1, starts.length);
  checkRowCount(query, cells.list.length);
  const values = measureAll({
    places: grouped.places,
    groups: cells.numbers,
    groupCount: cells.list.length,
    isEachOnce: grouped.isEachOnce,
  });
  const answered = cells.list
    .map(([place, bucket], cell) => ({ place, bucket: starts[bucket] ?? null, values: values[cell] ?? [] }))
    .toSorted((a, b) => a.place - b.place || (a.bucket ?? -Infinity) - (b.bucket ?? -Infinity))
    .map(({ place, bucket, values: measured }): AggregateRow => {
      const isRest = place === limit;
      return { group: isRest ? [] : (sorted[place]?.group ?? []), isRest, bucket, values: measured };
    });
  return { rows: answered, groupCount };
}

/** The measures of which nothing but the order of groups is wanted: others count instead, which costs least. */
function onlyOrdering({ measures, order }: AggregateQuery): readonly Measure[] {
  const first = measures.findIndex(({ aggregate }) => aggregate !== 'histogram');
  const place = order === undefined ? first : order.by === 'measure' ? order.measure : -1;
  return measures.map((measure, other) => (other === place ? measure : { aggregate: 'count' }));
}

/** The one row of a question that has no groups when there is nothing to answer it with. */
function nothing(measureAll: (members: Members) => MeasureValue[][]): AggregateRow {
  const [values = []] = measureAll({
    places: new Uint32Array(),
    groups: new Uint32Array(),
    groupCount: 1,
    isEachOnce: true,
  });
  return { group: [], isRest: false, bucket: null, values };
}

/** From lists by measure to lists by group. */
function transpose(byMeasure: readonly MeasureValue[][], groupCount: number): MeasureValue[][] {
  return Array.from({ length: groupCount }, (_, group) => byMeasure.map((values) => values[group] ?? null));
}
