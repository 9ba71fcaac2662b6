import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficContents } from '../../conformance/traffic-contents.ts';
import type { PanelFilters } from '../../filters/panel-filters.ts';
import { recordQuery } from '../../filters/record-query.ts';
import { sumNumbers } from '../../merge/running-sum.ts';
import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import type { AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import { answerAggregate } from '../../query/aggregate/answer-aggregate.ts';
import { answerFacets } from '../../query/aggregate/answer-facets.ts';
import { bucketStart } from '../../query/aggregate/time-buckets.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import { totalCost } from '../usage/total-cost.ts';
import { cacheQuery, readCacheUse } from './cache-use.ts';
import { COST_GROUPINGS, costGroupRecords, costQuery } from './cost-grouping.ts';
import type { CostGrouping, CostQueries } from './cost-grouping.ts';
import { readCostRows, readCostSeries, readCostSums } from './cost-rows.ts';
import { budgetPeriod, budgetQuery, projectBudget } from './project-budget.ts';
import { usageTimeSeries } from './usage-time-series.ts';
import {
  isCacheRead,
  readUsageKeys,
  readUsageTypes,
  usageKeysQuery,
  usageTypeQueries,
} from './usage-types.ts';

/** The Monday after clocks in Berlin went back: a day of 25 hours is in it. */
const NOW = Date.UTC(2026, 9, 26, 12);
const contents = trafficContents(
  [...generateTraffic({ seed: 3, days: 4, tracesPerDay: 20, until: NOW })].flat(),
);
const ask = (query: AggregateQuery) => answerAggregate(contents, query);

interface Call {
  readonly call: Observation;
  readonly trace: Trace;
}

const calls: readonly Call[] = contents.traces.flatMap(({ structure: { trace, observations } }) =>
  observations
    .filter(({ usage, cost }) => Object.keys(usage).length > 0 || Object.keys(cost).length > 0)
    .map((call) => ({ call, trace })),
);

const TEXTS: Record<string, (call: Call) => boolean> = {
  '': () => true,
  'level:ERROR': ({ trace }) => trace.level === 'ERROR',
  'has:sessionId': ({ trace }) => trace.sessionId !== null,
};

const chosen: fc.Arbitrary<PanelFilters> = fc.record({
  time: fc.constantFrom<PanelFilters['time']>(
    { preset: 'all' },
    { preset: '1d' },
    { from: Date.UTC(2026, 9, 24, 21, 30), to: Date.UTC(2026, 9, 25, 23, 10) },
  ),
  environments: fc.constantFrom(null, ['production'], ['staging', 'development']),
  texts: fc.constantFrom(...Object.keys(TEXTS)).map((traces) => ({ traces })),
});
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns');

function queriesOf(filters: PanelFilters): CostQueries {
  return {
    observations: recordQuery(filters, 'observations', NOW),
    traces: recordQuery(filters, 'traces', NOW),
  };
}

/** The same calls by going through all of them. */
function recount({ time, environments, texts }: PanelFilters): readonly Call[] {
  const from = 'from' in time ? time.from : time.preset === 'all' ? -Infinity : NOW - 86_400_000;
  const to = 'to' in time ? time.to : Infinity;
  return calls.filter(
    (one) =>
      one.call.startTime >= from &&
      one.call.startTime < to &&
      (environments === null
        ? !one.call.environment.startsWith('langfuse-')
        : environments.includes(one.call.environment)) &&
      TEXTS[texts.traces ?? '']?.(one),
  );
}

const KEYS: Record<(typeof COST_GROUPINGS)[number], (call: Call) => readonly (string | null)[]> = {
  model: ({ call }) => [call.model],
  user: ({ trace }) => [trace.userId],
  session: ({ trace }) => [trace.sessionId],
  environment: ({ call }) => [call.environment],
  release: ({ trace }) => [trace.release],
  version: ({ trace }) => [trace.version],
  tag: ({ trace }) => (trace.tags.length === 0 ? [null] : trace.tags),
  'trace-name': ({ trace }) => [trace.name],
  name: ({ call }) => [call.name],
  type: ({ call }) => [call.type],
  prompt: ({ call }) => [call.prompt?.name ?? null],
};

const costOf = (list: readonly Call[]) => sumNumbers(list.map(({ call }) => totalCost(call.cost) ?? 0));
const tokensOf = (list: readonly Call[]) =>
  sumNumbers(list.map(({ call }) => summarizeUsage(call.usage).total ?? 0));

describe('costs equal a recount, whatever is filtered', () => {
  it('by every grouping, with its rest', () => {
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom(...COST_GROUPINGS),
        fc.integer({ min: 1, max: 40 }),
        (filters, grouping, limit) => {
          const queries = queriesOf(filters);
          const own = recount(filters);
          const whole = readCostSums(ask(costQuery(queries, null)));
          expect(whole.cost).toBeCloseTo(costOf(own), 9);
          expect(whole.calls).toBe(own.length);
          expect(whole.tokens).toBe(tokensOf(own));

          const rows = readCostRows(ask(costQuery(queries, grouping, { limit })), whole.cost);
          const named = rows.filter(({ isRest }) => !isRest);
          for (const row of named) {
            const members = own.filter((call) => KEYS[grouping](call).includes(row.group as string | null));
            expect(row.cost).toBeCloseTo(costOf(members), 9);
            expect(row.calls).toBe(members.length);
            expect(row.tokens).toBe(tokensOf(members));
            expect(row.share ?? 0).toBeCloseTo(whole.cost === 0 ? 0 : costOf(members) / whole.cost, 9);
          }
          expect(named.map(({ cost }) => cost)).toEqual(
            named.map(({ cost }) => cost).toSorted((a, b) => b - a),
          );
          const groups = new Set(own.flatMap(KEYS[grouping]));
          expect(named.length).toBe(Math.min(limit, groups.size));
          expect(rows.some(({ isRest }) => isRest)).toBe(groups.size > limit);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('by metadata of the trace', () => {
    const queries = queriesOf({ time: { preset: 'all' }, environments: null, texts: {} });
    const facets = answerFacets(contents, { view: 'traces', ...queries.traces, fields: ['metadataKeys'] });
    const key = String(facets[0]?.values[0]?.value);
    const rows = readCostRows(ask(costQuery(queries, `metadata.${key}`)), 1);
    const costs = new Map<unknown, number[]>();
    for (const { structure, payload } of contents.traces) {
      const value = payload()?.metadata[key] ?? null;
      const cost = totalCost(structure.trace.cost);
      if (cost !== null) costs.set(value, [...(costs.get(value) ?? []), cost]);
    }
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows.filter(({ cost }) => cost > 0)) {
      expect(row.cost).toBeCloseTo(sumNumbers(costs.get(row.group) ?? []), 9);
    }
  });

  it('over time, in days of any zone', () => {
    fc.assert(
      fc.property(chosen, zone, fc.constantFrom('hour', 'day', 'week'), (filters, timeZone, unit) => {
        const timeBucket = { unit, timeZone } as const;
        const series = readCostSeries(ask(costQuery(queriesOf(filters), 'model', { timeBucket, limit: 3 })));
        const own = recount(filters);
        const points = series.flatMap(({ points: ofGroup }) => ofGroup);
        expect(sumNumbers(points.map(({ cost }) => cost))).toBeCloseTo(costOf(own), 9);
        for (const { group, isRest, points: ofGroup } of series) {
          for (const point of ofGroup) {
            if (isRest) continue;
            const members = own.filter(
              ({ call }) => call.model === group && bucketStart(call.startTime, timeBucket) === point.time,
            );
            expect(point.cost).toBeCloseTo(costOf(members), 9);
            expect(point.calls).toBe(members.length);
          }
        }
      }),
      { seed: 2, numRuns: 40 },
    );
  });

  it('by kind of usage, which add up to the whole', () => {
    fc.assert(
      fc.property(chosen, zone, (filters, timeZone) => {
        const queries = queriesOf(filters);
        const own = recount(filters);
        const keys = readUsageKeys(answerFacets(contents, usageKeysQuery(queries)));
        const whole = readCostSums(ask(costQuery(queries, null)));
        const types = readUsageTypes(keys, usageTypeQueries(queries, keys).map(ask), whole);
        for (const { key, units, cost } of types) {
          if (key === null) continue;
          expect(units).toBe(sumNumbers(own.map(({ call }) => call.usage[key] ?? 0)));
          expect(cost).toBeCloseTo(sumNumbers(own.map(({ call }) => call.cost[key] ?? 0)), 9);
        }
        expect(sumNumbers(types.map(({ cost }) => cost))).toBeCloseTo(costOf(own), 9);
        expect(sumNumbers(types.map(({ units }) => units))).toBeCloseTo(tokensOf(own), 6);

        const timeBucket = { unit: 'day', timeZone } as const;
        const overTime = usageTypeQueries(queries, keys, timeBucket);
        const ofBuckets = readUsageTypes(keys, overTime.map(ask), whole);
        expect(ofBuckets).toHaveLength(types.length);
        for (const { key, units, cost } of ofBuckets) {
          const type = types.find((one) => one.key === key);
          expect(units).toBe(type?.units);
          expect(cost).toBeCloseTo(type?.cost ?? -1, 9);
        }
        const span = { from: null, to: null };
        for (const most of [3, 100]) {
          const drawn = usageTimeSeries(keys, overTime, overTime.map(ask), span, most);
          expect(drawn?.tokens.series.length ?? 0).toBeLessThanOrEqual(most);
          const sumOf = ({ values }: { readonly values: readonly (number | null)[] }) =>
            sumNumbers(values.map((value) => value ?? 0));
          for (const one of drawn?.tokens.series ?? []) {
            if (one.isRest) continue;
            expect(sumOf(one)).toBeCloseTo(types.find(({ key }) => key === one.key)?.units ?? -1, 6);
            for (const [place, bucket] of (drawn?.tokens.buckets ?? []).entries()) {
              const members = own.filter(({ call }) => bucketStart(call.startTime, timeBucket) === bucket);
              expect(one.values[place] ?? 0).toBe(
                sumNumbers(members.map(({ call }) => call.usage[one.key] ?? 0)),
              );
            }
          }
          const split = types.filter(({ key }) => key !== null);
          expect(sumNumbers((drawn?.cost.series ?? []).map(sumOf))).toBeCloseTo(
            sumNumbers(split.map(({ cost }) => cost)),
            9,
          );
        }
      }),
      { seed: 3, numRuns: 25 },
    );
  });

  it('for what caches saved, by the prices of each day', () => {
    const prices: Record<string, number> = {
      input: 2e-6,
      input_cached_tokens: 5e-7,
      input_cache_creation_5m: 2.5e-6,
    };
    const change = Date.UTC(2026, 9, 25);
    const pricesOf = (model: string, at: number) =>
      model.startsWith('gpt') ? null : at < change ? prices : { ...prices, input: 3e-6 };
    fc.assert(
      fc.property(chosen, (filters) => {
        const queries = queriesOf(filters);
        const own = recount(filters);
        const keys = readUsageKeys(answerFacets(contents, usageKeysQuery(queries)));
        const whole = readCostSums(ask(costQuery(queries, null)));
        const types = readUsageTypes(keys, usageTypeQueries(queries, keys).map(ask), whole);
        const query = cacheQuery(queries, keys);
        const use = readCacheUse(keys, query && ask(query), types, pricesOf);
        const saved = own.map(({ call }) => {
          const today = pricesOf(call.model ?? '', bucketStart(call.startTime, { unit: 'day' }) ?? 0);
          const at = (key: string) =>
            today ? (call.usage[key] ?? 0) * ((today['input'] ?? 0) - (today[key] ?? 0)) : 0;
          return at('input_cached_tokens') + at('input_cache_creation_5m');
        });
        const cached = own.map(({ call }) => call.usage['input_cached_tokens'] ?? 0);
        expect(use.saved).toBeCloseTo(sumNumbers(saved), 9);
        expect(use.readTokens).toBe(sumNumbers(cached));
        expect(use.unknownTokens).toBe(
          sumNumbers(
            own.map(({ call }, index) => (call.model?.startsWith('gpt') ? (cached[index] ?? 0) : 0)),
          ),
        );
        const input = sumNumbers(own.map(({ call }) => summarizeUsage(call.usage).input ?? 0));
        expect(use.share ?? 0).toBeCloseTo(input === 0 ? 0 : use.readTokens / input, 12);
      }),
      { seed: 4, numRuns: 25 },
    );
  });
});

describe('groups compared with the time before', () => {
  const time = (from: number, to: number): PanelFilters => ({
    time: { from, to },
    environments: null,
    texts: {},
  });
  const day = 86_400_000;
  const after = costQuery(queriesOf(time(NOW - day, NOW)), 'model' satisfies CostGrouping);
  const beforeQuery = costQuery(queriesOf(time(NOW - 2 * day, NOW - day)), 'model');

  it('say what each cost then, and nothing where that is not known', () => {
    const before = ask(beforeQuery);
    for (const row of readCostRows(ask(after), 1, before)) {
      const own = recount(time(NOW - 2 * day, NOW - day)).filter(({ call }) => call.model === row.group);
      expect(row.before).toBeCloseTo(costOf(own), 9);
    }
    const cut = ask({ ...beforeQuery, limit: 1 });
    const unknown = readCostRows(ask(after), 1, cut).filter(({ before: known }) => known === null);
    expect(unknown.length).toBeGreaterThan(2);
  });
});

describe('a budget', () => {
  const budget = { name: 'all', amount: 1, period: 'week' } as const;

  it('knows what was spent since its period began, as it grew', () => {
    const state = projectBudget(budget, ask(budgetQuery(budget, NOW, 'Europe/Berlin')), NOW, 'Europe/Berlin');
    const { from, to } = budgetPeriod(budget, NOW, 'Europe/Berlin');
    expect(new Date(from).toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect((to - from) / 3_600_000).toBe(7 * 24);
    const own = calls.filter(({ call }) => call.startTime >= from && call.startTime < to);
    expect(state.spent).toBeCloseTo(costOf(own), 9);
    expect(state.burn.at(-1)).toEqual({ time: NOW, spent: state.spent });
    expect(state.burn[0]).toEqual({ time: from, spent: 0 });
  });

  it('draws a straight line to the end of its period, in days that have 25 hours too', () => {
    const day = { name: 'day', amount: 30, period: 'day' } as const;
    const noon = Date.UTC(2026, 9, 25, 11);
    const rows = [{ group: [], isRest: false, bucket: Date.UTC(2026, 9, 24, 22), values: [13] }];
    const state = projectBudget(day, { rows, groupCount: 1 }, noon, 'Europe/Berlin');

    expect(state.to - state.from).toBe(25 * 3_600_000);
    expect(state.elapsed).toBeCloseTo(13 / 25, 12);
    expect(state.projected).toBeCloseTo(25, 12);
    expect(state).toMatchObject({ state: 'fine', runsOutAt: null });
    const tight = projectBudget({ ...day, amount: 20 }, { rows, groupCount: 1 }, noon, 'Europe/Berlin');
    expect(tight.state).toBe('at-risk');
    expect(tight.runsOutAt).toBe(state.from + 20 * 3_600_000);
    const spent = projectBudget({ ...day, amount: 10 }, { rows, groupCount: 1 }, noon, 'Europe/Berlin');
    expect(spent).toMatchObject({ state: 'over', runsOutAt: null, share: 1.3 });
  });

  it('projects nothing from the first minutes', () => {
    const early = Date.UTC(2026, 9, 25, 23, 30);
    const state = projectBudget(budget, { rows: [], groupCount: 1 }, early, 'Europe/Berlin');
    expect(state).toMatchObject({ projected: null, spent: 0, state: 'fine' });
  });

  it('counts only what it is for', () => {
    const own = { ...budget, query: { filter: { field: 'model', op: '=', value: 'gpt-5' } } } as const;
    const state = projectBudget(own, ask(budgetQuery(own, NOW, 'UTC')), NOW, 'UTC');
    const { from, to } = budgetPeriod(own, NOW, 'UTC');
    const members = calls.filter(
      ({ call }) => call.model === 'gpt-5' && call.startTime >= from && call.startTime < to,
    );
    expect(state.spent).toBeCloseTo(costOf(members), 9);
  });
});

it.each(['model', 'release', 'tag', 'session', 'metadata.tenant'] as const)(
  'leads from a group of %s to the records that it counts',
  (grouping) => {
    const everything = { observations: {}, traces: {} };
    const rows = readCostRows(ask(costQuery(everything, grouping, { limit: 100 })), 1, null);
    expect(rows.length).toBeGreaterThan(1);
    for (const { group, cost } of rows) {
      const { view, condition } = costGroupRecords(grouping, group);
      const records = view === 'traces' ? { traces: condition } : { filter: condition };
      const sums = readCostSums(ask(costQuery({ observations: records, traces: {} }, null)));
      expect(sums.cost, String(group)).toBeCloseTo(cost, 9);
    }
  },
);

it.each([
  ['input_cached_tokens', true],
  ['cache_read_input_tokens', true],
  ['cachedContentTokenCount', true],
  ['input_cache_creation_5m', false],
  ['cache_write_tokens', false],
  ['input', false],
])('%s was read from a cache: %s', (key, is) => {
  expect(isCacheRead(key)).toBe(is);
});
