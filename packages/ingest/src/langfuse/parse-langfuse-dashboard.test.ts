import { expect, it } from 'vitest';
import { parseLangfuseDashboard } from './parse-langfuse-dashboard.ts';

const widget = {
  name: 'Slow models',
  view: 'observations',
  dimensions: [{ field: 'providedModelName' }],
  metrics: [{ measure: 'latency', agg: 'p95' }],
  filters: [
    { type: 'stringOptions', column: 'environment', operator: 'any of', value: ['production'] },
    { type: 'stringObject', column: 'metadata', key: 'region', operator: '=', value: 'eu' },
  ],
  chartType: 'LINE_TIME_SERIES',
  chartConfig: { type: 'LINE_TIME_SERIES' },
};

it('turns a widget into a chart that asks the same', () => {
  const { dashboard, problems } = parseLangfuseDashboard(widget);
  expect(problems).toEqual([]);
  expect(dashboard?.widgets).toEqual([
    {
      id: 'imported-1',
      title: 'Slow models',
      place: { x: 0, y: 0, w: 6, h: 6 },
      metric: {
        kind: 'line',
        view: 'observations',
        measures: [{ aggregate: 'p95', field: 'latency' }],
        dimensions: ['model'],
        filter: {
          and: [
            { field: 'environment', op: 'any-of', value: ['production'] },
            { field: 'metadata.region', op: '=', value: 'eu' },
          ],
        },
      },
    },
  ]);
});

it('asks only for the scores that a view of scores is about', () => {
  const scores = {
    ...widget,
    view: 'scores-numeric',
    dimensions: [],
    filters: [],
    metrics: [{ measure: 'value', aggregation: 'histogram' }],
    chartType: 'HISTOGRAM',
    chartConfig: { bins: 12 },
  };
  expect(parseLangfuseDashboard([scores]).dashboard?.widgets[0]?.metric).toEqual({
    kind: 'histogram',
    view: 'scores',
    measures: [{ aggregate: 'histogram', field: 'value', bins: 12 }],
    filter: { field: 'dataType', op: '=', value: 'NUMERIC' },
  });
});

it.each([
  [{ ...widget, metrics: [{ measure: 'streamingLatency', agg: 'p95' }] }, 'streamingLatency'],
  [{ ...widget, chartType: 'SANKEY' }, 'SANKEY'],
  [{ ...widget, view: 'datasets' }, 'datasets'],
  [
    { ...widget, filters: [{ type: 'string', column: 'name', operator: 'rhymes with', value: 'x' }] },
    'rhymes with',
  ],
  [
    {
      ...widget,
      filters: [{ type: 'numberObject', column: 'scores_avg', key: 'x', operator: '=', value: 1 }],
    },
    'scores_avg',
  ],
])('leaves out what it cannot say, and says why: %#', (odd, reason) => {
  const { dashboard, problems } = parseLangfuseDashboard({ widgets: [widget, odd] });
  expect(dashboard?.widgets).toHaveLength(1);
  expect(problems).toEqual([expect.stringContaining(reason)]);
});
