import { describe, expect, it } from 'vitest';
import { deriveAgentGraph } from '../../analysis/agent-graph/derive-agent-graph.ts';
import { groupBy } from '../../analysis/agent-graph/group-by.ts';
import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '../../model/observation.ts';
import type { ObservationPatch, ScorePatch, TracePatch } from '../../model/patch.ts';
import { SCORE_DATA_TYPES, SCORE_SOURCES } from '../../model/score.ts';
import { printAgentGraph } from '../print-agent-graph.ts';
import { traceStructure } from '../trace-structure.ts';
import { generateTraffic } from './generate-traffic.ts';
import type { TrafficOptions } from './generate-traffic.ts';

const UNTIL = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const WEEKS: TrafficOptions = { seed: 4, days: 14, tracesPerDay: 150, regressedDays: 5 };

const traffic = read(WEEKS);

function read(options: TrafficOptions) {
  const patches = [...generateTraffic(options)].flat();
  const traces = patches.filter((patch): patch is TracePatch => patch.kind === 'trace');
  const observations = patches.filter((patch): patch is ObservationPatch => patch.kind === 'observation');
  const scores = patches.filter((patch): patch is ScorePatch => patch.kind === 'score');
  const byTrace = groupBy(patches, (patch) => (patch.kind === 'trace' ? patch.id : patch.traceId));
  return { patches, traces, observations, scores, byTrace };
}

function structures(name: string) {
  return traffic.traces
    .filter((trace) => trace.name === name)
    .map(({ id }) => traceStructure(traffic.byTrace.get(id) ?? []));
}

describe('traffic', () => {
  it('is the same for the same seed, to the byte, and another for another', () => {
    const options = { days: 2, tracesPerDay: 20 };
    const text = (seed: number) => JSON.stringify([...generateTraffic({ ...options, seed })]);

    expect(text(3)).toBe(text(3));
    expect(text(3)).not.toBe(text(4));
  });

  it('has exactly as many traces as were asked for, about 20 observations each', () => {
    expect(traffic.traces).toHaveLength(14 * 150);
    const perTrace = traffic.observations.length / traffic.traces.length;
    expect(perTrace).toBeGreaterThan(16);
    expect(perTrace).toBeLessThan(23);
    expect(read({ days: 1, tracesPerDay: 0 }).patches).toEqual([]);
  });

  it('gives every trace and score an id of its own, and every observation one in its trace', () => {
    expect(new Set(traffic.traces.map(({ id }) => id)).size).toBe(traffic.traces.length);
    expect(new Set(traffic.scores.map(({ id }) => id)).size).toBe(traffic.scores.length);
    const ids = traffic.observations.map(({ traceId, id }) => `${traceId} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('comes in batches of the size that was asked for, which together are the same', () => {
    const options = { days: 1, tracesPerDay: 30 };
    const batches = [...generateTraffic({ ...options, batchSize: 100 })];

    expect(batches.slice(0, -1).every((batch) => batch.length === 100)).toBe(true);
    expect(batches.flat()).toEqual([...generateTraffic(options)].flat());
  });

  it('ends when it was told to, scores included, and fills the days before', () => {
    const moments = traffic.patches.map(({ at }) => at);
    expect(Math.max(...moments)).toBeLessThanOrEqual(UNTIL);
    expect(Math.min(...moments)).toBeGreaterThan(UNTIL - 14 * DAY - DAY / 4);
    expect(Math.min(...moments)).toBeLessThan(UNTIL - 13 * DAY);
  });

  it('says which number cannot be generated', () => {
    expect(() => generateTraffic({ days: -1 }).next()).toThrow('days is -1');
    expect(() => generateTraffic({ tracesPerDay: Number.NaN }).next()).toThrow('tracesPerDay is NaN');
    expect(() => generateTraffic({ batchSize: 0 }).next()).toThrow('batchSize is 0');
  });
});

describe('the company', () => {
  it('uses every type and every level, and every kind and source of score', () => {
    expect(new Set(traffic.observations.map(({ type }) => type))).toEqual(new Set(OBSERVATION_TYPES));
    const levels = new Set(traffic.observations.map(({ level }) => level ?? 'DEFAULT'));
    expect(levels).toEqual(new Set(OBSERVATION_LEVELS));
    expect(new Set(traffic.scores.map(({ dataType }) => dataType))).toEqual(new Set(SCORE_DATA_TYPES));
    expect(new Set(traffic.scores.map(({ source }) => source))).toEqual(new Set(SCORE_SOURCES));
  });

  it('is asked in English and Chinese, in three environments, by nine tenants on three plans', () => {
    const text = JSON.stringify(traffic.observations.map(({ input }) => input));
    expect(text).toContain('Where is my order');
    expect(text).toMatch(/订单号/);
    expect(new Set(traffic.traces.map(({ environment }) => environment))).toHaveLength(3);
    expect(new Set(traffic.traces.map(({ metadata }) => metadata?.['tenant']))).toHaveLength(9);
    expect(new Set(traffic.traces.map(({ metadata }) => metadata?.['plan']))).toHaveLength(3);
  });

  it('leaves no slot of a text unfilled', () => {
    const text = JSON.stringify(traffic.patches);
    expect(text).not.toMatch(/\{(name|product|other|order|date|soon|carrier|city|amount|fee|reason)\}/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is quiet at weekends and busy with a few of its customers', () => {
    const byWeekday = groupBy(traffic.traces, ({ at }) => new Date(at).getUTCDay());
    expect(byWeekday.get(0)?.length).toBeLessThan((byWeekday.get(2)?.length ?? 0) * 0.6);
    const users = groupBy(traffic.traces, ({ userId }) => userId ?? '');
    users.delete('');
    const counts = [...users.values()].map(({ length }) => length).toSorted((a, b) => b - a);
    const half = counts.reduce((sum, count) => sum + count, 0) / 2;
    const busiest = counts.slice(0, Math.ceil(counts.length / 4)).reduce((sum, count) => sum + count, 0);
    expect(busiest).toBeGreaterThan(half);
  });

  it('holds conversations of several turns, whose later turns know the earlier ones', () => {
    const sessions = groupBy(traffic.traces, ({ sessionId }) => sessionId ?? '');
    sessions.delete('');
    const long = [...sessions.values()].find(
      (turns) => turns.length > 3 && turns[0]?.name === 'support-chat',
    );
    const histories = long?.map(({ id }) => {
      const answer = traffic.byTrace
        .get(id)
        ?.find((patch) => patch.kind === 'observation' && patch.name === 'answer');
      return answer?.kind === 'observation' && Array.isArray(answer.input) ? answer.input.length : 0;
    });
    expect(histories?.slice(0, 4)).toEqual([2, 4, 6, 8]);
  });

  it('pays for most models, not for its own, and totals are the sums of their parts', () => {
    const calls = traffic.observations.filter(({ usage }) => usage !== undefined);
    expect(calls.some(({ cost }) => cost === undefined)).toBe(true);
    for (const { usage = {}, cost, type } of calls) {
      const { total, ...parts } = usage;
      expect(Object.values(parts).reduce((sum, units) => sum + units, 0)).toBe(total);
      if (cost === undefined || type === 'EMBEDDING') continue;
      const { total: dollars = 0, ...shares } = cost;
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(dollars, 11);
    }
    const keys = new Set(calls.flatMap(({ usage }) => Object.keys(usage ?? {})));
    expect([...keys]).toEqual(
      expect.arrayContaining(['input_cached_tokens', 'output_reasoning_tokens', 'input_audio_tokens']),
    );
  });

  it('ships a release from which on answers are slower and dearer', () => {
    const chats = structures('support-chat').filter(({ trace }) => trace.environment === 'production');
    const after = chats.filter(({ trace }) => trace.startTime >= UNTIL - 5 * DAY);
    const before = chats.filter(({ trace }) => trace.startTime < UNTIL - 5 * DAY);
    const latency = (rows: typeof chats, share: number) =>
      percentile(
        rows.map(({ trace }) => trace.latency ?? 0),
        share,
      );
    const cost = (rows: typeof chats) =>
      percentile(
        rows.map(({ trace }) => trace.cost['total'] ?? 0),
        0.5,
      );

    expect(latency(after, 0.5)).toBeGreaterThan(latency(before, 0.5) * 1.3);
    expect(latency(after, 0.9)).toBeGreaterThan(latency(before, 0.9) * 1.2);
    expect(cost(after)).toBeGreaterThan(cost(before) * 1.3);
    expect(new Set(after.map(({ trace }) => trace.release?.slice(0, 4)))).toEqual(new Set(['2.31']));
    expect(before.some(({ trace }) => trace.release?.startsWith('2.31'))).toBe(false);
  });

  it('recovers from rate limits and broken tools, and fails for good now and then', () => {
    const messages = traffic.observations
      .map(({ level, statusMessage }) => `${level} ${statusMessage}`)
      .join('\n');
    expect(messages).toMatch(/WARNING RateLimitError/);
    expect(messages).toMatch(/ERROR APITimeoutError/);
    expect(messages).toMatch(/ERROR OverloadedError/);
    expect(messages).toMatch(/ERROR HTTPError: 503/);
    const failed = traffic.observations.filter(
      ({ parentId, level }) => parentId === null && level === 'ERROR',
    );
    expect(failed.length / traffic.traces.length).toBeLessThan(0.05);
    expect(failed.length).toBeGreaterThan(0);
  });
});

describe('its LangGraph agents', () => {
  it('branch, join, and loop in a subgraph', () => {
    const report = structures('market-report').find(({ observations }) => {
      const nodes = deriveAgentGraph(observations)?.nodes;
      return nodes?.find(({ id }) => id === 'review|draft')?.calls === 2 && nodes.at(-1)?.calls === 1;
    });
    const graph = printAgentGraph(report?.observations ?? [])
      .replaceAll(/research ×[45]/g, 'research ×n')
      .replaceAll(/collect ×[45]/g, 'collect ×n');

    expect(graph.split('\n').map((line) => line.trim())).toEqual([
      'graph',
      '__start__ → plan',
      'plan → research ×n, prices',
      'research ×n → collect ×n',
      'prices → collect',
      'collect → review',
      'review → publish',
      'publish → __end__',
      '__end__',
      'review|__start__ → review|draft',
      'review|draft ×2 → review|critique ×2',
      'review|critique ×2 → review|draft, review|__end__',
      'review|__end__',
    ]);
  });

  it('wait for a person and go on in a later trace of the session', () => {
    const paused = structures('refund-approval').find(
      ({ trace, observations }) =>
        observations.some(({ isInterrupted }) => isInterrupted) &&
        traffic.traces.filter(({ sessionId }) => sessionId === trace.sessionId).length === 2,
    );
    const resumed = structures('refund-approval').find(
      ({ trace }) => trace.sessionId === paused?.trace.sessionId && trace.id !== paused?.trace.id,
    );

    expect(paused?.trace.level).not.toBe('ERROR');
    expect(printAgentGraph(paused?.observations ?? [])).toContain(
      'approve (paused)\n  __end__ (not reached)',
    );
    expect(printAgentGraph(resumed?.observations ?? [])).toMatch(
      /__start__ \(not reached\)\n {2}approve → (execute|notify)/,
    );
  });
});

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
