import { expect } from 'vitest';
import type { Observation, ObservationPayload } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import type { Replay } from '../replay.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { RECORDING_FACTS, factsOfTraces } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';
import { TRACE_FACTS } from './trace-facts.ts';
import { expectSentTokens } from './sent-tokens.ts';
import { rootsOf } from './tree.ts';

interface KnownCall {
  readonly request: string;
  readonly stream?: boolean;
  readonly error?: number;
  readonly [name: string]: unknown;
}

interface Call {
  readonly observation: Observation;
  readonly payload: ObservationPayload;
  readonly client: CallClient;
  readonly isStreamed: boolean;
}

/** What a client leaves out or does in its own way. Default: nothing. */
interface CallClient {
  /** What the root of a request is called. */
  readonly rootName?: (request: string) => string;
  /** Requests whose calls of a model send no span. */
  readonly withoutModelSpan?: readonly string[];
  /** Parts of usage that are not sent. */
  readonly unsentUsage?: readonly ('cached' | 'reasoning')[];
  /** Counts of streams are the client's own estimate. */
  readonly estimatesStreams?: boolean;
  readonly sendsContent?: boolean;
  readonly sendsParameters?: boolean;
}

/** What a program may know of one call it made of a model. */
const CALL_FACTS: Checks<Call> = {
  api: fact<string, Call>((api, { observation }) =>
    expect(observation.type).toBe(api === 'embeddings' ? 'EMBEDDING' : 'GENERATION'),
  ),
  // The one that answered is known where the call succeeded.
  model: fact<string, Call>((model, { observation }) =>
    expect(observation.model?.startsWith(model), `${observation.model}`).toBe(true),
  ),
  responseModel: fact((model, { observation }) => expect(observation.model).toBe(model)),
  usage: fact<Readonly<Record<string, number>>, Call>((expected, { observation, client, isStreamed }) => {
    if (isStreamed && client.estimatesStreams === true) return;
    const { cached = 0, reasoning = 0, ...counts } = expected;
    const { unsentUsage = [] } = client;
    const { usage } = observation;
    expect(sumOf(usage, 'input')).toBe(counts['input']);
    expect(sumOf(usage, 'output')).toBe(counts['output'] ?? 0);
    expect(usage['total']).toBe((counts['input'] ?? 0) + (counts['output'] ?? 0));
    expect(partOf(usage, 'input', 'cache')).toBe(unsentUsage.includes('cached') ? 0 : cached);
    expect(partOf(usage, 'output', 'reasoning')).toBe(unsentUsage.includes('reasoning') ? 0 : reasoning);
  }),
  toolCalls: fact<string[], Call>((names, { payload, client }) => {
    const output = JSON.stringify(payload.output);
    for (const name of names) expect(output).toContain(name);
    // One call each, with its arguments where content is sent.
    expect(output.match(/call_\d/g)).toHaveLength(names.length);
    expect(output.includes('Oslo')).toBe(client.sendsContent !== false);
  }),
  output: fact<string, Call>((text, { payload, client }) =>
    expect(JSON.stringify(payload.output).includes(text)).toBe(client.sendsContent !== false),
  ),
  temperature: parameter('temperature'),
  maxTokens: parameter('max_tokens'),
  topP: parameter('top_p'),
  error: fact((_, { observation }) => expect(observation.level).toBe('ERROR')),
  message: fact<string, Call>((text, { observation }) => expect(observation.statusMessage).toContain(text)),
  // Tells what may be estimated; nothing else about a call differs.
  stream: null,
};

function parameter(name: string) {
  return fact<unknown, Call>((expected, { payload, client }) => {
    if (client.sendsParameters !== false) expect(payload.modelParameters[name]).toBe(expected);
  });
}

function sumOf(usage: Observation['usage'], side: string): number {
  return Object.entries(usage).reduce((sum, [key, count]) => (key.startsWith(side) ? sum + count : sum), 0);
}

function partOf(usage: Observation['usage'], side: string, part: string): number {
  return Object.entries(usage).reduce(
    (sum, [key, count]) => (key.startsWith(`${side}_`) && key.includes(part) ? sum + count : sum),
    0,
  );
}

/** The requests a program answered, each a trace, and the calls of a model it made for them. */
export function callFacts(client: CallClient): Checks<RecordingSubject> {
  const { rootName = (request) => request, withoutModelSpan = [] } = client;
  const traceOf = ({ traces }: Replay, request: string): ReplayedTrace => {
    const found = traces.find((trace) => rootsOf(trace)[0]?.name === rootName(request));
    if (found === undefined) throw new Error(`No trace of ${request}`);
    return found;
  };
  return {
    ...RECORDING_FACTS,
    traces: factsOfTraces({
      ...TRACE_FACTS,
      tokensOnSpans: fact(expectSentTokens),
    }),
    requests: fact<string[], RecordingSubject>((names, { replay }) =>
      expect(replay.traces.map(({ trace }) => trace.name)).toEqual(names.map(rootName)),
    ),
    requestsWithoutModelSpan: fact<string[], RecordingSubject>((names, { replay }) => {
      for (const name of names) expect(modelCalls(traceOf(replay, name)).length).toBeLessThanOrEqual(1);
    }),
    calls: fact<KnownCall[], RecordingSubject>((expected, { replay }) => {
      for (const request of new Set(expected.map((call) => call.request))) {
        const trace = traceOf(replay, request);
        const observations = modelCalls(trace);
        const sent = withoutModelSpan.includes(request)
          ? []
          : expected.filter((call) => call.request === request);
        expect(observations, request).toHaveLength(sent.length);
        for (const [index, { request: _, ...known }] of sent.entries()) {
          const observation = observations[index];
          const payload = trace.payloads.get(observation?.id ?? '');
          if (observation === undefined || payload === undefined) throw new Error(`No call of ${request}`);
          checkFacts(CALL_FACTS, known, { observation, payload, client, isStreamed: known.stream === true });
        }
      }
    }),
    // What the program answered was said by the model last, or the function that asked it.
    out: fact<Readonly<Record<string, string>>, RecordingSubject>((expected, { replay }) => {
      for (const [key, request] of Object.entries(ANSWERS)) {
        const outputs = [...traceOf(replay, request).payloads.values()].map(({ output }) => output);
        const isSaid = JSON.stringify(outputs).includes(expected[key] ?? '');
        expect(isSaid, key).toBe(client.sendsContent !== false);
      }
      const failed = traceOf(replay, 'quota').observations.find(({ level }) => level === 'ERROR');
      if (!withoutModelSpan.includes('quota')) expect(failed?.statusMessage).toContain(expected['error']);
    }),
    contentCaptured: fact((expected) => expect(client.sendsContent !== false).toBe(expected)),
    conversationId: fact((id, { replay }) => {
      for (const { payloads, trace } of replay.traces) {
        const attributes = [...payloads.values()].map(({ metadata }) => metadata['attributes']);
        expect(JSON.stringify(attributes)).toContain(`"gen_ai.conversation.id":${JSON.stringify(id)}`);
        expect(trace.sessionId).not.toBeNull();
      }
    }),
    toolRuns: fact((expected, { replay }) => expect(countOf(replay, 'TOOL')).toBe(expected)),
    counts: fact<Readonly<Record<string, number>>, RecordingSubject>(
      ({ llmCalls = 0, toolRuns = 0, ...counts }, subject) => {
        RECORDING_FACTS['counts']?.(counts, subject);
        expect(countOf(subject.replay, 'TOOL')).toBe(toolRuns);
        expect(countOf(subject.replay, 'GENERATION', 'EMBEDDING')).toBe(llmCalls - withoutModelSpan.length);
      },
    ),
  };
}

/** In which request each answer was given. */
const ANSWERS = { answer: 'weather-question', streamed: 'stream-question', responses: 'responses' } as const;

function modelCalls({ observations }: ReplayedTrace): readonly Observation[] {
  return observations.filter(({ type }) => type === 'GENERATION' || type === 'EMBEDDING');
}

function countOf({ traces }: Replay, ...types: readonly Observation['type'][]): number {
  return traces.flatMap(({ observations }) => observations).filter(({ type }) => types.includes(type)).length;
}
