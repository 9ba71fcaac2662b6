import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonValue } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';
import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '../model/observation.ts';
import type { ObservationPatch, Patch, ScorePatch, TracePatch } from '../model/patch.ts';
import { referenceStore } from './reference-store.ts';
import { mergeObservation } from '../merge/merge-observation.ts';
import type { ObservationState } from '../merge/merge-observation.ts';
import { mergeScore } from '../merge/merge-score.ts';
import type { ScoreState } from '../merge/merge-score.ts';
import { mergeTrace } from '../merge/merge-trace.ts';
import type { TraceState } from '../merge/merge-trace.ts';
import { readObservation, readObservationPayload } from '../merge/read-observation.ts';
import { readScore } from '../merge/read-score.ts';
import { readTrace, readTracePayload } from '../merge/read-trace.ts';

/** Few values and few keys, so that writes meet in the same places. */
const key = fc.constantFrom('a', 'b', '0', '1');
const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom<JsonValue>(null, 0, 1, '', 'x', false, true),
    fc.dictionary(key, tie('json'), { maxKeys: 3 }),
    fc.array(tie('json'), { maxLength: 3 }),
  ),
}));
const metadata = fc.dictionary(key, json, { maxKeys: 3 });
const text = fc.constantFrom('p', 'q', '');
const textOrNull = fc.constantFrom('p', 'q', '', null);
const time = fc.integer({ min: 0, max: 5 });
const amounts = fc.dictionary(fc.constantFrom('input', 'total'), time);
const base = { at: time, mode: fc.constantFrom('create' as const, 'update' as const) };
const sometimes = { requiredKeys: [] };

const tracePatch = fields({
  isRecord: fc.boolean(),
  timestamp: time,
  name: textOrNull,
  userId: textOrNull,
  sessionId: textOrNull,
  environment: text,
  release: textOrNull,
  version: textOrNull,
  tags: fc.array(text, { maxLength: 3 }),
  public: fc.boolean(),
  sampleRate: fc.constantFrom(0.1, 0.5, 1),
  input: json,
  output: json,
  metadata,
}).map((patch): TracePatch => ({ ...patch, kind: 'trace', id: 't' }));

const observationPatch = fields({
  parentId: textOrNull,
  type: fc.constantFrom(...OBSERVATION_TYPES),
  name: textOrNull,
  startTime: time,
  endTime: fc.option(time),
  completionStartTime: fc.option(time),
  level: fc.option(fc.constantFrom(...OBSERVATION_LEVELS)),
  statusMessage: textOrNull,
  model: textOrNull,
  modelParameters: metadata,
  usage: amounts,
  cost: amounts,
  computedCost: fc.option(amounts),
  prompt: fc.record({ name: text, version: time }),
  environment: text,
  version: textOrNull,
  isAppRoot: fc.boolean(),
  isInterrupted: fc.boolean(),
  graph: fc.record({ node: text, step: time, namespace: textOrNull, triggers: fc.constant([]) }),
  inputMessages: fc.dictionary(key, json, { maxKeys: 3 }),
  outputMessages: fc.dictionary(key, json, { maxKeys: 3 }),
  tools: fc.array(fc.record({ name: text, description: textOrNull, parameters: json }), { maxLength: 2 }),
  provenance: fc.record({ convention: textOrNull, usageRule: textOrNull, rawUsage: metadata }, sometimes),
  input: json,
  output: json,
  metadata,
}).map((patch): ObservationPatch => ({ ...patch, kind: 'observation', id: 'o', traceId: 't' }));

const scorePatch = fields({
  name: text,
  value: fc.oneof(time, text),
  dataType: fc.constantFrom('NUMERIC', 'TEXT'),
  source: fc.constantFrom('API', 'EVAL'),
  traceId: fc.constantFrom('t', 'u', null),
  observationId: textOrNull,
  sessionId: textOrNull,
  datasetRunId: textOrNull,
  comment: textOrNull,
  configId: textOrNull,
  authorId: textOrNull,
  metadata,
  environment: text,
  timestamp: time,
}).map((patch): ScorePatch => ({ ...patch, kind: 'score', id: 's' }));

function fields(model: Record<string, fc.Arbitrary<unknown>>) {
  return fc
    .tuple(fc.record(base), fc.record(model, sometimes))
    .map(([always, some]) => ({ ...some, ...always }));
}

/** The same patches twice: as sent, and shuffled with some of them repeated. */
function arrivals<P>(patch: fc.Arbitrary<P>) {
  return fc.array(patch, { minLength: 1, maxLength: 6 }).chain((sent) =>
    fc
      .tuple(
        fc.array(fc.nat(sent.length - 1), { maxLength: 4 }),
        fc.array(fc.double({ noNaN: true }), { minLength: 10, maxLength: 10 }),
      )
      .map(([again, places]) => {
        const all = [...sent, ...again.map((index) => sent[index] as P)];
        const order = all.map((item, index) => ({ item, place: places[index] ?? 0 }));
        return { sent, arrived: order.toSorted((a, b) => a.place - b.place).map(({ item }) => item) };
      }),
  );
}

function readTracePatches(patches: readonly TracePatch[]) {
  const state = patches.reduce<TraceState | undefined>(mergeTrace, undefined);
  return JSON.stringify([readTrace('t', state, [], 0), readTracePayload(state, null)].map(sorted));
}

function readObservationPatches(patches: readonly ObservationPatch[]) {
  const state = patches.reduce<ObservationState | undefined>(mergeObservation, undefined);
  if (!state) throw new Error('There is no patch to read.');
  return JSON.stringify([readObservation('t', 'o', state), readObservationPayload('o', state)].map(sorted));
}

function readScorePatches(patches: readonly ScorePatch[]) {
  const state = patches.reduce<ScoreState | undefined>(mergeScore, undefined);
  if (!state) throw new Error('There is no patch to read.');
  return JSON.stringify(sorted(readScore('s', state)));
}

/** With keys in order: records are compared by what they hold. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([name, member]) => [name, sorted(member)]);
}

it('makes the same trace of the same pieces, in any order and any repetition', () => {
  fc.assert(
    fc.property(arrivals(tracePatch), ({ sent, arrived }) => {
      expect(readTracePatches(arrived)).toBe(readTracePatches(sent));
    }),
    { seed: 1, numRuns: 800 },
  );
});

it('makes the same observation of the same pieces, in any order and any repetition', () => {
  fc.assert(
    fc.property(arrivals(observationPatch), ({ sent, arrived }) => {
      expect(readObservationPatches(arrived)).toBe(readObservationPatches(sent));
    }),
    { seed: 2, numRuns: 800 },
  );
});

it('makes the same score of the same pieces, in any order and any repetition', () => {
  fc.assert(
    fc.property(arrivals(scorePatch), ({ sent, arrived }) => {
      expect(readScorePatches(arrived)).toBe(readScorePatches(sent));
    }),
    { seed: 3, numRuns: 500 },
  );
});

it('shows the same traces whatever batches the pieces came in', async () => {
  const patch = fc.oneof<fc.Arbitrary<Patch>[]>(tracePatch, observationPatch, scorePatch);
  await fc.assert(
    fc.asyncProperty(arrivals(patch), fc.integer({ min: 1, max: 4 }), async ({ sent, arrived }, size) => {
      expect(await storeOf(arrived, size)).toEqual(await storeOf(sent, 100));
    }),
    { seed: 4, numRuns: 400 },
  );
});

async function storeOf(patches: readonly Patch[], batchSize: number) {
  const { traces } = referenceStore();
  for (let index = 0; index < patches.length; index += batchSize) {
    await traces.write(patches.slice(index, index + batchSize));
  }
  return [
    (await traces.listTraces()).items,
    (await traces.listScores()).items,
    (await traces.listSessions()).items,
    await Promise.all(['t', 'u'].map((id) => traces.readTrace(id))),
    await traces.readPayloads({ traceId: 't', observationIds: ['o'] }),
  ];
}

it('merges metadata as one after the other would be merged, oldest first', () => {
  const pieces = fc.uniqueArray(fc.record({ ...base, metadata }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ at, mode }) => `${at} ${mode}`,
  });
  fc.assert(
    fc.property(pieces, (arrived) => {
      const state = arrived
        .map((piece): TracePatch => ({ ...piece, kind: 'trace', id: 't' }))
        .reduce<TraceState | undefined>(mergeTrace, undefined);
      const oldestFirst = arrived.toSorted((a, b) => a.at - b.at || (a.mode < b.mode ? -1 : 1));
      const expected = oldestFirst.reduce<JsonValue>(
        (merged, piece) => deepMerge(merged, piece.metadata),
        {},
      );
      expect(readTracePayload(state, null).metadata).toEqual(expected);
    }),
    { seed: 5, numRuns: 1500 },
  );
});

/** Objects by key, arrays by index, else the later one. */
function deepMerge(before: JsonValue | undefined, after: JsonValue): JsonValue {
  if (Array.isArray(after)) {
    const old = Array.isArray(before) ? (before as JsonValue[]) : [];
    const next = after as JsonValue[];
    return Array.from({ length: Math.max(old.length, next.length) }, (_, index) =>
      index < next.length ? deepMerge(old[index], next[index] ?? null) : (old[index] ?? null),
    );
  }
  if (!isJsonObject(after)) return after;
  const merged: Record<string, JsonValue> = isJsonObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(after)) merged[name] = deepMerge(merged[name], value);
  return merged;
}
