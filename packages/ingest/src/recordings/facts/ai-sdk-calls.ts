import { expect } from 'vitest';
import { readChat } from '@oriel/core';
import type { JsonValue, Observation, ObservationPayload } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import type { Replay } from '../replay.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { expectSameItems } from './compare.ts';

/** One call of the AI SDK: the span the application made it with and all spans below, by start. */
export interface SdkCall {
  readonly name: string;
  readonly trace: ReplayedTrace;
  readonly root: Observation;
  readonly observations: readonly Observation[];
  readonly payloads: ReplayedTrace['payloads'];
}

interface KnownToolCall {
  readonly name: string;
  readonly args?: JsonValue;
  readonly error?: string;
}

/** Spans of the application around the calls. */
const APPLICATION = ['POST /api/trip', 'trip-request'];

/** The calls of a recording in the order they were made, named by its program. */
export function sdkCalls({ traces }: Replay, names: readonly string[]): readonly SdkCall[] {
  const calls = traces.flatMap((trace) => {
    const { observations, payloads } = trace;
    const isOwn = (id: string | null): boolean =>
      observations.some((candidate) => candidate.id === id && !APPLICATION.includes(candidate.name ?? ''));
    return observations
      .filter(({ id, parentId }) => isOwn(id) && !isOwn(parentId))
      .map((root) => ({ trace, root, observations: within(root, observations), payloads }));
  });
  const inOrder = calls.toSorted((a, b) => a.root.startTime - b.root.startTime);
  expect(inOrder).toHaveLength(names.length);
  return inOrder.map((call, index) => ({ name: names[index] ?? '', ...call }));
}

function within(root: Observation, observations: readonly Observation[]): readonly Observation[] {
  const children = observations.filter(({ parentId }) => parentId === root.id);
  return [root, ...children.flatMap((child) => within(child, observations))];
}

/** What a program may know of a call it made. */
export const CALL_FACTS: Checks<SdkCall> = {
  steps: fact((expected, call) => expect(ofType(call, 'GENERATION')).toHaveLength(Number(expected))),
  toolCalls: toolCallsFact({ type: 'TOOL', isComplete: true }),
  usage: usageFact({}),
  model: fact<string, SdkCall>((model, call) => {
    for (const generation of modelCalls(call)) expect(generation.model?.startsWith(model)).toBe(true);
  }),
  responseModel: fact((expected, call) => {
    for (const generation of modelCalls(call)) expect(generation.model).toBe(expected);
  }),
  temperature: fact((expected, call) => {
    for (const { modelParameters } of payloadsOf(call, modelCalls(call)))
      expect(Number(modelParameters['temperature'])).toBe(expected);
  }),
  maxOutputTokens: fact((expected, call) => {
    for (const { modelParameters } of payloadsOf(call, modelCalls(call)))
      expect(
        Number(
          modelParameters['maxTokens'] ??
            modelParameters['max_tokens'] ??
            modelParameters['max_completion_tokens'],
        ),
      ).toBe(expected);
  }),
  streamed: fact<boolean, SdkCall>((expected, call) => {
    for (const { startTime, completionStartTime, endTime } of modelCalls(call)) {
      expect(completionStartTime !== null).toBe(expected);
      if (completionStartTime === null) continue;
      expect(completionStartTime).toBeGreaterThan(startTime);
      expect(completionStartTime).toBeLessThanOrEqual(endTime ?? 0);
    }
  }),
  object: fact<JsonValue, SdkCall>((expected, call) => {
    for (const { output } of payloadsOf(call, modelCalls(call)))
      expect(plainText(output)).toContain(plainText(expected));
  }),
  values: fact<number, SdkCall>((expected, call) => {
    for (const { input } of payloadsOf(call, modelCalls(call))) expect(input).toHaveLength(expected);
  }),
  error: fact<string, SdkCall>((message, call) => {
    for (const { level, statusMessage } of call.observations) {
      expect(level).toBe('ERROR');
      expect(statusMessage).toContain(message);
    }
  }),
};

interface SentToolCalls {
  readonly type: Observation['type'];
  /** Errors are sent, and all that the model asked for. */
  readonly isComplete: boolean;
}

export function toolCallsFact({ type, isComplete }: SentToolCalls) {
  return fact<KnownToolCall[], SdkCall>((expected, call) => {
    const asked = payloadsOf(call, ofType(call, 'GENERATION'))
      .flatMap(({ output }) => readChat(output) ?? [])
      .flatMap(({ toolCalls }) => toolCalls.map(({ name }) => name));
    if (isComplete)
      expectSameItems(
        asked,
        expected.map(({ name }) => name),
        'tools that the model asked for',
      );
    const tools = ofType(call, type).filter(({ name }) => /tool/i.test(name ?? ''));
    expect(tools).toHaveLength(expected.length);
    for (const known of expected) {
      const found = tools.filter((tool) => isCallOf(tool, known, call));
      expect(
        found.map(({ name }) => name),
        known.name,
      ).toHaveLength(1);
      const isFailed = isComplete && known.error !== undefined;
      expect(found[0]?.level).toBe(isFailed ? 'ERROR' : 'DEFAULT');
      if (isFailed) expect(found[0]?.statusMessage).toContain(known.error);
      else expect(found[0]?.statusMessage).toBeNull();
    }
  });
}

/** @param notSent - counts that the server told its client and the client told nobody. */
export function usageFact(notSent: Readonly<Record<string, null>>) {
  return fact<Readonly<Record<string, number>>, SdkCall>((expected, call) =>
    checkFacts({ ...USAGE_FACTS, ...notSent }, expected, call),
  );
}

/** What the model's server counted, of all calls of the model together. Details are parts of input and output. */
const USAGE_FACTS: Checks<SdkCall> = {
  input: fact((expected, call) => expect(counted(call, /^input/)).toBe(expected)),
  output: fact((expected, call) => expect(counted(call, /^output/)).toBe(expected)),
  cached: fact((expected, call) => expect(counted(call, /^input_cached_tokens$/)).toBe(expected)),
  reasoning: fact((expected, call) => expect(counted(call, /^output_reasoning_tokens$/)).toBe(expected)),
  tokens: fact((expected, call) => expect(counted(call, /^total$/)).toBe(expected)),
};

function counted({ observations }: SdkCall, keys: RegExp): number {
  const counts = observations.flatMap(({ usage }) => Object.entries(usage));
  return counts.reduce((sum, [key, count]) => (keys.test(key) ? sum + count : sum), 0);
}

/** Older spans of the SDK are all named alike; the tool's name is an attribute. */
function isCallOf(tool: Observation, { name, args }: KnownToolCall, call: SdkCall): boolean {
  const payload = call.payloads.get(tool.id);
  const told = plainText([tool.name, payload?.metadata['attributes'] ?? null]);
  return (
    told.includes(name) && (args === undefined || plainText(payload?.input ?? null).includes(plainText(args)))
  );
}

function ofType({ observations }: SdkCall, type: Observation['type']): readonly Observation[] {
  return observations.filter((observation) => observation.type === type);
}

/** Innermost calls of a model: the seventh major has one of embeddings inside another. */
function modelCalls(call: SdkCall): readonly Observation[] {
  const calls = call.observations.filter(({ type }) => type === 'GENERATION' || type === 'EMBEDDING');
  const innermost = calls.filter(({ id }) => !calls.some(({ parentId }) => parentId === id));
  expect(innermost.length).toBeGreaterThan(0);
  return innermost;
}

function payloadsOf(
  { payloads }: SdkCall,
  observations: readonly Observation[],
): readonly ObservationPayload[] {
  return observations.flatMap(({ id }) => payloads.get(id) ?? []);
}

/** All text of a value, JSON inside of text opened. */
export function plainText(value: JsonValue): string {
  return JSON.stringify(value).replaceAll('\\', '');
}
