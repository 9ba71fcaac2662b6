import { expect } from 'vitest';
import { traceIdFromSeed } from '@oriel/core';
import type { JsonObject, Observation } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { countBy, expectSameItems, holdsMetadata } from './compare.ts';
import { expectForest, expectTree, rootsOf } from './tree.ts';
import type { Tree } from './tree.ts';

type ByName<Value> = Readonly<Record<string, Value>>;

/** What a program may know of one of its traces. */
export const TRACE_FACTS: Checks<ReplayedTrace> = {
  id: fact((expected, { trace }) => expect(trace.id).toBe(expected)),
  traceId: fact((expected, { trace }) => expect(trace.id).toBe(expected)),
  traceIdSeed: fact<string, ReplayedTrace>((seed, { trace }) => expect(traceIdFromSeed(seed)).toBe(trace.id)),
  name: fact((expected, { trace }) => expect(trace.name).toBe(expected)),
  sessionId: fact((expected, { trace }) => expect(trace.sessionId).toBe(expected)),
  userId: fact((expected, { trace }) => expect(trace.userId).toBe(expected)),
  environment: fact((expected, { trace }) => expect(trace.environment).toBe(expected)),
  version: fact((expected, { trace }) => expect(trace.version).toBe(expected)),
  release: fact((expected, { trace }) => expect(trace.release).toBe(expected)),
  public: fact((expected, { trace }) => expect(trace.public).toBe(expected)),
  timestamp: fact<string, ReplayedTrace>((iso, { trace }) => expect(trace.timestamp).toBe(Date.parse(iso))),

  tags: fact<string[], ReplayedTrace>((tags, { trace }) => expect(trace.tags).toEqual(tags.toSorted())),
  tagsUnion: fact<string[], ReplayedTrace>((tags, { trace }) => expect(trace.tags).toEqual(tags.toSorted())),
  lastTagsSent: fact<string[], ReplayedTrace>((tags, { trace }) =>
    expect(trace.tags).toEqual(expect.arrayContaining(tags)),
  ),

  input: fact((expected, { payload }) => expect(payload.input).toEqual(expected)),
  output: fact((expected, { payload }) => expect(payload.output).toEqual(expected)),
  traceInput: fact((expected, { payload }) => expect(payload.input).toEqual(expected)),
  traceOutput: fact((expected, { payload }) => expect(payload.output).toEqual(expected)),
  metadataAtLeast: fact(expectMetadata),
  metadataAtCreate: fact(expectMetadata),
  lastMetadataSent: fact(expectMetadata),
  traceMetadata: fact(expectMetadata),
  rootMetadata: fact<JsonObject, ReplayedTrace>((expected, trace) =>
    expect(holdsMetadata(rootMetadata(trace), expected), JSON.stringify(rootMetadata(trace))).toBe(true),
  ),

  observations: fact((expected, { observations }) => expect(observations.length).toBe(expected)),
  spans: fact((expected, { observations }) => expect(observations.length).toBe(expected)),
  observationsByType: fact<ByName<number>, ReplayedTrace>((expected, { observations }) => {
    const upper = Object.entries(expected).map(([type, count]) => [type.toUpperCase(), count]);
    expect(countBy(observations, ({ type }) => type)).toEqual(Object.fromEntries(upper));
  }),
  byName: fact<ByName<number>, ReplayedTrace>((expected, { observations }) =>
    expect(countBy(observations, ({ name }) => name ?? '')).toEqual(expected),
  ),
  observationIds: fact<ByName<string>, ReplayedTrace>((expected, trace) => {
    for (const [name, id] of Object.entries(expected)) expect(named(trace, name).id).toBe(id);
  }),
  tree: fact<Tree | readonly Tree[], ReplayedTrace>((expected, trace) => {
    if (isTree(expected)) expectTree(trace, expected);
    else expectForest(trace, expected);
  }),
  rootName: fact((expected, trace) => expect(rootsOf(trace)[0]?.name).toBe(expected)),
  rootNames: fact<string[], ReplayedTrace>((expected, trace) =>
    expectSameItems(
      rootsOf(trace).map(({ name }) => name),
      expected,
      'names of the roots',
    ),
  ),
  rootParentSpanIdNotInTrace: fact((expected, { observations }) =>
    expect(observations.map(({ id }) => id)).not.toContain(expected),
  ),

  levels: fact<Partial<Observation>[], ReplayedTrace>((expected, { observations }) => {
    const told = observations.filter(({ level }) => level !== 'DEFAULT');
    expectSameItems(
      told.map(({ name, level, statusMessage }) => [name, level, statusMessage]),
      expected.map(({ name, level, statusMessage }) => [name, level, statusMessage ?? null]),
      'observations with a level',
    );
  }),
  errors: fact(expectErrors),
  times: fact<ByName<[start: string, end: string]>, ReplayedTrace>((expected, trace) => {
    for (const [name, [start, end]] of Object.entries(expected)) {
      const { startTime, endTime } = named(trace, name);
      expect([startTime, endTime], name).toEqual([Date.parse(start), Date.parse(end)]);
    }
  }),

  usage: fact<ByName<JsonObject>, ReplayedTrace>((expected, trace) => {
    for (const [name, usage] of Object.entries(expected)) expect(named(trace, name).usage).toEqual(usage);
  }),
  usageTotals: fact<JsonObject, ReplayedTrace>((expected, { trace }) =>
    expect(trace.usage).toMatchObject(expected),
  ),
  tokensOnSpans: fact<ByName<string | number>[], ReplayedTrace>((expected, { observations }) =>
    expectSameItems(
      observations.filter(({ usage }) => Object.keys(usage).length > 0).map(tokensAsSent),
      expected.map((tokens) => [
        tokens['name'],
        tokens['gen_ai.usage.input_tokens'],
        tokens['gen_ai.usage.output_tokens'],
        tokens['gen_ai.usage.cache_read.input_tokens'] ?? 0,
      ]),
      'tokens on spans',
    ),
  ),
  costTotal: fact<number, ReplayedTrace>((expected, { trace }) =>
    expect(trace.cost['total']).toBeCloseTo(expected, 12),
  ),
  models: fact<ByName<string>, ReplayedTrace>((expected, trace) => {
    for (const [name, model] of Object.entries(expected)) expect(named(trace, name).model).toBe(model);
  }),
  prompt: fact<{ on: string; name: string; version: number }, ReplayedTrace>(({ on, name, version }, trace) =>
    expect(named(trace, on).prompt).toEqual({ name, version }),
  ),
  generations: fact<{ name: string }[], ReplayedTrace>((expected, trace) => {
    for (const generation of expected) {
      checkFacts(GENERATION_FACTS, generation, named(trace, generation.name));
    }
  }),
  service: fact<{ name: string; version: string }, ReplayedTrace>(({ name, version }, { payloads }) => {
    for (const { metadata } of payloads.values()) {
      expect(metadata['resourceAttributes']).toMatchObject({
        'service.name': name,
        'service.version': version,
      });
    }
  }),
};

const GENERATION_FACTS: Checks<Observation> = {
  name: fact((expected, { name }) => expect(name).toBe(expected)),
  model: fact((expected, { model }) => expect(model).toBe(expected)),
  version: fact((expected, { version }) => expect(version).toBe(expected)),
  usageDetails: fact((expected, { usage }) => expect(usage).toEqual(expected)),
  usage: fact<{ input: number }, Observation>(({ input }, { usage }) =>
    expect(usage).toEqual({ input, total: input }),
  ),
  costDetails: fact((expected, { cost }) => expect(cost).toEqual(expected)),
  completionStartTime: fact<string, Observation>((iso, { completionStartTime }) =>
    expect(completionStartTime).toBe(Date.parse(iso)),
  ),
  promptName: fact((expected, { prompt }) => expect(prompt?.name).toBe(expected)),
  promptVersion: fact((expected, { prompt }) => expect(prompt?.version).toBe(expected)),
};

/** The only observation of that name. */
export function named({ observations }: ReplayedTrace, name: string): Observation {
  const found = observations.filter((observation) => observation.name === name);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} observations are named ${name}`);
  return only;
}

/**
 * Exactly these observations failed, with messages that hold what is known of them. LangChain announces a pause as an
 * error, which it is not.
 */
export function expectErrors(
  expected: readonly { name: string; message?: string }[],
  trace: ReplayedTrace,
): void {
  const failed = trace.observations.filter(({ level, isInterrupted }) => level === 'ERROR' || isInterrupted);
  expectSameItems(
    failed.map(({ name }) => name),
    expected.map(({ name }) => name),
    'failed observations',
  );
  for (const { name, message } of expected) {
    if (message === undefined) continue;
    const messages = failed.filter((observation) => observation.name === name);
    expect(
      messages.some(({ statusMessage }) => statusMessage?.includes(message)),
      message,
    ).toBe(true);
  }
}

/** Metadata of the trace's first root. */
export function rootMetadata(trace: ReplayedTrace): JsonObject {
  const id = rootsOf(trace)[0]?.id;
  return (id === undefined ? undefined : trace.payloads.get(id)?.metadata) ?? {};
}

function expectMetadata(expected: JsonObject, { payload }: ReplayedTrace): void {
  expect(holdsMetadata(payload.metadata, expected), JSON.stringify(payload.metadata)).toBe(true);
}

/** Senders count cached tokens as part of the input. */
function tokensAsSent({ name, usage }: Observation) {
  const cached = usage['input_cached_tokens'] ?? 0;
  return [name, (usage['input'] ?? 0) + cached, usage['output'], cached];
}

function isTree(value: Tree | readonly Tree[]): value is Tree {
  return typeof value[0] === 'string';
}
