import { expect } from 'vitest';
import type { JsonObject, Observation } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import type { Replay } from '../replay.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { countBy, expectSameItems } from './compare.ts';
import { OPENINFERENCE_CALL_FACTS } from './openinference-calls.ts';
import type { KnownCall } from './openinference-calls.ts';
import { RECORDING_FACTS, factsOfTraces } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';
import { RUN_FACTS, checkRun } from './run-facts.ts';
import { TRACE_FACTS } from './trace-facts.ts';
import { rootsOf } from './tree.ts';

type Sent = Readonly<Record<string, string | number>>;

const COUNT = 'llm.token_count.';

const OPENINFERENCE_TRACE_FACTS: Checks<ReplayedTrace> = {
  ...TRACE_FACTS,
  tokensOnSpans: fact<Sent[], ReplayedTrace>((sent, { observations }) =>
    expectSameItems(
      observations.filter(({ usage }) => Object.keys(usage).length > 0).map(tokensOf),
      sent.map((tokens) => [
        tokens['name'],
        tokens[`${COUNT}prompt`],
        tokens[`${COUNT}completion`],
        tokens[`${COUNT}total`],
        tokens[`${COUNT}prompt_details.cache_read`] ?? 0,
        tokens[`${COUNT}completion_details.reasoning`] ?? 0,
      ]),
      'tokens on spans',
    ),
  ),
};

/** Details are parts of the count they detail. */
function tokensOf({ name, usage }: Observation) {
  const { input_cached_tokens: cached = 0, output_reasoning_tokens: reasoning = 0 } = usage;
  const { input = 0, output = 0, total } = usage;
  return [name, input + cached, output + reasoning, total, cached, reasoning];
}

/** The types of OpenInference's kinds. It has kinds that nobody else has. */
const TYPES: Readonly<Record<string, Observation['type']>> = {
  LLM: 'GENERATION',
  PROMPT: 'SPAN',
};

/** Runs of LangChain through OpenInference's instrumentation. */
const OPENINFERENCE_RUN_FACTS: Checks<ReplayedTrace> = {
  ...RUN_FACTS,
  trace: fact<object, ReplayedTrace>((expected, trace) =>
    checkFacts(OPENINFERENCE_TRACE_FACTS, expected, trace),
  ),
  spanKinds: fact<Readonly<Record<string, number>>, ReplayedTrace>((expected, { observations }) =>
    expect(countBy(observations, ({ type }) => type)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([kind, count]) => [TYPES[kind] ?? kind, count])),
    ),
  ),
  // The answering model is named inside of the raw answer only; the span names the one that was asked for.
  models: fact<string[], ReplayedTrace>((answering, { observations }) => {
    const asked = new Set(observations.filter(({ type }) => type === 'GENERATION').map(({ model }) => model));
    expect(asked.size).toBe(answering.length);
    for (const model of asked) expect(answering.some((name) => name.startsWith(model ?? ' '))).toBe(true);
  }),
  // Neither hidden runs nor the time of the first token are sent.
  hiddenRuns: null,
  streamed: null,
  // The same as `sessionId`, `userId` and `tags`.
  onSpans: null,
  // What the application wanted: the instrumentation sends the thread's id in its place.
  sessionIdAsked: null,
};

export const OPENINFERENCE_LANGCHAIN_FACTS: Checks<RecordingSubject> = {
  ...RECORDING_FACTS,
  runs: fact<object[], RecordingSubject>((expected, { replay }) => {
    for (const run of expected) checkRun(run, replay.traces, OPENINFERENCE_RUN_FACTS);
  }),
};

/** What the application answered to its requests, each a trace of its own. */
const ANSWERS = {
  answer: 'weather-question',
  streamed: 'stream-question',
  responses: 'responses',
} as const;

/** Calls of the OpenAI API through OpenInference's instrumentation. */
export const OPENINFERENCE_OPENAI_FACTS: Checks<RecordingSubject> = {
  ...RECORDING_FACTS,
  traces: factsOfTraces(OPENINFERENCE_TRACE_FACTS),
  // Sent with every call of the model; the one that failed sent none.
  metadata: fact<JsonObject, RecordingSubject>((expected, { replay }) => {
    for (const trace of withModel(replay)) expect(trace.payload.metadata).toMatchObject(expected);
  }),
  tags: fact<string[], RecordingSubject>((tags, { replay }) => {
    for (const { trace } of withModel(replay)) expect(trace.tags).toEqual(tags.toSorted());
  }),
  requests: fact<string[], RecordingSubject>((names, { replay }) =>
    expect(replay.traces.map((trace) => rootsOf(trace)[0]?.name)).toEqual(names),
  ),
  requestsWithoutModelSpan: fact<string[], RecordingSubject>((names, { replay }) => {
    const without = replay.traces.filter((trace) => !withModel(replay).includes(trace));
    expect(without.map((trace) => rootsOf(trace)[0]?.name)).toEqual(names);
  }),
  out: fact<Readonly<Record<string, string>>, RecordingSubject>((expected, { replay }) => {
    for (const [key, request] of Object.entries(ANSWERS))
      expect(JSON.stringify(traceOf(replay, request).payload.output)).toContain(expected[key]);
  }),
  calls: fact<KnownCall[], RecordingSubject>((expected, { replay }) => {
    for (const request of new Set(expected.map((call) => call.request))) {
      const trace = traceOf(replay, request);
      const observations = trace.observations.filter(isModelCall);
      // A failing call sends no span.
      const sent = expected.filter((call) => call.request === request && call.error === undefined);
      expect(observations).toHaveLength(sent.length);
      for (const [index, { request: _, ...known }] of sent.entries()) {
        const observation = observations[index];
        const payload = trace.payloads.get(observation?.id ?? '');
        if (observation === undefined || payload === undefined) throw new Error(`No call of ${request}`);
        checkFacts(OPENINFERENCE_CALL_FACTS, known, {
          observation,
          payload,
          isStreamed: known.stream === true,
        });
      }
    }
  }),
  toolRuns: fact((expected, { replay }) =>
    expect(
      replay.traces.flatMap(({ observations }) => observations).filter(({ type }) => type === 'TOOL'),
    ).toHaveLength(Number(expected)),
  ),
  counts: fact<Readonly<Record<string, number>>, RecordingSubject>(
    ({ llmCalls = 0, toolRuns, ...counts }, subject) => {
      RECORDING_FACTS['counts']?.(counts, subject);
      RECORDING_FACTS['counts']?.({ tools: toolRuns }, subject);
      // One of them failed and sent no span.
      const calls = subject.replay.traces.flatMap(({ observations }) => observations).filter(isModelCall);
      expect(calls).toHaveLength(llmCalls - 1);
    },
  ),
};

function isModelCall({ type }: Observation): boolean {
  return type === 'GENERATION' || type === 'EMBEDDING';
}

function withModel({ traces }: Replay): readonly ReplayedTrace[] {
  return traces.filter(({ observations }) => observations.some(isModelCall));
}

function traceOf({ traces }: Replay, rootName: string): ReplayedTrace {
  const found = traces.find((trace) => rootsOf(trace)[0]?.name === rootName);
  if (found === undefined) throw new Error(`No trace of ${rootName}`);
  return found;
}
