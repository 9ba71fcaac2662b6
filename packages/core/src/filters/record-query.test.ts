import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficContents } from '../conformance/traffic-contents.ts';
import { generateTraffic } from '../testing/traffic/generate-traffic.ts';
import { deriveSessions, deriveUsers } from '../query/derive-groups.ts';
import { checkFilter } from '../query/check-filter.ts';
import { matches } from '../query/matches.ts';
import type { View, ViewItems } from '../query/view-record.ts';
import { VIEWS } from '../query/view-record.ts';
import { viewRecords } from '../query/view-records.ts';
import type { PanelFilters } from './panel-filters.ts';
import { recordQuery } from './record-query.ts';
import { TIME_PRESETS } from './time-range.ts';
import type { TimePreset } from './time-range.ts';
import { zonedMoment } from './zoned-time.ts';

/** The Monday after clocks in Berlin went back. */
const NOW = Date.UTC(2026, 9, 26, 12);
const traffic = [...generateTraffic({ seed: 6, days: 4, tracesPerDay: 15, until: NOW })].flat();
const job = {
  kind: 'trace',
  id: 'job',
  at: NOW,
  timestamp: NOW - 3_600_000,
  environment: 'langfuse-judge',
} as const;
const contents = trafficContents([...traffic, job]);
const traces = contents.traces.map(({ structure }) => structure);
const environments = [...new Set(traces.map(({ trace }) => trace.environment))];

const WORDS = {
  traces: ['', 'level:ERROR', 'totalCost:>0.01 -level:ERROR', 'has:sessionId'],
  observations: ['', 'type:GENERATION', 'latency:>1s'],
  scores: ['', 'source:API', 'dataType:NUMERIC'],
  sessions: ['', 'traceCount:>1'],
  users: ['', 'errorCount:>0'],
} as const;

/** What each text of traces and of groups says, said again without queries. */
type AnyTrace = ViewItems['traces'];
const TRACE_RULES: Record<string, (trace: AnyTrace) => boolean> = {
  '': () => true,
  'level:ERROR': (trace) => trace.level === 'ERROR',
  'totalCost:>0.01 -level:ERROR': (trace) =>
    Object.keys(trace.cost).length > 0 && cost(trace) > 0.01 && trace.level !== 'ERROR',
  'has:sessionId': (trace) => trace.sessionId !== null,
};

function cost(trace: AnyTrace): number {
  return trace.cost['total'] ?? Object.values(trace.cost).reduce((sum, amount) => sum + amount, 0);
}

function chosenIds(filters: PanelFilters, view: View): string[] {
  const { filter, traces: within } = recordQuery(filters, view, NOW);
  if (filter) checkFilter(view, filter);
  if (within) checkFilter('traces', within);
  return viewRecords(view, contents, within)
    .filter((record) => !filter || matches(view, record as never, filter))
    .map((record) => record.item.id)
    .toSorted();
}

/** The same by going through everything there is. */
function recount({ time, environments: wanted, texts }: PanelFilters, view: View): string[] {
  const isInTime = (moment: number) => {
    if (!('preset' in time)) return moment >= time.from && moment < time.to;
    const length = TIME_PRESETS[time.preset];
    return length === null || moment >= NOW - length;
  };
  const isInPlace = (environment: string | null) =>
    wanted === null
      ? environment === null || !environment.startsWith('langfuse-')
      : environment !== null && wanted.includes(environment);
  const ofTrace = TRACE_RULES[texts.traces ?? ''] ?? (() => false);
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).toSorted();
  const whole = traces.filter(
    ({ trace }) => isInTime(trace.startTime) && isInPlace(trace.environment) && ofTrace(trace),
  );
  if (view === 'traces') return ids(whole.map(({ trace }) => trace));
  if (view === 'sessions') {
    const sessions = deriveSessions(whole.map(({ trace }) => trace));
    return ids(sessions.filter(({ traceCount }) => texts.sessions !== 'traceCount:>1' || traceCount > 1));
  }
  if (view === 'users') {
    const users = deriveUsers(whole.map(({ trace }) => trace));
    return ids(users.filter(({ errorCount }) => texts.users !== 'errorCount:>0' || errorCount > 0));
  }
  const kept = traces.filter(({ trace }) => ofTrace(trace));
  if (view === 'observations') {
    return ids(
      kept
        .flatMap(({ observations }) => observations)
        .filter((item) => isInTime(item.startTime) && isInPlace(item.environment))
        .filter((item) => texts.observations !== 'type:GENERATION' || item.type === 'GENERATION')
        .filter(
          (item) =>
            texts.observations !== 'latency:>1s' ||
            (item.endTime !== null && item.endTime - item.startTime > 1000),
        ),
    );
  }
  const scores = texts.traces ? kept.flatMap((structure) => structure.scores) : contents.scores;
  return ids(
    scores
      .filter((item) => isInTime(item.timestamp) && isInPlace(item.environment))
      .filter((item) => texts.scores !== 'source:API' || item.source === 'API')
      .filter((item) => texts.scores !== 'dataType:NUMERIC' || item.dataType === 'NUMERIC'),
  );
}

const ZONES = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns'];

/** Whole hours around the change of clocks, as somebody in that zone types them. */
const custom = fc
  .tuple(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
  .map(([zone, hour, length]) => {
    const at = (hours: number) => {
      const [day, time] = [23 + Math.floor(hours / 24), String(hours % 24).padStart(2, '0')];
      return zonedMoment(`2026-10-${day}T${time}:30`, zone) ?? Number.NaN;
    };
    return { from: at(hour), to: at(hour + length) };
  })
  .filter(({ from, to }) => from < to);

const filters = fc.record({
  time: fc.oneof(
    custom,
    fc.record({ preset: fc.constantFrom(...(Object.keys(TIME_PRESETS) as TimePreset[])) }),
  ),
  environments: fc.oneof(fc.constant(null), fc.subarray([...environments, 'nowhere'])),
  texts: fc.record({
    traces: fc.constantFrom(...WORDS.traces),
    observations: fc.constantFrom(...WORDS.observations),
    scores: fc.constantFrom(...WORDS.scores),
    sessions: fc.constantFrom(...WORDS.sessions),
    users: fc.constantFrom(...WORDS.users),
  }),
});

describe('filters of a page', () => {
  it.each(VIEWS)('choose the %s that a search through everything finds', (view) => {
    let found = 0;
    fc.assert(
      fc.property(filters, (chosen) => {
        const ids = chosenIds(chosen, view);
        found += ids.length;
        expect(ids).toEqual(recount(chosen, view));
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it("hide Langfuse's own jobs unless they are asked for", () => {
    const everything: PanelFilters = { time: { preset: 'all' }, environments: null, texts: {} };
    expect(chosenIds(everything, 'traces')).not.toContain('job');
    expect(chosenIds({ ...everything, environments: ['langfuse-judge'] }, 'traces')).toEqual(['job']);
  });

  it('show nothing at all where a text has mistakes in it', () => {
    const mistaken: PanelFilters = {
      time: { preset: 'all' },
      environments: null,
      texts: { traces: 'nmae:x', users: 'latency:>2' },
    };
    for (const view of VIEWS) expect(chosenIds(mistaken, view)).toEqual([]);
  });

  it('ask about traces only where nothing else can say it', () => {
    const plain: PanelFilters = {
      time: { preset: '7d' },
      environments: ['production'],
      texts: { traces: ' ' },
    };
    for (const view of VIEWS) {
      const isGroup = view === 'sessions' || view === 'users';
      expect(Object.keys(recordQuery(plain, view, NOW))).toEqual([isGroup ? 'traces' : 'filter']);
    }
  });
});
