import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../model/json.ts';
import { CURATED_DASHBOARDS } from './curated-dashboards.ts';
import { homeCards } from './home-cards.ts';
import { draftedMetric, metricDraft, NEW_METRIC_DRAFT } from './metric-draft.ts';
import { metricProblem, readDashboard } from './read-dashboard.ts';

const widgets = Object.values(CURATED_DASHBOARDS).flatMap((dashboard) => dashboard.widgets);

describe('a metric in a form', () => {
  it.each(widgets.map(({ title, metric }) => [title, metric] as const))(
    'comes out as it went in: %s',
    (_, metric) => {
      const { limit = 10, ...rest } = metric;
      expect(draftedMetric(metricDraft(metric), metric).metric).toEqual({ ...rest, limit });
    },
  );

  it('says why it cannot be asked', () => {
    const draft = { ...NEW_METRIC_DRAFT, aggregate: 'avg', field: 'name' } as const;
    expect(draftedMetric(draft)).toEqual({
      metric: null,
      problem: expect.stringContaining('"avg" does not take "name"'),
    });
    expect(draftedMetric({ ...NEW_METRIC_DRAFT, filterText: 'level:(' }).metric).toBeNull();
    expect(draftedMetric({ ...NEW_METRIC_DRAFT, dimensions: ['nowhere'] }).metric).toBeNull();
  });

  it('keeps a condition that has no words', () => {
    const filter = { field: 'name', op: '=', value: 7 } as const;
    const metric = { kind: 'bars', view: 'traces', measures: [{ aggregate: 'count' }], filter } as const;
    expect(draftedMetric(metricDraft(metric), metric).metric?.filter).toEqual(filter);
  });
});

describe('a dashboard from a file', () => {
  it.each(Object.entries(CURATED_DASHBOARDS))('is read as it was written: %s', (_, dashboard) => {
    const json = JSON.parse(JSON.stringify(dashboard)) as JsonValue;
    expect(readDashboard(json)).toEqual({ dashboard, problems: [] });
  });

  it('leaves out what no store can answer, and says so', () => {
    const good = { id: 'a', title: 'A', metric: widgets[0]?.metric as unknown as JsonValue };
    const bad = { id: 'b', metric: { kind: 'bars', view: 'traces', measures: [] } };
    const { dashboard, problems } = readDashboard({ format: 1, title: 'X', widgets: [good, bad, 7, good] });
    expect(dashboard?.widgets.map(({ id, place }) => [id, place.x, place.y])).toEqual([
      ['a', 0, 0],
      ['a-2', 0, 6],
    ]);
    expect(problems).toHaveLength(2);
    expect(readDashboard({ widgets: [] }).dashboard).toBeNull();
    expect(readDashboard('[]').dashboard).toBeNull();
  });

  it('knows every card of ours as sound', () => {
    for (const { tabs } of homeCards) for (const { metric } of tabs) expect(metricProblem(metric)).toBeNull();
  });
});
