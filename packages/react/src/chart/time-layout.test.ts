import { expect, it } from 'vitest';
import { seriesAt, timeLayout } from './time-layout.ts';

const SERIES = [
  { key: 'high', label: 'high', values: [5] },
  { key: 'low', label: 'low', values: [1] },
];

const layoutOf = (isStacked: boolean) =>
  timeLayout(
    { width: 400, height: 200, isRtl: false },
    { buckets: [0], end: 1000, series: SERIES, unit: 'number', isStacked, timeZone: 'UTC', write: String },
  );

it('finds the line that the pointer is nearest to, below higher ones as well', () => {
  const layout = layoutOf(false);
  expect(SERIES[seriesAt(layout, 0, layout.y(1.2))]?.key).toBe('low');
  expect(SERIES[seriesAt(layout, 0, layout.y(4.5))]?.key).toBe('high');
});

it('finds the part of a stack that the pointer is in', () => {
  const layout = layoutOf(true);
  expect(SERIES[seriesAt(layout, 0, layout.y(4.5))]?.key).toBe('high');
  expect(SERIES[seriesAt(layout, 0, layout.y(5.5))]?.key).toBe('low');
});
