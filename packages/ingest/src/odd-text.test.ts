import { expect, it } from 'vitest';
import type { JsonValue } from '@oriel/core';
import { exportOf, spanEvent } from './recordings/hand-made-requests.ts';
import { replay } from './recordings/replay.ts';
import type { RawPayload } from './parse-payload.ts';

async function onlyTrace(...requests: RawPayload[]) {
  const { traces, rejected } = await replay(requests);
  expect(rejected).toEqual([]);
  const [trace] = traces;
  const [observation] = trace?.observations ?? [];
  return { trace, observation, payload: trace?.payloads.get(observation?.id ?? '') };
}

const attribute = (key: string, value: JsonValue) => ({
  attributes: [{ key, value: { stringValue: value } }],
});

it.each([
  ['U+0000', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800b\udc00'],
  ['a byte order mark', '\uFEFFa'],
  ['text that turns direction', '\u202Eabc'],
])('keeps %s in names, input and attributes as it is', async (_, text) => {
  const event = await onlyTrace(
    spanEvent({ name: text, input: { [text]: text }, metadata: { [text]: text } }),
  );
  expect(event.observation?.name).toBe(text);
  expect(event.payload?.input).toEqual({ [text]: text });
  expect(event.payload?.metadata).toEqual({ [text]: text });

  const span = await onlyTrace(exportOf({ name: text, ...attribute('langfuse.observation.input', text) }));
  expect(span.observation?.name).toBe(text);
  expect(span.payload?.input).toBe(text);
});

it('keeps a text of 16 MB whole, whether it is JSON, half of it or none', async () => {
  const long = 'x'.repeat(16 * 1024 * 1024);
  for (const text of [long, `[${long}]`, `{"a":${long}}`]) {
    const { payload } = await onlyTrace(exportOf(attribute('langfuse.observation.input', text)));
    expect(payload?.input === text).toBe(true);
  }
  const { payload } = await onlyTrace(spanEvent({ output: long }));
  expect(payload?.output === long).toBe(true);
});

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

it.each(PROTOTYPE_KEYS)('takes the key %s for a key like any other and changes no prototype', async (key) => {
  const members = JSON.parse(`{"${key}":{"polluted":1}}`) as { [key: string]: JsonValue };
  const asText = JSON.stringify(members);
  const { payload } = await onlyTrace(spanEvent({ input: members, output: [members], metadata: members }));
  expect(JSON.stringify(payload?.input)).toBe(asText);
  expect(JSON.stringify(payload?.output)).toBe(`[${asText}]`);
  expect(JSON.stringify(payload?.metadata)).toBe(asText);

  const span = await onlyTrace(
    exportOf({
      attributes: [
        { key, value: { stringValue: 'plain' } },
        { key: `langfuse.observation.metadata.${key}`, value: { stringValue: 'metadata' } },
        { key: 'langfuse.observation.output', value: { stringValue: asText } },
        { key: 'kept', value: { kvlistValue: { values: [{ key, value: { intValue: 1 } }] } } },
      ],
    }),
  );
  const metadata = JSON.stringify(span.payload?.metadata);
  expect(metadata).toContain(`"${key}":"plain"`);
  expect(metadata).toContain(`"${key}":"metadata"`);
  expect(metadata).toContain(`"kept":{"${key}":1}`);
  expect(JSON.stringify(span.payload?.output)).toBe(asText);

  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

it('keeps all of 100,001 keys', async () => {
  const members = Object.fromEntries(Array.from({ length: 100_001 }, (_, index) => [`key${index}`, index]));
  const { payload } = await onlyTrace(spanEvent({ input: members, metadata: members }));
  expect(Object.keys(payload?.input ?? {})).toHaveLength(100_001);
  expect(Object.keys(payload?.metadata ?? {})).toHaveLength(100_001);

  const attributes = Object.keys(members).map((key) => ({ key, value: { intValue: 1 } }));
  const span = await onlyTrace(exportOf({ attributes }));
  expect(Object.keys(span.payload?.metadata['attributes'] as object)).toHaveLength(100_001);
});

it('takes the last of a key that repeats, in JSON and among attributes', async () => {
  const body =
    '{"batch":[{"id":"e","type":"span-create","timestamp":"2025-01-31T12:00:00Z","body":{"id":"s","traceId":"t","input":1,"input":2}}]}';
  const event = await onlyTrace({ body: new TextEncoder().encode(body) });
  expect(event.payload?.input).toBe(2);

  const values = ['first', 'last'].map((value) => ({ key: 'twice', value: { stringValue: value } }));
  const span = await onlyTrace(exportOf({ attributes: values }));
  expect(span.payload?.metadata['attributes']).toEqual({ twice: 'last' });
});
