import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue, ObservationPatch } from '@oriel/core';
import { decodeJsonLogs } from './decode/decode-json-logs.ts';
import { logPatches } from './log-patches.ts';

const TRACE_ID = 'ab'.repeat(16);
const SPAN_ID = 'cd'.repeat(8);

function anyValue(value: JsonValue): JsonObject {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { intValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: (value as JsonValue[]).map(anyValue) } };
  return { kvlistValue: { values: keyValues(value as JsonObject) } };
}

function keyValues(members: JsonObject): JsonObject[] {
  return Object.entries(members).map(([key, value]) => ({ key, value: anyValue(value) }));
}

/** A log record of an event, `at` milliseconds after the epoch. */
function record(event: string, body: JsonObject = {}, at = 1000, rest: JsonObject = {}): JsonObject {
  return {
    traceId: TRACE_ID,
    spanId: SPAN_ID,
    timeUnixNano: `${at}000000`,
    attributes: keyValues({ 'event.name': event }),
    body: anyValue(body),
    ...rest,
  };
}

function patchesOf(...records: readonly JsonObject[]): ObservationPatch[] {
  return logPatches(decodeJsonLogs({ resourceLogs: [{ scopeLogs: [{ logRecords: records }] }] }), 0);
}

/** The messages of patches as a store lists them: by key. */
function messagesOf(patches: readonly ObservationPatch[], side: 'inputMessages' | 'outputMessages') {
  const byKey = Object.assign({}, ...patches.map((patch) => patch[side])) as JsonObject;
  return Object.keys(byKey)
    .toSorted()
    .map((key) => byKey[key]);
}

describe('log records of a model call', () => {
  const CONVERSATION = [
    record('gen_ai.system.message', { content: 'be brief' }),
    record('gen_ai.user.message', { content: 'weather?' }),
    record('gen_ai.assistant.message', { tool_calls: [{ id: 'call_1' }, { id: 'call_2' }] }),
    record('gen_ai.tool.message', { id: 'call_1', content: '31' }),
    record('gen_ai.tool.message', { id: 'call_2', content: '17' }),
    record('gen_ai.choice', { index: 0, finish_reason: 'stop', message: { content: 'warm' } }, 2000),
  ];
  const INPUT = [
    { role: 'system', content: 'be brief' },
    { role: 'user', content: 'weather?' },
    { role: 'assistant', tool_calls: [{ id: 'call_1' }, { id: 'call_2' }] },
    { role: 'tool', id: 'call_1', content: '31' },
    { role: 'tool', id: 'call_2', content: '17' },
  ];

  it('become the messages of its observation', () => {
    const patches = patchesOf(...CONVERSATION);

    expect(patches.every(({ id, traceId }) => id === SPAN_ID && traceId === TRACE_ID)).toBe(true);
    expect(messagesOf(patches, 'inputMessages')).toEqual(INPUT);
    expect(messagesOf(patches, 'outputMessages')).toEqual([
      { role: 'assistant', content: 'warm', index: 0, finish_reason: 'stop' },
    ]);
  });

  it('are in order when each comes in a request of its own, again and in reverse', () => {
    const alone = [...CONVERSATION, ...CONVERSATION].toReversed().flatMap((one) => patchesOf(one));

    expect(messagesOf(alone, 'inputMessages')).toEqual(INPUT);
    expect(messagesOf(alone, 'outputMessages')).toHaveLength(1);
  });

  it('of one moment keep the order they were sent in', () => {
    const turns = ['one', 'two', 'three', 'four'].map((content, index) =>
      record(`gen_ai.${index % 2 === 0 ? 'user' : 'assistant'}.message`, { content }),
    );

    expect(messagesOf(patchesOf(...turns), 'inputMessages')).toMatchObject([
      { role: 'user', content: 'one' },
      { role: 'assistant', content: 'two' },
      { role: 'user', content: 'three' },
      { role: 'assistant', content: 'four' },
    ]);
  });

  it('are all kept where somebody says the same twice', () => {
    const same = [
      record('gen_ai.user.message', { content: 'x' }),
      record('gen_ai.user.message', { content: 'x' }),
    ];

    expect(messagesOf(patchesOf(...same), 'inputMessages')).toHaveLength(2);
  });

  it('tell who spoke even where nothing else was captured', () => {
    expect(messagesOf(patchesOf(record('gen_ai.user.message')), 'inputMessages')).toEqual([{ role: 'user' }]);
  });

  it('hold everything at once in the newer form, named in a field of its own', () => {
    const details = {
      ...record('', {}),
      eventName: 'gen_ai.client.inference.operation.details',
      attributes: keyValues({
        'gen_ai.input.messages': [{ role: 'user' }],
        'gen_ai.output.messages': '[{"role":"assistant"}]',
        'gen_ai.tool.definitions': '[{"name":"stock"}]',
      }),
    };

    expect(patchesOf(details)).toMatchObject([
      {
        id: SPAN_ID,
        at: 1000,
        input: [{ role: 'user' }],
        output: [{ role: 'assistant' }],
        tools: [{ name: 'stock' }],
      },
    ]);
  });
});

it('keeps the instructions that come with everything at once, with messages and without', () => {
  const instructions = { 'gen_ai.system_instructions': [{ type: 'text', content: 'Be brief.' }] };
  const details = (attributes: JsonObject) => ({
    ...record('', {}),
    eventName: 'gen_ai.client.inference.operation.details',
    attributes: keyValues(attributes),
  });
  const system = { role: 'system', parts: [{ type: 'text', content: 'Be brief.' }] };

  expect(
    patchesOf(
      details({ ...instructions, 'gen_ai.input.messages': [{ role: 'user' }] }),
      details(instructions),
    ),
  ).toMatchObject([{ input: [system, { role: 'user' }] }, { inputMessages: { '': system } }]);
});

describe('other log records', () => {
  it.each<[what: string, sent: JsonObject]>([
    ['plain logs', { ...record(''), attributes: [] }],
    ['events of others', record('session.start', { secret: 'Basic c2VjcmV0' })],
    [
      'configuration',
      {
        ...record(''),
        body: { stringValue: 'failed' },
        attributes: keyValues({ 'mastra.log.metrics': '{"headers":{"Authorization":"Basic c2VjcmV0"}}' }),
      },
    ],
    ['messages that belong to no span', { ...record('gen_ai.user.message'), spanId: '' }],
    ['messages that belong to no trace', { ...record('gen_ai.user.message'), traceId: '0'.repeat(32) }],
  ])('make nothing of %s', (_, sent) => {
    expect(patchesOf(sent)).toEqual([]);
  });
});
