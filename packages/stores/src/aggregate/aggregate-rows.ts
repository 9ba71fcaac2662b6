import { BUCKET_FIELD, checkRowCount, compareGroups, DEFAULT_GROUPS } from '@oriel/core';
import type { AggregateAnswer, AggregateQuery, AggregateRow, Measure, MeasureValue, View } from '@oriel/core';
import type { Rows } from '../views/view-column.ts';
import type { ViewRows } from '../views/view-rows.ts';
import { encodeField } from './encode-field.ts';
import { fieldReader } from './field-reader.ts';
import { firstOf } from './first-of.ts';
import { bucketCells, placeCells } from './group-cells.ts';
import type { Cells } from './group-cells.ts';
import { groupRows, inPlaces } from './group-rows.ts';
import type { Members } from './group-rows.ts';
import { measureGroups } from './measure-groups.ts';

/**
 * The answer to a query that core's `checkAggregate` let pass: core's `answerAggregate`, over columns.
 *
 * @param rows - those of the view that meet the query's filter.
 * @throws `too-large`
 * @throws PatchesNeeded
 */
export function aggregateRows<V extends View>(
  view: ViewRows<V>,
  rows: Rows,
  query: AggregateQuery,
): AggregateAnswer {
  const { dimensions = [], measures, timeBucket, limit = DEFAULT_GROUPS } = query;
  const fields = fieldReader(view, rows);
  /** The values of a group, of all that are measured together. */
  const measureAll = (members: Members, wanted = measures): ((group: number) => MeasureValue[]) => {
    const byMeasure = measureGroups(wanted, members, fields);
    return (group) => byMeasure.map((values) => values[group] ?? null);
  };

  const encoded = dimensions.map((dimension) => encodeField(view, rows, dimension));
  const grouped = groupRows(rows.length, encoded);
  const met = metGroups(grouped);
  const groupCount = dimensions.length === 0 ? 1 : met.length;
  const isWhole = !timeBucket && met.length <= limit;
  if (isWhole && dimensions.length === 0) {
    // One row, even of nothing.
    const values = measureAll(grouped)(0);
    return { rows: [{ group: [], isRest: false, bucket: null, values }], groupCount };
  }

  const totalsOf =
    met.length > 1 || isWhole ? measureAll(grouped, isWhole ? measures : onlyOrdering(query)) : () => [];
  const groups = met.map((number) => ({
    number,
    group: grouped.valuesOf(number),
    values: totalsOf(number),
  }));
  const sorted = firstOf(groups, limit, compareGroups(measures, query.order));
  if (isWhole) {
    const answered = sorted.map(({ group, values }) => ({ group, isRest: false, bucket: null, values }));
    return { rows: answered, groupCount };
  }

  // Each group kept has a place, all others share the last one.
  const ofGroup = new Uint32Array(grouped.sizes.length).fill(sorted.length);
  for (const [place, { number }] of sorted.entries()) ofGroup[number] = place;
  const places = { ofGroup, count: sorted.length + 1 };
  const moments = timeBucket ? fields.numbers(BUCKET_FIELD[view.view]) : null;
  const cells =
    timeBucket && moments
      ? bucketCells(grouped, places, inPlaces(moments, grouped.places), timeBucket)
      : placeCells(grouped, places);
  checkRowCount(query, metGroups(cells).length);
  return { rows: readCells(cells, [...sorted, null], measureAll(cells)), groupCount };
}

/** A row for each cell with members: place by place, each by time. `null` is the place of the rest. */
function readCells(
  { sizes, starts, cellOf }: Cells,
  places: readonly (Pick<AggregateRow, 'group'> | null)[],
  valuesOf: (cell: number) => MeasureValue[],
): AggregateRow[] {
  const buckets = Array.from(starts.entries()).toSorted(
    ([, a], [, b]) => (a ?? -Infinity) - (b ?? -Infinity),
  );
  const answered: AggregateRow[] = [];
  for (const [place, kept] of places.entries()) {
    for (const [at, bucket] of buckets) {
      const cell = cellOf(place, at);
      if ((sizes[cell] ?? 0) === 0) continue;
      answered.push({ group: kept?.group ?? [], isRest: kept === null, bucket, values: valuesOf(cell) });
    }
  }
  return answered;
}

function metGroups({ sizes }: Members): number[] {
  const met: number[] = [];
  for (let group = 0; group < sizes.length; group += 1) if (sizes[group] !== 0) met.push(group);
  return met;
}

/** The measures of which nothing but the order of groups is wanted: others count instead, which costs least. */
function onlyOrdering({ measures, order }: AggregateQuery): readonly Measure[] {
  const first = measures.findIndex(({ aggregate }) => aggregate !== 'histogram');
  const place = order === undefined ? first : order.by === 'measure' ? order.measure : -1;
  return measures.map((measure, other) => (other === place ? measure : { aggregate: 'count' }));
}
