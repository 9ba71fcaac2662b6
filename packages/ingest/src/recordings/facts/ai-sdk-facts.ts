import { expect } from 'vitest';
import type { JsonObject } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import type { Replay } from '../replay.ts';
import { CALL_FACTS, plainText, sdkCalls } from './ai-sdk-calls.ts';
import type { SdkCall } from './ai-sdk-calls.ts';
import { expectSdkTokens } from './ai-sdk-tokens.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { holdsMetadata } from './compare.ts';
import { RECORDING_FACTS, factsOfTraces } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';
import { TRACE_FACTS } from './trace-facts.ts';
import { expectForest } from './tree.ts';
import type { Tree } from './tree.ts';

/** The calls that the program of these recordings makes, in this order. */
export const EVERY_CALL = ['trip-agent', 'counter', 'next-city', 'embed-one', 'embed-many', 'broken'];

/** The application's span, which exporters that want calls of models only leave out. */
const FILTERED = 'POST /api/trip';

/** What the program asked for and got, by the call that it asked with. */
const OUTPUT_FACTS: Checks<Replay> = {
  text: fact<string, Replay>((text, replay) => expectOutput(replay, 'trip-agent', text)),
  steps: fact((steps, replay) =>
    expect(call(replay, 'trip-agent').observations.filter(({ type }) => type === 'GENERATION')).toHaveLength(
      Number(steps),
    ),
  ),
  streamed: fact<string, Replay>((text, replay) => expectOutput(replay, 'counter', text)),
  object: fact<JsonObject, Replay>((object, replay) => expectOutput(replay, 'next-city', plainText(object))),
  error: fact<string, Replay>((message, replay) =>
    expect(call(replay, 'broken').root.statusMessage).toContain(message),
  ),
};

/** What the program gave to every call, and the SDK sends of it with the spans of the call. */
const METADATA_FACTS: Checks<ReplayedTrace> = {
  sessionId: TRACE_FACTS['sessionId'] ?? null,
  userId: TRACE_FACTS['userId'] ?? null,
  tags: TRACE_FACTS['tags'] ?? null,
  tenant: metadataFact('tenant'),
  retries: metadataFact('retries'),
  vip: metadataFact('vip'),
};

const SDK_TRACE_FACTS: Checks<ReplayedTrace> = {
  ...TRACE_FACTS,
  tokensOnSpans: fact(expectSdkTokens),
  treeBeforeFilter: fact<Tree[], ReplayedTrace>((trees, trace) =>
    expectForest(trace, withoutFiltered(trees)),
  ),
  droppedByFilter: fact<string[], ReplayedTrace>((names, { observations }) => {
    for (const name of names) expect(observations.map((observation) => observation.name)).not.toContain(name);
  }),
};

/** What clients of the AI SDK leave out or change, as facts that nobody can know of their traffic. */
interface Exceptions {
  readonly calls?: Checks<SdkCall>;
  readonly metadata?: Checks<ReplayedTrace>;
  /** Calls with which the metadata is not sent. */
  readonly withoutMetadata?: readonly string[];
  readonly outputs?: Checks<Replay>;
}

/** What a program that uses the AI SDK may know. */
export function aiSdkFacts({
  calls,
  metadata,
  outputs,
  withoutMetadata = [],
}: Exceptions = {}): Checks<RecordingSubject> {
  return {
    ...RECORDING_FACTS,
    traces: factsOfTraces(SDK_TRACE_FACTS),
    metadata: fact<JsonObject, RecordingSubject>((expected, { replay }) => {
      const told = sdkCalls(replay, EVERY_CALL).filter(({ name }) => !withoutMetadata.includes(name));
      for (const { trace } of told) checkFacts({ ...METADATA_FACTS, ...metadata }, expected, trace);
    }),
    // The names under which `metadata` left the process.
    metadataAttributes: null,
    outputs: fact<object, RecordingSubject>((expected, { replay }) =>
      checkFacts({ ...OUTPUT_FACTS, ...outputs }, expected, replay),
    ),
    calls: fact<Readonly<Record<string, object>>, RecordingSubject>((expected, { replay }) => {
      expect(Object.keys(expected)).toEqual(EVERY_CALL);
      for (const known of sdkCalls(replay, EVERY_CALL))
        checkFacts({ ...CALL_FACTS, ...calls }, expected[known.name] ?? {}, known);
    }),
    treesBeforeProcessing: fact(expectTreesOfTraces),
    spanTreesBeforeExport: fact(expectTreesOfTraces),
    droppedByFilter: RECORDING_FACTS['droppedSpanNames'] ?? null,
  };
}

/** One forest per trace. Exporters rename spans: after the operation stands who asked for it, or which tool. */
function expectTreesOfTraces(expected: readonly (readonly Tree[])[], { replay }: RecordingSubject): void {
  expect(replay.traces).toHaveLength(expected.length);
  for (const [index, trace] of replay.traces.entries()) {
    const observations = trace.observations.map((observation) => ({
      ...observation,
      name: (observation.name ?? '').replace(/^(ai\.\S+) .+$/, '$1'),
    }));
    const isFiltered = !observations.some(({ name }) => name === FILTERED);
    const trees = expected[index] ?? [];
    expectForest({ ...trace, observations }, isFiltered ? withoutFiltered(trees) : trees);
  }
}

/** What hung below a span that was left out has no parent any more. */
function withoutFiltered(trees: readonly Tree[]): readonly Tree[] {
  const orphans: Tree[] = [];
  const kept = (children: readonly Tree[]): Tree[] =>
    children.flatMap(([name, below]): Tree[] => {
      const tree: Tree = [name, kept(below)];
      if (name !== FILTERED) return [tree];
      orphans.push(...tree[1]);
      return [];
    });
  return [...kept(trees), ...orphans];
}

function metadataFact(key: string) {
  return fact((expected, { payload }: ReplayedTrace) =>
    expect(
      holdsMetadata(payload.metadata, { [key]: expected as string }),
      JSON.stringify(payload.metadata),
    ).toBe(true),
  );
}

function expectOutput(replay: Replay, name: string, text: string): void {
  const { root, payloads } = call(replay, name);
  expect(plainText(payloads.get(root.id)?.output ?? null)).toContain(text);
}

function call(replay: Replay, name: string): SdkCall {
  const found = sdkCalls(replay, EVERY_CALL).find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No call ${name}`);
  return found;
}
