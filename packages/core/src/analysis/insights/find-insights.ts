import type { ObservationId } from '../../model/ids.ts';
import type { EpochMs } from '../../model/units.ts';
import { findCriticalPathInSteps } from '../critical-path/find-critical-path.ts';
import { rowTimes } from '../critical-path/row-times.ts';
import { selfTimes } from '../critical-path/self-times.ts';
import { layoutTraceTree } from '../trace-tree/layout-trace-tree.ts';
import type { TraceTreeLayout, TraceTreeSource } from '../trace-tree/layout-trace-tree.ts';
import { finish, ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { totalCost } from '../usage/total-cost.ts';
import { findCacheMisses } from './cache-misses.ts';
import { contextGrowth } from './context-growth.ts';
import type { ContextSeries } from './context-growth.ts';
import { errorOrigins } from './error-origins.ts';
import type { ErrorOrigin } from './error-origins.ts';
import { findLoops } from './find-loops.ts';
import { askedRows, findRepeatedCalls } from './find-repeated-calls.ts';
import { heavyRows } from './heavy-rows.ts';
import type { ContextPart, Insight } from './insight.ts';
import { idsOf, observationOf } from './insight-source.ts';
import type { InsightSource, PayloadMap } from './insight-source.ts';
import { findRetries } from './retries.ts';
import { rowSteps } from './row-steps.ts';

export interface FindInsightsOptions {
  /** The tree of the same observations, where one was made already. @defaultValue laid out here */
  readonly layout?: TraceTreeLayout | undefined;
  /** What was read of the payloads that `insightPayloadIds` names. @defaultValue none */
  readonly payloads?: PayloadMap | undefined;
  /** Until when running observations have run. @defaultValue the latest time that the trace knows */
  readonly now?: EpochMs | undefined;
}

/** What stands out in a trace. */
export interface Insights {
  /** The most suspicious first. */
  readonly insights: readonly Insight[];
  /** Inputs of conversations, turn by turn, the largest first. */
  readonly context: readonly ContextSeries[];
  /** Observations whose payloads say whether calls repeat one another, and how many of those were looked at. */
  readonly payloads: { readonly wanted: number; readonly read: number };
}

/**
 * Finds what people open a trace for: where errors began and how far they spread, retries, loops, calls that repeat
 * one another, inputs that swell, missed caches, and where the time and the money went. What needs payloads is found
 * in those given; the answer says how many were not.
 */
export function findInsights(source: TraceTreeSource, options: FindInsightsOptions = {}): Insights {
  return finish(findInsightsInSteps(source, options));
}

/** {@link findInsights} as work that can be put aside, for a thread that has other things to do. */
export function* findInsightsInSteps(
  source: TraceTreeSource,
  options: FindInsightsOptions = {},
): Pausable<Insights> {
  const { layout = layoutTraceTree(source), payloads = new Map(), now } = options;
  yield;
  const times = rowTimes(layout, now);
  const all: InsightSource = { layout, times, steps: yield* rowSteps(layout), payloads };
  const asked = yield* askedRows(all);
  const context = yield* contextGrowth(all);
  const insights = [
    ...(yield* errors(all)),
    ...(yield* retries(all)),
    ...(yield* loops(all)),
    ...(yield* repeatedCalls(all, asked)),
    ...swellingInputs(context),
    ...(yield* cacheMisses(all, context)),
    ...(yield* branches(all)),
  ];
  yield;
  return {
    insights: insights.toSorted((a, b) => b.weight - a.weight),
    context,
    payloads: { wanted: asked.length, read: yield* countRead(all, asked) },
  };
}

/** Observations whose payloads {@link findInsights} would look at, in tree order. */
export function insightPayloadIds(layout: TraceTreeLayout): ObservationId[] {
  return idsOf(layout, finish(askedRows({ layout })));
}

function* countRead({ layout, payloads }: InsightSource, asked: readonly number[]): Pausable<number> {
  let read = 0;
  if (payloads.size === 0) return read;
  for (const [place, row] of asked.entries()) {
    if (place % ROWS_AT_ONCE === 0) yield;
    if (payloads.has(observationOf(layout, row)?.id ?? '')) read += 1;
  }
  return read;
}

/** Messages are long: rewriting one takes longer than looking at a row. */
const GROUPED_AT_ONCE = 256;

function* errors(source: InsightSource): Pausable<Insight[]> {
  const { layout } = source;
  const groups = new Map<string, ErrorOrigin[]>();
  for (const [place, origin] of (yield* errorOrigins(source)).entries()) {
    if (place % GROUPED_AT_ONCE === 0) yield;
    const observation = observationOf(layout, origin.row);
    // Attempts, ids and times differ between errors that are the same.
    const message = observation?.statusMessage?.replaceAll(/\d+/g, '#') ?? '';
    const key = `${observation?.type} ${observation?.name} ${message}`;
    const group = groups.get(key);
    if (group) group.push(origin);
    else groups.set(key, [origin]);
  }
  return [...groups.values()].map((group) => {
    // The one that spread furthest speaks for those like it.
    const worst = group.reduce((a, b) => (reach(b) > reach(a) ? b : a));
    const observation = observationOf(layout, worst.row);
    const isRecovered = group.every((origin) => origin.isRecovered);
    const spread = group.reduce((sum, { failedRows }) => sum + failedRows.length, 0);
    const outermost = worst.failedRows.at(-1);
    return {
      finding: {
        code: 'error-origin' as const,
        name: observation?.name ?? null,
        message: observation?.statusMessage ?? null,
        count: group.length,
        spread,
        outermost: outermost === undefined ? null : (observationOf(layout, outermost)?.name ?? null),
        isFatal: worst.isFatal,
        isRecovered,
      },
      weight: worst.isFatal ? 1 : isRecovered ? 0.4 : spread > 0 ? 0.85 : 0.7,
      evidence: idsOf(layout, [
        worst.row,
        ...worst.failedRows,
        ...group.filter((origin) => origin !== worst).map(({ row }) => row),
      ]),
    };
  });
}

function reach({ isFatal, failedRows, isRecovered }: ErrorOrigin): number {
  return (isFatal ? 1e6 : 0) + failedRows.length + (isRecovered ? 0 : 0.5);
}

function* retries(source: InsightSource): Pausable<Insight[]> {
  const whole = wholeTime(source);
  return (yield* findRetries(source)).map(({ rows, failures, isRecovered, lostTime }) => ({
    finding: {
      code: 'retries',
      name: observationOf(source.layout, rows[0] ?? -1)?.name ?? null,
      attempts: rows.length,
      failures,
      isRecovered,
      lostTime,
    },
    weight: Math.min(0.8, (isRecovered ? 0.3 : 0.65) + 0.03 * failures + 0.4 * (lostTime / whole)),
    evidence: idsOf(source.layout, rows),
  }));
}

function* loops(source: InsightSource): Pausable<Insight[]> {
  const { layout } = source;
  const whole = wholeTime(source);
  return (yield* findLoops(source)).map(({ rows, period, rounds, time }) => ({
    finding: {
      code: 'loop',
      names: rows.slice(0, period).map((row) => observationOf(layout, row)?.name ?? null),
      rounds,
      time,
    },
    weight: Math.min(0.6, 0.2 + (period > 1 ? 0.1 : 0) + 0.3 * (time / whole)),
    evidence: idsOf(layout, rows),
  }));
}

function* repeatedCalls(source: InsightSource, asked: readonly number[]): Pausable<Insight[]> {
  const { layout } = source;
  const whole = wholeTime(source);
  return (yield* findRepeatedCalls(source, asked)).flatMap(({ rows, spentTime, spentCost }) => {
    const observation = observationOf(layout, rows[0] ?? -1);
    if (!observation) return [];
    const { type, name } = observation;
    return {
      finding: { code: 'repeated-call', type, name, count: rows.length, spentTime, spentCost },
      weight: Math.min(0.75, 0.4 + 0.03 * rows.length + 0.4 * (spentTime / whole)),
      evidence: idsOf(layout, rows),
    };
  });
}

const MIN_GROWTH = 2;
const MIN_TURNS = 3;
/** Inputs below these sizes may grow as they like. */
const MIN_LAST = { tokens: 2000, characters: 8000 };

function swellingInputs(context: readonly ContextSeries[]): Insight[] {
  return context.flatMap(({ name, unit, turns }) => {
    const first = turns[0];
    const last = turns.at(-1);
    if (!first || !last || turns.length < MIN_TURNS) return [];
    if (last.input < MIN_LAST[unit] || last.input < first.input * MIN_GROWTH) return [];
    const parts = last.parts;
    const mostly = parts
      ? (Object.keys(parts) as ContextPart[]).reduce((a, b) => (parts[b] > parts[a] ? b : a))
      : null;
    return {
      finding: {
        code: 'context-growth',
        name,
        turns: turns.length,
        first: first.input,
        last: last.input,
        unit,
        mostly,
      },
      weight: Math.min(0.6, 0.25 + 0.03 * (last.input / Math.max(1, first.input))),
      evidence: turns.map(({ observationId }) => observationId).toReversed(),
    };
  });
}

function* cacheMisses(source: InsightSource, context: readonly ContextSeries[]): Pausable<Insight[]> {
  return (yield* findCacheMisses(source, context)).map(({ name, observationIds, tokens }) => ({
    finding: { code: 'cache-miss', name, calls: observationIds.length, tokens },
    weight: Math.min(0.55, 0.25 + tokens / 200_000),
    evidence: observationIds,
  }));
}

const MIN_IDLE_SHARE = 0.1;
const MIN_IDLE_MS = 500;

function* branches(source: InsightSource): Pausable<Insight[]> {
  const { layout, times, steps } = source;
  const path = yield* findCriticalPathInSteps(layout, times);
  const whole = wholeTime(source);
  const nameOf = (row: number) => observationOf(layout, row)?.name ?? null;
  const slow = heavyRows(layout, path.subtreeTime).map(({ row, amount, share }): Insight => ({
    finding: { code: 'slow-branch', name: nameOf(row), time: amount, share },
    weight: 0.6 * share,
    evidence: idsOf(layout, [row]),
  }));
  yield;
  const dear = heavyRows(layout, yield* subtreeCosts(layout)).map(({ row, amount, share }): Insight => ({
    finding: { code: 'dear-branch', name: nameOf(row), cost: amount, share },
    weight: 0.5 * share,
    evidence: idsOf(layout, [row]),
  }));
  yield;
  const idle: Insight[] = [];
  const { longestGap } = selfTimes(layout, times);
  for (let row = 0; row < layout.rowCount; row += 1) {
    // Only a gap that somebody waited for, in a step whose work is done by others.
    const time = Math.min(longestGap[row] as number, path.selfTime[row] as number);
    if (time < MIN_IDLE_MS || time / whole < MIN_IDLE_SHARE || steps.hasFailed[row]) continue;
    const observation = observationOf(layout, row);
    if (!observation) continue;
    idle.push({
      finding: { code: 'idle', name: observation.name, time, share: time / whole },
      weight: 0.6 * (time / whole),
      evidence: [observation.id],
    });
  }
  return [...slow, ...dear, ...idle].filter(({ evidence }) => evidence.length > 0);
}

/** What each row and everything below it cost, 0 where nothing was priced. */
function* subtreeCosts(layout: TraceTreeLayout): Pausable<Float64Array> {
  const { rowCount, parent } = layout;
  const costs = new Float64Array(rowCount);
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const observation = observationOf(layout, row);
    const cost = (costs[row] as number) + (observation ? (totalCost(observation.cost) ?? 0) : 0);
    costs[row] = cost;
    const above = parent[row] as number;
    if (above !== -1) costs[above] = (costs[above] as number) + cost;
  }
  return costs;
}

/** All the time in which a root ran, so that shares of it mean something; never 0. */
function wholeTime({ layout, times }: InsightSource): number {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < layout.rowCount; row = layout.subtreeEnd[row] as number) {
    first = Math.min(first, times.start[row] as number);
    last = Math.max(last, times.lastEnd[row] as number);
  }
  return last > first ? last - first : 1;
}
