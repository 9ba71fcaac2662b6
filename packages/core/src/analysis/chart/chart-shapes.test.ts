import { expect, it } from 'vitest';
import type { AggregateQuery, AggregateRow, GroupValue } from '../../query/aggregate/aggregate-query.ts';
import { measureUnit } from './chart-unit.ts';
import { heatMap } from './heat-map.ts';
import { histogramBars } from './histogram-bars.ts';
import { numberChange } from './number-change.ts';
import { pivotRows } from './pivot-rows.ts';
import { stackSeries } from './stack-series.ts';

const HOUR = 3_600_000;
const row = (group: GroupValue[], values: AggregateRow['values'], bucket: number | null = null) => ({
  group,
  isRest: false,
  bucket,
  values,
});

it('knows what numbers count', () => {
  expect(measureUnit('traces', { aggregate: 'count' })).toBe('count');
  expect(measureUnit('traces', { aggregate: 'p95', field: 'latency' })).toBe('duration');
  expect(measureUnit('observations', { aggregate: 'sum', field: 'cost.input' })).toBe('cost');
  expect(measureUnit('users', { aggregate: 'sum', field: 'totalCost' })).toBe('cost');
  expect(measureUnit('traces', { aggregate: 'avg', field: 'usage.output' })).toBe('tokens');
  expect(measureUnit('observations', { aggregate: 'avg', field: 'tokensPerSecond' })).toBe('rate');
  expect(measureUnit('traces', { aggregate: 'sum', field: 'errorCount' })).toBe('count');
  expect(measureUnit('traces', { aggregate: 'avg', field: 'errorCount' })).toBe('number');
  expect(measureUnit('traces', { aggregate: 'max', field: 'endTime' })).toBe('time');
  expect(measureUnit('scores', { aggregate: 'avg', field: 'value' })).toBe('number');
});

it('stacks what is there, and hangs what is below zero down', () => {
  expect(
    stackSeries([
      [1, null, -1],
      [2, 3, -2],
      [null, 1, 4],
    ]),
  ).toEqual([
    [{ from: 0, to: 1 }, null, { from: 0, to: -1 }],
    [
      { from: 1, to: 3 },
      { from: 0, to: 3 },
      { from: -1, to: -3 },
    ],
    [null, { from: 3, to: 4 }, { from: 0, to: 4 }],
  ]);
});

it('adds histograms of several groups up, and tells one value by one bar', () => {
  const rows = [
    row(['a'], [{ min: 0, max: 10, counts: [1, 2] }]),
    row(['b'], [{ min: 0, max: 10, counts: [0, 5] }]),
    row(['c'], [null]),
  ];
  expect(histogramBars({ rows, groupCount: 3 })).toEqual([
    { from: 0, to: 5, count: 1 },
    { from: 5, to: 10, count: 7 },
  ]);
  const same = [row([], [{ min: 3, max: 3, counts: [4, 0, 0] }])];
  expect(histogramBars({ rows: same, groupCount: 1 })).toEqual([{ from: 3, to: 3, count: 4 }]);
  expect(histogramBars({ rows: [], groupCount: 0 })).toEqual([]);
});

it('maps ranges over time, the highest at the top', () => {
  const query: AggregateQuery = {
    view: 'traces',
    measures: [{ aggregate: 'histogram', field: 'latency', bins: 2 }],
    timeBucket: { unit: 'hour' },
  };
  const rows = [
    row([], [{ min: 0, max: 10, counts: [1, 0] }], 0),
    row([], [{ min: 0, max: 10, counts: [2, 3] }], 2 * HOUR),
  ];
  const { columns, rows: ranges, values } = heatMap(query, { rows, groupCount: 1 });
  expect(columns.map(({ key }) => Number(key) / HOUR)).toEqual([0, 1, 2]);
  expect(ranges).toMatchObject([
    { from: 5, to: 10 },
    { from: 0, to: 5 },
  ]);
  expect(values).toEqual([
    [null, null, 3],
    [1, null, 2],
  ]);
});

it('maps one dimension over another', () => {
  const query: AggregateQuery = {
    view: 'traces',
    measures: [{ aggregate: 'count' }],
    dimensions: ['name', 'level'],
  };
  const rows = [row(['a', 'ERROR'], [3]), row(['b', null], [2]), row(['a', null], [1])];
  const { columns, rows: names, values } = heatMap(query, { rows, groupCount: 3 });
  expect(columns.map((place) => place.kind === 'group' && place.group[0])).toEqual(['ERROR', null]);
  expect(names.map((place) => place.kind === 'group' && place.group[0])).toEqual(['a', 'b']);
  expect(values).toEqual([
    [3, 1],
    [null, 2],
  ]);
});

it('tells a change, and its share where there is one', () => {
  expect(numberChange(5, 4)).toEqual({ difference: 1, share: 0.25, times: null, direction: 'up' });
  expect(numberChange(3, 4)).toEqual({ difference: -1, share: -0.25, times: null, direction: 'down' });
  expect(numberChange(1, -2)).toEqual({ difference: 3, share: 1.5, times: null, direction: 'up' });
  expect(numberChange(2, 0)).toEqual({ difference: 2, share: null, times: null, direction: 'up' });
  expect(numberChange(3040, 1)).toEqual({ difference: 3039, share: 3039, times: 3040, direction: 'up' });
  expect(numberChange(9, 1)?.times).toBeNull();
  expect(numberChange(0, 0)).toEqual({ difference: 0, share: null, times: null, direction: 'same' });
  expect(numberChange(null, 2)).toBeNull();
});

it('keeps groups below their subtotal', () => {
  const answer = { rows: [row(['a', 'x'], [3]), row(['b', 'x'], [2]), row(['a', 'y'], [1])], groupCount: 3 };
  const subtotals = { rows: [row(['a'], [4]), row(['b'], [2]), row(['c'], [9])], groupCount: 3 };
  const total = { rows: [row([], [15])], groupCount: 1 };
  expect(pivotRows(answer, subtotals, total).map(({ kind, group }) => [kind, ...group])).toEqual([
    ['subtotal', 'a'],
    ['group', 'a', 'x'],
    ['group', 'a', 'y'],
    ['subtotal', 'b'],
    ['group', 'b', 'x'],
    ['total'],
  ]);
});
