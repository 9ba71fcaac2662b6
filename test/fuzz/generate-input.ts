import type { JsonObject, JsonValue } from '@oriel/core';
import type { RawPayload } from '@oriel/ingest';
import { Dice } from './dice.ts';
import { concat, mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import { oddJson } from './odd-json.ts';
import { framed, randomProtobuf } from './random-protobuf.ts';
import type { RecordedBodies } from './recorded-bodies.ts';

/** What the parser is given, and what of it must come out. */
export interface FuzzInput {
  readonly payload: RawPayload;
  /** Requests whose items stand unharmed beside a broken one in the payload. Everything of them has to be kept. */
  readonly survivors: readonly RawPayload[];
}

type Generator = (dice: Dice, recorded: RecordedBodies) => FuzzInput;

const TRACES = { method: 'POST', path: '/v1/traces', contentType: 'application/x-protobuf' } as const;
const JSON_PATHS = ['/api/public/ingestion', '/v1/traces', '/v1/logs', '/api/public/media'];
/** Tag of a resource group, the only field of an export. */
const GROUP = 1;

const alone = (payload: RawPayload): FuzzInput => ({ payload, survivors: [] });

const GENERATORS: readonly Generator[] = [
  function bytesOfARecording(dice, { whole, single }) {
    const request = dice.pick(dice.oneIn(4) ? whole : single);
    return alone({ ...request, body: mutateBytes(request.body, dice, dice.pick(single).body) });
  },

  function jsonOfARecording(dice, { whole, single }) {
    const request = dice.pick((dice.oneIn(4) ? whole : single).filter(isJson));
    return alone({ ...request, body: jsonBytes(mutateJson(readJson(request), dice)) });
  },

  function randomJson(dice) {
    const shapes: readonly (() => JsonValue)[] = [
      () => oddJson(dice),
      () => ({ batch: oddJson(dice) }),
      () => ({
        batch: [
          { id: 'e', timestamp: '2025-01-01T00:00:00Z', type: dice.pick(EVENT_TYPES), body: oddJson(dice) },
        ],
      }),
      () => ({ resourceSpans: [{ scopeSpans: [{ spans: [oddJson(dice), oddSpan(dice)] }] }] }),
      () => ({ resourceLogs: [{ scopeLogs: [{ logRecords: [oddJson(dice)] }] }] }),
    ];
    return alone({ path: dice.pick(JSON_PATHS), body: jsonBytes(dice.pick(shapes)()) });
  },

  function randomProtobufBody(dice) {
    return alone({ ...TRACES, body: concat(framed(GROUP, randomProtobuf(dice)), randomProtobuf(dice)) });
  },

  function noise(dice) {
    return alone({ body: dice.bytes(1 + dice.below(300)) });
  },

  /** A broken event between two whole ones. */
  function brokenEvent(dice, { single }) {
    const events = single.filter((request) => isJson(request) && request.path?.endsWith('/ingestion'));
    const [before, broken, after] = [dice.pick(events), dice.pick(events), dice.pick(events)];
    const batch = [
      ...batchOf(readJson(before)),
      ...batchOf(mutateJson(readJson(broken), dice)),
      ...batchOf(readJson(after)),
    ];
    return { payload: { ...before, body: jsonBytes({ batch }) }, survivors: [before, after] };
  },

  /** A broken resource group between two whole ones, its frame intact. */
  function brokenGroup(dice, { single }) {
    const signal = dice.oneIn(3) ? '/logs' : '/traces';
    const exports = single.filter((request) => !isJson(request) && request.path?.endsWith(signal));
    const [before, broken, after] = [dice.pick(exports), dice.pick(exports), dice.pick(exports)];
    // Two bytes of tag and length at least; what is left is the inside of the group.
    const inside = broken.body.subarray(broken.body.length > 129 ? 3 : 2);
    const damaged = framed(
      GROUP,
      dice.oneIn(2) ? mutateBytes(inside, dice, before.body) : randomProtobuf(dice),
    );
    return {
      payload: { ...before, body: concat(before.body, damaged, after.body) },
      survivors: [before, after],
    };
  },
];

const EVENT_TYPES = [
  'trace-create',
  'span-create',
  'span-update',
  'generation-create',
  'generation-update',
  'event-create',
  'score-create',
  'observation-create',
  'sdk-log',
];

/** The input of a number, the same whenever the seed is the same. */
export function generateInput(seed: number, number: number, recorded: RecordedBodies): FuzzInput {
  const dice = new Dice(Math.imul(seed, 0x9e3779b1) + number);
  const input = dice.pick(GENERATORS)(dice, recorded);
  // Survivors are promised only where the body is read as what it is.
  if (input.survivors.length > 0 || !dice.oneIn(4)) return input;
  const lie: Partial<RawPayload> = dice.pick([
    { path: null, method: null, contentType: null },
    { contentType: 'application/x-protobuf' },
    { contentType: 'application/json' },
    { contentType: 'text/html; charset=\u0000' },
    { contentEncoding: 'gzip' },
    { contentEncoding: 'deflate' },
    { path: '/v1/logs' },
    { path: '/api/public/media/%00' },
  ]);
  return alone({ ...input.payload, ...lie });
}

function oddSpan(dice: Dice): JsonObject {
  const attributes = Array.from({ length: dice.below(4) }, () => ({
    key: dice.pick([
      'langfuse.observation.input',
      'gen_ai.usage.input_tokens',
      'session.id',
      '__proto__',
      'constructor',
    ]),
    value: dice.oneIn(2) ? oddJson(dice) : { stringValue: oddJson(dice) },
  }));
  return {
    traceId: 'ab'.repeat(16),
    spanId: 'cd'.repeat(8),
    startTimeUnixNano: oddJson(dice, 0),
    endTimeUnixNano: oddJson(dice, 0),
    name: oddJson(dice, 1),
    attributes,
    events: [{ name: oddJson(dice, 0), attributes: oddJson(dice) }],
    status: oddJson(dice, 1),
  };
}

function isJson({ contentType }: RawPayload): boolean {
  return contentType?.includes('json') ?? false;
}

function readJson({ body }: RawPayload): JsonValue {
  return JSON.parse(new TextDecoder().decode(body)) as JsonValue;
}

function jsonBytes(json: JsonValue): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(json));
}

function batchOf(body: JsonValue): readonly JsonValue[] {
  const batch = (body as { batch?: JsonValue } | null)?.batch;
  return Array.isArray(batch) ? (batch as readonly JsonValue[]) : [body];
}
