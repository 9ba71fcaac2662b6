import { expect } from 'vitest';
import { canonicalJson } from '@oriel/core';
import type { JsonObject, JsonValue, Observation } from '@oriel/core';
import { normalizeUsage } from '../../usage/normalize-usage.ts';
import type { ReplayedTrace } from '../read-back.ts';
import type { Replay } from '../replay.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { expectSameItems, holdsMetadata } from './compare.ts';
import { GRAPH_FACTS } from './graph-facts.ts';
import { checkMedia, countMediaReferences } from './media-facts.ts';
import type { KnownMedia } from './media-facts.ts';
import { checkRun } from './run-facts.ts';
import { checkScore } from './score-facts.ts';
import { TRACE_FACTS } from './trace-facts.ts';
import { expectForest, rootsOf } from './tree.ts';
import type { Tree } from './tree.ts';
import { USAGE_FORMS } from './usage-forms.ts';

export interface RecordingSubject {
  readonly replay: Replay;
  /** How many requests carried trace data. */
  readonly requestCount: number;
}

/** The fact holds for every trace of the recording. */
function ofEveryTrace(name: keyof typeof TRACE_FACTS) {
  return fact<unknown, RecordingSubject>((expected, { replay }) => {
    for (const trace of replay.traces) TRACE_FACTS[name]?.(expected, trace);
  });
}

/** A list of traces by id, each with facts of its own. */
export function factsOfTraces(checks: Checks<ReplayedTrace>) {
  return fact<{ id?: string; traceId?: string }[], RecordingSubject>((expected, { replay }) => {
    for (const known of expected) checkFacts(checks, known, byId(replay, known.id ?? known.traceId));
  });
}

function ofReplay(name: keyof typeof GRAPH_FACTS) {
  return fact<unknown, RecordingSubject>((expected, { replay }) => GRAPH_FACTS[name]?.(expected, replay));
}

/** What a program may know of everything it sent. */
export const RECORDING_FACTS: Checks<RecordingSubject> = {
  traces: factsOfTraces(TRACE_FACTS),
  runs: fact<object[], RecordingSubject>((expected, { replay }) => {
    for (const run of expected) checkRun(run, replay.traces);
  }),
  scores: fact<{ name: string }[], RecordingSubject>((expected, { replay }) => {
    for (const score of expected) checkScore(score, replay);
  }),
  media: fact<KnownMedia[], RecordingSubject>((expected, { replay }) => {
    for (const media of expected) checkMedia(media, replay);
  }),
  counts: fact<object, RecordingSubject>((expected, { replay }) => checkFacts(COUNT_FACTS, expected, replay)),

  sessionId: ofEveryTrace('sessionId'),
  userId: ofEveryTrace('userId'),
  tags: ofEveryTrace('tags'),
  traceName: ofEveryTrace('name'),
  environment: ofEveryTrace('environment'),
  release: ofEveryTrace('release'),
  version: ofEveryTrace('version'),
  traceMetadata: ofEveryTrace('traceMetadata'),
  users: fact<string[], RecordingSubject>((expected, { replay }) =>
    expectSameItems(
      replay.traces.map(({ trace }) => trace.userId),
      expected,
      'users',
    ),
  ),
  prompt: fact<JsonObject, RecordingSubject>((expected, { replay }) =>
    expect(observationsOf(replay).map(({ prompt }) => prompt)).toContainEqual(expected),
  ),

  // Sampling and masking happened before anything was sent.
  made: fact<number, RecordingSubject>((made, { replay }) => expect(replay.traces.length).toBeLessThan(made)),
  traceIds: fact<string[], RecordingSubject>((ids, { replay }) =>
    expectSameItems(traceIds(replay), ids, 'trace ids'),
  ),
  droppedTraceIds: fact<string[], RecordingSubject>((ids, { replay }) => {
    for (const id of ids) expect(traceIds(replay)).not.toContain(id);
  }),
  droppedSpanNames: fact<string[], RecordingSubject>((names, { replay }) => {
    for (const name of names) expect(observationsOf(replay).map((span) => span.name)).not.toContain(name);
  }),
  rootParentMissing: fact((expected, { replay }) => {
    for (const trace of replay.traces)
      expect(rootsOf(trace).every(({ parentId }) => parentId !== null)).toBe(expected);
  }),
  treeOfEach: fact<Tree, RecordingSubject>(([name, children], { replay }) => {
    for (const trace of replay.traces) {
      const rootName = rootsOf(trace)[0]?.name ?? '';
      expect(rootName.replace(/\d+$/, 'N')).toBe(name);
      expectForest(trace, [[rootName, children]]);
    }
  }),
  masked: fact<object, RecordingSubject>((expected, { replay }) => checkFacts(MASK_FACTS, expected, replay)),

  totals: fact<object, RecordingSubject>((expected, { replay }) => checkFacts(TOTAL_FACTS, expected, replay)),
  sent: fact<object, RecordingSubject>((expected, { replay }) => {
    const kept = observationsOf(replay).map(({ name, usage, cost }) => [name, { usage, cost }]);
    expect(Object.keys(USAGE_FORMS)).toEqual(Object.keys(expected));
    expect(Object.fromEntries(kept)).toEqual(USAGE_FORMS);
  }),
  serverUsage: fact<(JsonObject | null)[], RecordingSubject>((answered, { replay }) => {
    const kept = observationsOf(replay).filter(({ usage }) => 'total' in usage);
    const expected = answered.filter((usage) => usage !== null);
    expectSameItems(
      kept.map(({ usage }) => canonicalJson(usage)),
      expected.map((usageDetails) => canonicalJson(normalizeUsage({ usageDetails })?.usage ?? {})),
      'usage',
    );
  }),
  durationMs: fact((expected, { replay }) => {
    for (const { startTime, endTime } of observationsOf(replay))
      expect((endTime ?? 0) - startTime).toBe(expected);
  }),
  timeToFirstTokenMs: fact((expected, { replay }) => {
    for (const { startTime, completionStartTime } of observationsOf(replay)) {
      expect((completionStartTime ?? 0) - startTime).toBe(expected);
    }
  }),
  loneTrace: fact<{ name: string; generations: number }, RecordingSubject>(
    ({ generations, ...known }, { replay }) => {
      const trace = replay.traces.find((candidate) => candidate.trace.name === known.name);
      expect(trace?.observations.filter(({ type }) => type === 'GENERATION')).toHaveLength(generations);
      if (trace !== undefined) checkFacts(TRACE_FACTS, known, trace);
    },
  ),
  error: fact<{ name: string; statusMessageContains: string }, RecordingSubject>((expected, { replay }) => {
    const failed = observationsOf(replay).filter(({ level }) => level === 'ERROR');
    expect(failed.map(({ name }) => name)).toEqual([expected.name]);
    expect(failed[0]?.statusMessage).toContain(expected.statusMessageContains);
  }),

  dataset: fact((name, { replay }) => {
    for (const experiment of experimentsOf(replay)) expect(experiment['dataset.id']).toContain(name);
  }),
  runName: fact((name, { replay }) => {
    for (const experiment of experimentsOf(replay)) expect(experiment['name']).toBe(name);
  }),
  items: fact<{ id: string; input: JsonValue; expectedOutput: JsonValue }[], RecordingSubject>(
    (items, { replay }) =>
      expectSameItems(
        replay.traces.map((trace) => {
          const metadata = rootExperiment(trace);
          return [metadata['item.id'], trace.payload.input, metadata['item.expected_output']];
        }),
        items.map(({ id, input, expectedOutput }) => [id, input, expectedOutput]),
        'items',
      ),
  ),

  values: fact<JsonObject, RecordingSubject>((expected, { replay }) => {
    for (const trace of replay.traces) {
      const { attributes } = metadataOf(trace, 'kinds');
      expect(holdsMetadata(attributes as JsonObject, expected), JSON.stringify(attributes)).toBe(true);
    }
  }),
  byEncoding: fact<Record<string, { traceId: string }>, RecordingSubject>((expected, { replay }) => {
    for (const known of Object.values(expected))
      checkFacts(ENCODING_FACTS, known, byId(replay, known.traceId));
  }),
  services: fact<string[], RecordingSubject>((expected, { replay }) => {
    const resources = replay.traces.flatMap(({ payloads }) =>
      [...payloads.values()].map(({ metadata }) => metadata['resourceAttributes'] as JsonObject),
    );
    expectSameItems(
      [...new Set(resources.map((resource) => resource['service.name']))],
      expected,
      'services',
    );
  }),
  copies: fact((expected, { requestCount }) => expect(requestCount).toBe(expected)),
  attempts: fact((expected, { requestCount }) => expect(requestCount).toBe(expected)),
  requestsPerTrace: fact((expected, { requestCount }) => expect(requestCount).toBe(expected)),
  traceIdIsRunId: fact((expected, { replay }) => {
    for (const trace of replay.traces) expect(rootsOf(trace)[0]?.id === trace.trace.id).toBe(expected);
  }),

  graph: ofReplay('graph'),
  graphExpanded: ofReplay('graphExpanded'),
  subgraph: ofReplay('subgraph'),
  loops: ofReplay('loops'),
  fanOut: ofReplay('fanOut'),
};

const COUNT_FACTS: Checks<Replay> = {
  traces: fact((expected, { traces }) => expect(traces.length).toBe(expected)),
  observations: fact((expected, replay) => expect(observationsOf(replay).length).toBe(expected)),
  spans: fact((expected, replay) => expect(observationsOf(replay).length).toBe(expected)),
  generations: fact((expected, replay) =>
    expect(observationsOf(replay).filter(({ type }) => type === 'GENERATION').length).toBe(expected),
  ),
  tools: fact((expected, replay) =>
    expect(observationsOf(replay).filter(({ type }) => type === 'TOOL').length).toBe(expected),
  ),
  scores: fact((expected, { scores }) => expect(scores.length).toBe(expected)),
  sessions: fact((expected, { traces }) =>
    expect(new Set(traces.map(({ trace }) => trace.sessionId)).size).toBe(expected),
  ),
  users: fact((expected, { traces }) =>
    expect(new Set(traces.map(({ trace }) => trace.userId)).size).toBe(expected),
  ),
  distinctMedia: fact((expected, { media }) => expect(media.length).toBe(expected)),
  mediaReferences: fact((expected, replay) => expect(countMediaReferences(replay)).toBe(expected)),
  // Run items are no trace data; their requests are passed over.
  datasetRunItems: null,
};

const TOTAL_FACTS: Checks<Replay> = {
  costTotal: fact<number, Replay>((expected, { traces }) =>
    expect(traces.reduce((sum, { trace }) => sum + (trace.cost['total'] ?? 0), 0)).toBeCloseTo(expected, 12),
  ),
  answerTokensTotal: fact((expected, replay) => {
    const answers = observationsOf(replay).filter(({ name }) => name === 'answer');
    expect(answers.reduce((sum, { usage }) => sum + (usage['total'] ?? 0), 0)).toBe(expected);
  }),
};

const MASK_FACTS: Checks<Replay> = {
  traceInputCard: fact(expectInEveryInput),
  traceInputMail: fact(expectInEveryInput),
  spanInput: fact((expected, replay) => {
    for (const payload of payloadsOf(replay)) expect(payload.input).toBe(expected);
  }),
  spanOutputTo: fact((expected, replay) => {
    for (const payload of payloadsOf(replay)) expect(payload.output).toMatchObject({ to: expected });
  }),
  metadataKeepsNumber: fact((_, { traces }) => {
    for (const { payload } of traces) expect(JSON.stringify(payload.metadata)).toMatch(/\d{4}/);
  }),
  rootInputText: fact((expected, replay) =>
    expect(JSON.stringify(replay.traces.map(({ payload }) => payload.input))).toContain(expected),
  ),
};

const ENCODING_FACTS: Checks<ReplayedTrace> = {
  traceId: TRACE_FACTS['traceId'] ?? null,
  rootStart: fact<string, ReplayedTrace>((iso, trace) =>
    expect(rootsOf(trace)[0]?.startTime).toBe(Date.parse(iso)),
  ),
  rootEnd: fact<string, ReplayedTrace>((iso, trace) =>
    expect(rootsOf(trace)[0]?.endTime).toBe(Date.parse(iso)),
  ),
  droppedAttributesOnUnnamed: fact((expected, trace) =>
    expect(metadataOf(trace, '')['droppedAttributesCount']).toBe(expected),
  ),
  droppedEventsOnKinds: fact((expected, trace) =>
    expect(metadataOf(trace, 'kinds')['droppedEventsCount']).toBe(expected),
  ),
  unnamedSpan: fact((expected, { observations }) =>
    expect(observations.some(({ name }) => name === '')).toBe(expected),
  ),
  // What the status does not say, the exception event does.
  errorWithoutMessage: fact((_, { observations }) => {
    const failed = observations.filter(({ level }) => level === 'ERROR');
    expect(failed.map(({ statusMessage }) => statusMessage)).toEqual(['späßchen']);
  }),
};

function byId({ traces }: Replay, id: string | undefined): ReplayedTrace {
  const trace = traces.find((candidate) => candidate.trace.id === id);
  if (trace === undefined) throw new Error(`No trace ${id}`);
  return trace;
}

function traceIds({ traces }: Replay): string[] {
  return traces.map(({ trace }) => trace.id);
}

function observationsOf({ traces }: Replay): readonly Observation[] {
  return traces.flatMap(({ observations }) => observations);
}

function payloadsOf({ traces }: Replay) {
  return traces.flatMap(({ payloads }) => [...payloads.values()]);
}

function metadataOf({ observations, payloads }: ReplayedTrace, name: string): JsonObject {
  const observation = observations.find((candidate) => candidate.name === name);
  return payloads.get(observation?.id ?? '')?.metadata ?? {};
}

function rootExperiment(trace: ReplayedTrace): JsonObject {
  return metadataOf(trace, rootsOf(trace)[0]?.name ?? '')['experiment'] as JsonObject;
}

function experimentsOf(replay: Replay): readonly JsonObject[] {
  return payloadsOf(replay).map(({ metadata }) => metadata['experiment'] as JsonObject);
}

function expectInEveryInput(expected: unknown, { traces }: Replay): void {
  for (const { payload } of traces) expect(JSON.stringify(payload.input)).toContain(expected);
}
