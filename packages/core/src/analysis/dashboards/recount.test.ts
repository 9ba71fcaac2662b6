import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficContents } from '../../conformance/traffic-contents.ts';
import { recordQuery } from '../../filters/record-query.ts';
import type { PanelFilters } from '../../filters/panel-filters.ts';
import { answerAggregate } from '../../query/aggregate/answer-aggregate.ts';
import type { GroupValue, Measure, TimeUnit } from '../../query/aggregate/aggregate-query.ts';
import { BUCKET_FIELD, findField } from '../../query/fields/view-fields.ts';
import { matches } from '../../query/matches.ts';
import { viewRecords } from '../../query/view-records.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { histogramBars } from '../chart/histogram-bars.ts';
import type { HistogramBar } from '../chart/histogram-bars.ts';
import { timeSeries } from '../chart/time-series.ts';
import { CURATED_DASHBOARDS } from './curated-dashboards.ts';
import { HOME_CARDS, homeCards } from './home-cards.ts';
import { DEFAULT_METRIC_LIMIT, isOverTime } from './metric.ts';
import type { Metric } from './metric.ts';
import { metricQuery } from './metric-query.ts';
import { splitSeries } from './split-series.ts';

/** The Monday after clocks in Berlin went back. */
const NOW = Date.UTC(2026, 9, 26, 12);
const contents = trafficContents(
  [...generateTraffic({ seed: 11, days: 4, tracesPerDay: 8, until: NOW })].flat(),
);

const metrics: [string, Metric][] = [
  ...homeCards.flatMap(({ id, tabs, whole }): [string, Metric][] => [
    ...(whole ? ([[`${id}, in one number`, whole]] satisfies [string, Metric][]) : []),
    ...tabs.map(({ id: tab, metric }): [string, Metric] => [`${id}, ${tab}`, metric]),
  ]),
  ...Object.values(CURATED_DASHBOARDS).flatMap(({ widgets }) =>
    widgets.map(({ title, metric }): [string, Metric] => [title, metric]),
  ),
];

type AnyRecord = Parameters<typeof matches>[1];

/** A value of a record by the name of its field. */
function read({ view }: Metric, record: AnyRecord, field: string): unknown {
  return findField(view, field)?.read(record) ?? null;
}

/** Every record that counts, by going through them one by one. */
function chosen(metric: Metric, { time, environments, texts }: PanelFilters): AnyRecord[] {
  const { view, filter } = metric;
  const failed = new Set(
    contents.traces
      .filter(({ structure }) => structure.observations.some(({ level }) => level === 'ERROR'))
      .map(({ structure }) => structure.trace.id),
  );
  return viewRecords(view, contents)
    .filter((record) => !filter || matches(view, record as never, filter))
    .filter((record) => {
      const at = Number(read(metric, record, BUCKET_FIELD[view]));
      const place = read(metric, record, 'environment') as string;
      const traceId = view === 'traces' ? record.item.id : (record.item as { traceId: string }).traceId;
      const isInTime = 'preset' in time || (at >= time.from && at < time.to);
      return (
        isInTime && (!environments || environments.includes(place)) && (!texts.traces || failed.has(traceId))
      );
    });
}

/** The day, hour, … of a moment as a clock on the wall shows it. */
function onTheWall(moment: number, unit: TimeUnit, timeZone: string): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
  if (unit === 'hour') return `${date} ${parts['hour']} ${parts['timeZoneName']}`;
  if (unit === 'day') return date;
  if (unit === 'month') return date.slice(0, 7);
  const monday = new Date(`${date}T00:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return monday.toISOString().slice(0, 10);
}

function compute(metric: Metric, measure: Measure, records: readonly AnyRecord[]): number | null {
  if (measure.aggregate === 'count') return records.length;
  const numbers = records
    .map((record) => read(metric, record, measure.field))
    .filter((value) => typeof value === 'number')
    .toSorted((a, b) => a - b);
  if (numbers.length === 0) return null;
  if (measure.aggregate === 'max') return numbers.at(-1) ?? null;
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (measure.aggregate === 'sum') return sum;
  if (measure.aggregate === 'avg') return sum / numbers.length;
  const place = (numbers.length - 1) * (Number(measure.aggregate.slice(1)) / 100);
  const [low = 0, high = 0] = [numbers[Math.floor(place)], numbers[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

/** The same number, whatever the order it was added up in. */
function isClose(got: unknown, wanted: number | null): boolean {
  if (wanted === null || typeof got !== 'number') return got === wanted;
  return Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
}

function expectClose(got: unknown, wanted: number | null) {
  expect(isClose(got, wanted) ? wanted : got).toBe(wanted);
}

function expectBars(bars: readonly HistogramBar[], numbers: readonly number[]) {
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
  for (const { from, to, count } of bars.slice(0, -1)) {
    const slack = (to - from) * 1e-9;
    const sure = numbers.filter((value) => value > from + slack && value < to - slack).length;
    const most = numbers.filter((value) => value >= from - slack && value <= to + slack).length;
    expect(count).toBeGreaterThanOrEqual(sure);
    expect(count).toBeLessThanOrEqual(most);
  }
}

const hour = fc.integer({ min: 0, max: 95 });
const filters: fc.Arbitrary<PanelFilters> = fc.record({
  time: fc.oneof(
    fc.constant({ preset: 'all' } as const),
    fc.tuple(hour, hour).map(([a, b]) => ({
      from: NOW - Math.max(a, b) * 3_600_000 - 1,
      to: NOW - Math.min(a, b) * 3_600_000,
    })),
  ),
  environments: fc.constantFrom(null, ['production'], ['staging', 'development']),
  texts: fc.constantFrom({}, { traces: 'level:ERROR' }),
});
const place = fc.record({
  timeUnit: fc.constantFrom<TimeUnit>('hour', 'day', 'week', 'month'),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu'),
});

it('has the twelve cards of a home page', () => {
  expect(homeCards.map(({ id }) => id)).toEqual(HOME_CARDS);
  expect(Object.values(CURATED_DASHBOARDS).map(({ widgets }) => widgets.length)).toEqual([7, 10, 11]);
});

describe.each(metrics)('%s', (_, metric) => {
  it('equals a recount of the same records', () => {
    fc.assert(
      fc.property(filters, place, (shown, { timeUnit, timeZone }) => {
        const keys = ['input', 'output', 'total', 'input_cached_tokens', 'output_reasoning_tokens'];
        const records = recordQuery(shown, metric.view, NOW);
        const query = metricQuery(metric, { records, timeUnit, timeZone, keys });
        const answer = answerAggregate(contents, query);
        const members = chosen(metric, shown);
        const { dimensions = [], limit = DEFAULT_METRIC_LIMIT } = metric;
        const [first] = query.measures;

        if (metric.splitBy !== undefined) {
          const { buckets, parts } = splitSeries(query, answer);
          for (const [column, bucket] of buckets.entries()) {
            const label = onTheWall(bucket, timeUnit, timeZone);
            const there = members.filter(
              (record) => onTheWall(Number(read(metric, record, 'startTime')), timeUnit, timeZone) === label,
            );
            const drawn = parts.reduce((sum, { values }) => sum + (values[column] ?? 0), 0);
            expectClose(drawn, first ? (compute(metric, first, there) ?? 0) : 0);
          }
          return;
        }
        if (first?.aggregate === 'histogram') {
          const numbers = members
            .map((record) => read(metric, record, first.field))
            .filter((value) => typeof value === 'number');
          const bars = histogramBars(answer);
          expectBars(bars, numbers);
          return;
        }
        const groupOf = (record: AnyRecord) =>
          JSON.stringify(dimensions.map((name) => read(metric, record, name)));
        const shownGroups = new Set(
          answer.rows.filter(({ isRest }) => !isRest).map(({ group }) => JSON.stringify(group)),
        );
        const ofGroup = (group: readonly GroupValue[], isRest: boolean) =>
          members.filter((record) =>
            isRest ? !shownGroups.has(groupOf(record)) : groupOf(record) === JSON.stringify(group),
          );
        expect(shownGroups.size).toBeLessThanOrEqual(dimensions.length > 0 ? limit : 1);
        if (!isOverTime(metric)) {
          for (const { group, isRest, values } of answer.rows) {
            const own = ofGroup(group, isRest);
            for (const [index, measure] of query.measures.entries()) {
              expectClose(values[index], compute(metric, measure, own));
            }
          }
          return;
        }
        const { buckets, series } = timeSeries(query, answer);
        for (const { group, isRest, values } of series) {
          const byLabel = new Map<string, AnyRecord[]>();
          for (const record of ofGroup(group, isRest)) {
            const at = Number(read(metric, record, BUCKET_FIELD[metric.view]));
            const label = onTheWall(at, timeUnit, timeZone);
            byLabel.set(label, [...(byLabel.get(label) ?? []), record]);
          }
          for (const [column, bucket] of buckets.entries()) {
            const there = byLabel.get(onTheWall(bucket, timeUnit, timeZone)) ?? [];
            byLabel.delete(onTheWall(bucket, timeUnit, timeZone));
            if (first) expectClose(values[column], compute(metric, first, there));
          }
          // Nothing is drawn nowhere.
          expect([...byLabel.keys()]).toEqual([]);
        }
      }),
      { numRuns: 4 },
    );
  });
});
