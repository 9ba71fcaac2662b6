import { expect, it } from 'vitest';
import type { JsonObject } from '@oriel/core';
import { parsePayload } from './parse-payload.ts';
import type { RawPayload } from './parse-payload.ts';
import { SPAN_ID, TRACE_ID, batchOf, exportOf, spanEvent } from './recordings/hand-made-requests.ts';
import { replay } from './recordings/replay.ts';

const LEFT_OUT = '[deeper than 500 levels, left out]';

/** A request in which a marker stands where a value of 10,000 levels shall be. */
function deepened(request: RawPayload, open: string, close: string): RawPayload {
  const deep = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
  return { body: new TextEncoder().encode(new TextDecoder().decode(request.body).replace('"DEEP"', deep)) };
}

it.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
])('keeps a record with 10,000 levels of %s, without what is deeper than 500', async (_, open, close) => {
  const { traces, rejected } = await replay([
    deepened(spanEvent({ name: 'kept', input: 'DEEP', output: 'beside' }), open, close),
  ]);
  const payload = traces[0]?.payloads.get(SPAN_ID);

  expect(rejected).toEqual([]);
  expect(traces[0]?.observations[0]?.name).toBe('kept');
  expect(payload?.output).toBe('beside');
  expect(JSON.stringify(payload?.input)).toContain(LEFT_OUT);
});

it('keeps the spans beside an attribute of 10,000 levels', async () => {
  const value = { arrayValue: { values: ['DEEP'] } };
  const request = exportOf({ attributes: [{ key: 'deep', value }] }, { spanId: 'ef'.repeat(8) });
  const { traces, rejected } = await replay([deepened(request, '{"arrayValue":{"values":[', ']}}')]);

  expect(rejected).toEqual([]);
  expect(traces[0]?.observations).toHaveLength(2);
  expect(JSON.stringify(traces[0]?.payloads.get(SPAN_ID)?.metadata)).toContain(LEFT_OUT);
});

it('leaves JSON in text alone that nests deeper than 500 levels', async () => {
  const text = '['.repeat(10_000) + ']'.repeat(10_000);
  const { traces } = await replay([
    exportOf({ attributes: [{ key: 'langfuse.observation.input', value: { stringValue: text } }] }),
  ]);

  expect(traces[0]?.payloads.get(SPAN_ID)?.input).toBe(text);
});

it('reads 100,000 spans of one request', async () => {
  const spans = Array.from({ length: 100_000 }, (_, index): JsonObject => ({
    spanId: (index + 1).toString(16).padStart(16, '0'),
  }));
  const { patches, rejected } = await parsePayload(exportOf(...spans));

  expect(rejected).toEqual([]);
  expect(patches.filter(({ kind }) => kind === 'observation')).toHaveLength(100_000);
});

it('reads 100,000 events of one batch, every second one broken', async () => {
  const events = Array.from({ length: 100_000 }, (_, index) => ({
    id: `event-${index}`,
    type: index % 2 === 0 ? 'span-create' : 'no-such-type',
    timestamp: '2025-01-31T12:00:00.000Z',
    body: { id: `span-${index}`, traceId: TRACE_ID },
  }));
  const { patches, rejected } = await parsePayload(batchOf(events));

  expect(patches).toHaveLength(50_000);
  expect(rejected).toHaveLength(50_000);
});
