import { expect } from 'vitest';
import type { JsonObject, Observation } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import type { Replay } from '../replay.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { countBy, expectSameItems, holdsMetadata } from './compare.ts';
import { RECORDING_FACTS, factsOfTraces } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';
import { rootMetadata } from './trace-facts.ts';
import { rootsOf } from './tree.ts';
import type { Tree } from './tree.ts';

/** How Mastra names its spans inside. Each exporter has other names for them. */
const TYPES: readonly (readonly [name: RegExp, type: string])[] = [
  [/^agent run: /, 'agent_run'],
  [/^llm: /, 'model_generation'],
  [/^step: /, 'model_step'],
  [/^inference: /, 'model_inference'],
  [/^chunk: /, 'model_chunk'],
  [/^tool: /, 'tool_call'],
  [/^workflow run: /, 'workflow_run'],
  [/^workflow step: /, 'workflow_step'],
  [/^parallel: /, 'workflow_parallel'],
];

/** What each kind of span is, where it does not depend on the exporter. */
const OBSERVATION_TYPES: Readonly<Record<string, Observation['type']>> = {
  agent_run: 'AGENT',
  model_step: 'CHAIN',
  model_chunk: 'SPAN',
  tool_call: 'TOOL',
  workflow_run: 'CHAIN',
  workflow_step: 'CHAIN',
  workflow_parallel: 'CHAIN',
};

/** What the framework announced of one trace. */
const ANNOUNCED_FACTS: Checks<ReplayedTrace> = {
  traceId: fact((id, { trace }) => expect(trace.id).toBe(id)),
  spans: fact((count, { observations }) => expect(observations).toHaveLength(Number(count))),
  types: fact<Readonly<Record<string, number>>, ReplayedTrace>((expected, trace) => {
    expect(countBy(trace.observations, (observation) => spanType(trace, observation))).toEqual(expected);
    for (const observation of trace.observations) {
      const type = OBSERVATION_TYPES[spanType(trace, observation)];
      if (type !== undefined) expect(observation.type).toBe(type);
    }
  }),
  tree: fact<readonly Tree[], ReplayedTrace>((expected, trace) =>
    expect(rootsOf(trace).map((root) => shapeOf(trace, root))).toEqual(expected.map(announcedShape)),
  ),
  errors: fact<readonly { message: string }[], ReplayedTrace>((expected, { observations }) =>
    expectSameItems(
      observations.filter(({ level }) => level === 'ERROR').map(({ statusMessage }) => statusMessage),
      expected.map(({ message }) => message),
      'messages of errors',
    ),
  ),
};

/** A shop run by Mastra: an agent that answers, one that streams, and a workflow that fails. */
export const MASTRA_FACTS: Checks<RecordingSubject> = {
  ...RECORDING_FACTS,
  announced: factsOfTraces(ANNOUNCED_FACTS),
  counts: RECORDING_FACTS['counts'] ?? null,
  // The first run alone was given tags and metadata.
  tags: fact<string[], RecordingSubject>((tags, { replay }) =>
    expect(replay.traces.map(({ trace }) => trace.tags)).toEqual([tags.toSorted(), [], []]),
  ),
  metadata: fact<JsonObject, RecordingSubject>((expected, { replay }) => {
    const metadata = rootMetadata(runOf(replay, 0));
    expect(holdsMetadata(metadata, expected), JSON.stringify(metadata)).toBe(true);
  }),
  outputs: fact<Readonly<Record<string, string>>, RecordingSubject>(
    ({ generate, stream, workflowStatus }, { replay }) => {
      expect(JSON.stringify(runOf(replay, 0).payload.output)).toContain(generate);
      expect(JSON.stringify(runOf(replay, 1).payload.output)).toContain(stream);
      expect(runOf(replay, 2).trace.level).toBe(workflowStatus === 'failed' ? 'ERROR' : 'DEFAULT');
    },
  ),
  workflow: fact<{ readonly then: readonly string[] }, RecordingSubject>(
    ({ then: steps, ...expected }, { replay }) =>
      checkFacts(WORKFLOW_FACTS, { ...expected, steps }, runOf(replay, 2)),
  ),
  // Exporters put the tokens on the generation or on its inferences; either way a run has them once.
  modelUsage: fact<readonly Readonly<Record<string, number>>[], RecordingSubject>((calls, { replay }) => {
    expectTokens(runOf(replay, 0), calls);
    expectTokens(runOf(replay, 1), calls.slice(-1));
    expect(runOf(replay, 2).trace.usage).toEqual({});
  }),
};

const WORKFLOW_FACTS: Checks<ReplayedTrace> = {
  parallel: fact<string[], ReplayedTrace>((names, trace) => {
    const fork = trace.observations.find(
      (observation) => spanType(trace, observation) === 'workflow_parallel',
    );
    const branches = trace.observations.filter(({ parentId }) => parentId === fork?.id);
    expect(branches).toHaveLength(names.length);
    // Not every exporter names the steps; what came of them is there by name.
    const output = trace.payloads.get(fork?.id ?? '')?.output ?? {};
    expect(Object.keys(output).toSorted()).toEqual(names.toSorted());
  }),
  steps: fact<string[], ReplayedTrace>((names, trace) => {
    const [root] = rootsOf(trace);
    const steps = trace.observations.filter(
      (observation) => observation.parentId === root?.id && spanType(trace, observation) === 'workflow_step',
    );
    expect(steps).toHaveLength(names.length);
  }),
  failedStep: fact((_, trace) => {
    const failed = trace.observations.filter(({ level }) => level === 'ERROR');
    expect(failed.map((observation) => spanType(trace, observation))).toEqual([
      'workflow_run',
      'workflow_step',
    ]);
  }),
};

function expectTokens(
  { trace: { usage } }: ReplayedTrace,
  calls: readonly Readonly<Record<string, number>>[],
): void {
  const sum = (name: string): number => calls.reduce((total, call) => total + (call[name] ?? 0), 0);
  const { input = 0, output = 0, total } = usage;
  const { input_cached_tokens: cached = 0, output_reasoning_tokens: reasoning = 0 } = usage;
  expect({ input: input + cached, output: output + reasoning, cached, reasoning, total }).toEqual({
    input: sum('input'),
    output: sum('output'),
    cached: sum('cached'),
    reasoning: sum('reasoning'),
    total: sum('input') + sum('output'),
  });
}

function runOf({ traces }: Replay, index: number): ReplayedTrace {
  const trace = traces[index];
  if (trace === undefined) throw new Error(`No run ${index}`);
  return trace;
}

function spanType({ payloads }: ReplayedTrace, { id }: Observation): string {
  const attributes = payloads.get(id)?.metadata['attributes'] as JsonObject | undefined;
  const type = attributes?.['mastra.span.type'];
  return typeof type === 'string' ? type : '';
}

type Shape = readonly [type: string, children: readonly Shape[]];

/** Siblings start in the same millisecond, so their order is no fact. */
function shapeOf(trace: ReplayedTrace, observation: Observation): Shape {
  const children = trace.observations.filter(({ parentId }) => parentId === observation.id);
  return inOrder([spanType(trace, observation), children.map((child) => shapeOf(trace, child))]);
}

function announcedShape([name, children]: Tree): Shape {
  const type = TYPES.find(([pattern]) => pattern.test(name))?.[1];
  return inOrder([type ?? name, children.map(announcedShape)]);
}

function inOrder([type, children]: Shape): Shape {
  return [type, children.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
}
