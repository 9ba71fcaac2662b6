import { expect } from 'vitest';
import type { JsonObject } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { countBy, expectSameItems, holdsMetadata } from './compare.ts';
import { expectVisited } from './graph-facts.ts';
import { TRACE_FACTS, expectErrors, rootMetadata } from './trace-facts.ts';
import { rootsOf } from './tree.ts';

/** Parts of counts, under the names that handlers and instrumentations give them. */
const CACHED = ['input_cache_read', 'input_cached_tokens'];
const REASONING = ['output_reasoning', 'output_reasoning_tokens'];

/** What LangChain itself announced of a run, beside what was sent of it. */
export const RUN_FACTS: Checks<ReplayedTrace> = {
  runId: null,
  requestedRunId: null,
  traceId: TRACE_FACTS['traceId'] ?? null,
  sessionId: TRACE_FACTS['sessionId'] ?? null,
  userId: TRACE_FACTS['userId'] ?? null,
  rootName: TRACE_FACTS['rootName'] ?? null,
  observations: TRACE_FACTS['observations'] ?? null,
  spans: TRACE_FACTS['spans'] ?? null,
  observationsByType: TRACE_FACTS['observationsByType'] ?? null,
  tree: TRACE_FACTS['tree'] ?? null,
  errors: fact(expectErrors),
  tags: fact<string[], ReplayedTrace>((tags, { trace }) =>
    expect(trace.tags).toEqual(expect.arrayContaining(tags)),
  ),
  tagsSent: TRACE_FACTS['tags'] ?? null,
  // One handler puts it on the trace, the other on the root.
  metadata: fact<JsonObject, ReplayedTrace>((expected, trace) => {
    const places = [trace.payload.metadata, rootMetadata(trace)];
    expect(
      places.some((metadata) => holdsMetadata(metadata, expected)),
      JSON.stringify(places),
    ).toBe(true);
  }),
  runsByKind: fact<Record<string, number>, ReplayedTrace>((expected, { observations }) => {
    const types = countBy(observations, ({ type }) => type);
    expect(types['GENERATION'] ?? 0).toBe(expected['llm'] ?? 0);
    expect(observations).toHaveLength(Object.values(expected).reduce((all, count) => all + count, 0));
  }),
  hiddenRuns: fact<Record<string, number>, ReplayedTrace>((expected, { observations }) =>
    expect(
      countBy(
        observations.filter(({ level }) => level === 'DEBUG'),
        ({ name }) => name ?? '',
      ),
    ).toEqual(expected),
  ),
  streamed: fact((expected, { observations }) =>
    expect(observations.filter(({ completionStartTime }) => completionStartTime !== null).length).toBe(
      expected,
    ),
  ),
  usage: fact<Record<string, number>, ReplayedTrace>((expected, { trace: { usage } }) => {
    const asAnnounced = {
      input_tokens: sum(usage, 'input', ...CACHED),
      output_tokens: sum(usage, 'output', ...REASONING),
      total_tokens: sum(usage, 'total'),
      input_cache_read: sum(usage, ...CACHED),
      output_reasoning: sum(usage, ...REASONING),
    };
    expect(asAnnounced).toMatchObject(expected);
  }),
  models: fact<string[], ReplayedTrace>((expected, { observations }) => {
    const models = observations.filter(({ type }) => type === 'GENERATION').map(({ model }) => model);
    expectSameItems([...new Set(models)], expected, 'models');
  }),
  // A pause, not an error.
  interrupted: fact((expected, { observations, trace }) => {
    expect(observations.some(({ isInterrupted }) => isInterrupted)).toBe(expected);
    if (expected === true) expect(trace.level).not.toBe('ERROR');
  }),
  thrown: fact<string, ReplayedTrace>((message, trace) => {
    expect(trace.trace.level).toBe('ERROR');
    expect(rootsOf(trace)[0]?.statusMessage).toContain(message);
  }),
  notReached: fact<string[], ReplayedTrace>((names, { observations }) => {
    for (const name of names) expect(observations.map((observation) => observation.name)).not.toContain(name);
  }),
  toolErrors: fact((expected, { observations }) =>
    expect(observations.filter(({ level }) => level === 'ERROR').length).toBe(expected),
  ),
  input: fact<string, ReplayedTrace>((text, { payload }) =>
    expect(JSON.stringify(payload.input)).toContain(text),
  ),
  log: fact<string[], ReplayedTrace>((lines, { payload }) => {
    for (const line of lines) expect(JSON.stringify(payload.output)).toContain(line);
  }),
  finalAnswer: fact<string, ReplayedTrace>((text, { payload }) =>
    expect(JSON.stringify(payload.output)).toContain(text),
  ),
  finalText: fact<string, ReplayedTrace>((text, { payload }) =>
    expect(JSON.stringify(payload.output)).toContain(text),
  ),
  visited: fact(expectVisited),
};

/**
 * Holds what is known of a run against its trace: under its own id, or under one that was made for it.
 *
 * @param checks - what may be known; the default is what handlers send.
 */
export function checkRun(run: object, traces: readonly ReplayedTrace[], checks = RUN_FACTS): void {
  const known = run as { runId: string; traceId?: string; trace?: { traceId: string } };
  const traceId = known.traceId ?? known.trace?.traceId ?? known.runId;
  const trace = traces.find((candidate) => candidate.trace.id === traceId);
  if (trace === undefined) throw new Error(`No trace ${traceId}`);
  checkFacts(checks, run, trace);
}

function sum(usage: Readonly<Record<string, number>>, ...keys: readonly string[]): number {
  return keys.reduce((total, key) => total + (usage[key] ?? 0), 0);
}
