import { expect, it } from 'vitest';
import type { JsonObject } from '@oriel/core';
import { SPAN_ID, TRACE_ID, batchOf, exportOf } from './recordings/hand-made-requests.ts';
import { replay } from './recordings/replay.ts';

const TOO_LONG = 'x'.repeat(801);

const event = (body: JsonObject) => ({
  id: 'event',
  type: 'span-create',
  timestamp: '2025-01-31T12:00:00.000Z',
  body,
});

it.each([
  ['no id', { traceId: TRACE_ID }],
  ['an empty id', { id: '', traceId: TRACE_ID }],
  ['an id too long', { id: TOO_LONG, traceId: TRACE_ID }],
  ['an id with a line break', { id: 'a\r\nb', traceId: TRACE_ID }],
  ['an id that is a number', { id: 7, traceId: TRACE_ID }],
  ['a trace id too long', { id: SPAN_ID, traceId: TOO_LONG }],
])('rejects only the event with %s', async (_, broken) => {
  const good = { id: 'good', traceId: TRACE_ID };
  const { traces, rejected } = await replay([batchOf([event(broken), event(good)])]);

  expect(rejected).toEqual([
    { where: expect.stringContaining('batch[0]'), reason: expect.stringMatching(/`body\.(?:id|traceId)`/) },
  ]);
  expect(traces[0]?.observations.map(({ id }) => id)).toEqual(['good']);
});

it('lets an event without a trace make one of its own', async () => {
  const { traces } = await replay([batchOf([event({ id: 'alone', traceId: '' })])]);

  expect(traces.map(({ trace }) => trace.id)).toEqual(['alone']);
});

it.each([
  ['no trace id', { traceId: null }],
  ['an empty span id', { spanId: '' }],
  ['a span id of zeros', { spanId: '0'.repeat(16) }],
  ['a trace id too long', { traceId: TOO_LONG }],
  ['a list of objects for an id', { traceId: [{}] }],
])('rejects only the span with %s', async (_, broken) => {
  const { traces, rejected } = await replay([exportOf(broken, { name: 'good' })]);

  expect(rejected).toEqual([
    { where: 'resourceSpans[0].scopeSpans[0].spans[0]', reason: expect.stringContaining('trace id') },
  ]);
  expect(traces[0]?.observations.map(({ name }) => name)).toEqual(['good']);
});

it('hangs a span whose parent id is empty or zero from its trace', async () => {
  for (const parentSpanId of ['', '0'.repeat(16), TOO_LONG]) {
    const { traces } = await replay([exportOf({ parentSpanId })]);
    expect(traces[0]?.observations[0]?.parentId).toBeNull();
  }
});

it('keeps a span that is its own parent, and two that are each other’s', async () => {
  const other = 'ef'.repeat(8);
  const { traces } = await replay([
    exportOf(
      { parentSpanId: SPAN_ID },
      { spanId: other, parentSpanId: '12'.repeat(8) },
      { spanId: '12'.repeat(8), parentSpanId: other },
    ),
  ]);

  expect(traces[0]?.observations).toHaveLength(3);
});
