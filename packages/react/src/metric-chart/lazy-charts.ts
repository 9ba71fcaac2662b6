'use client';

import { lazy } from 'react';

/*
 * A metric is drawn in one way of many: each comes when it is first drawn, so that a page loads no drawing that it does
 * not show.
 */

export const BarChart = lazy(async () => ({ default: (await import('../chart/bar-chart.tsx')).BarChart }));
export const HeatMapChart = lazy(async () => ({
  default: (await import('../chart/heat-map-chart.tsx')).HeatMapChart,
}));
export const HistogramChart = lazy(async () => ({
  default: (await import('../chart/histogram-chart.tsx')).HistogramChart,
}));
export const NumberTile = lazy(async () => ({
  default: (await import('../chart/number-tile.tsx')).NumberTile,
}));
export const PieChart = lazy(async () => ({ default: (await import('../chart/pie-chart.tsx')).PieChart }));
export const TimeChart = lazy(async () => ({ default: (await import('../chart/time-chart.tsx')).TimeChart }));
export const ValueTable = lazy(async () => ({
  default: (await import('../chart/value-table.tsx')).ValueTable,
}));
