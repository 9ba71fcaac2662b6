import { describe, expect, it } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { parsePayload } from './parse-payload.ts';

/** What people see of traces whose parts come late, from elsewhere, or never. */

const TRACE_ID = 'ab'.repeat(16);

interface SentSpan {
  readonly id: number;
  readonly parent?: number;
  readonly name: string;
  /** Seconds. */
  readonly start?: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

function exportOf(...spans: readonly SentSpan[]): JsonObject {
  return {
    resourceSpans: [
      {
        scopeSpans: [
          {
            spans: spans.map(({ id, parent, name, start = id, attributes = {} }) => ({
              traceId: TRACE_ID,
              spanId: spanId(id),
              ...(parent !== undefined && { parentSpanId: spanId(parent) }),
              name,
              startTimeUnixNano: `${start}000000000`,
              endTimeUnixNano: `${start + 1}000000000`,
              attributes: Object.entries(attributes).map(([key, value]) => ({
                key,
                value: { stringValue: value },
              })),
            })),
          },
        ],
      },
    ],
  };
}

function logOf(id: number, content: string): JsonObject {
  return {
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              {
                traceId: TRACE_ID,
                spanId: spanId(id),
                timeUnixNano: '1500000000',
                eventName: 'gen_ai.user.message',
                body: { kvlistValue: { values: [{ key: 'content', value: { stringValue: content } }] } },
              },
            ],
          },
        ],
      },
    ],
  };
}

function spanId(id: number): string {
  return String(id).padStart(16, '0');
}

/** Sends bodies one after the other and opens the trace. */
async function opened(...bodies: readonly JsonValue[]) {
  const { traces: store } = referenceStore();
  for (const body of bodies) {
    const { patches } = await parsePayload({ body: new TextEncoder().encode(JSON.stringify(body)) });
    await store.write(patches);
  }
  const structure = await store.readTrace(TRACE_ID);
  if (structure === null) throw new Error('The trace does not open.');
  const { trace, observations } = await store.readPayloads({
    traceId: TRACE_ID,
    observationIds: structure.observations.map(({ id }) => id),
  });
  return { ...structure, payload: trace, payloads: observations };
}

/** The same bodies first to last and last to first. */
async function openedBothWays(...bodies: readonly JsonValue[]) {
  const opening = await opened(...bodies);
  expect(await opened(...bodies.toReversed())).toEqual(opening);
  return opening;
}

describe('the name, input and output of a trace', () => {
  const PAYLOAD = { 'gen_ai.tool.call.arguments': '{"first":1}', 'gen_ai.tool.call.result': '"done"' };

  it('are those of its earliest root, whatever joins as a root later', async () => {
    const { trace, payload } = await openedBothWays(
      exportOf({ id: 1, name: 'checkout', attributes: PAYLOAD }),
      exportOf({ id: 2, name: 'worker', attributes: { 'gen_ai.tool.call.arguments': '{"late":1}' } }),
    );

    expect(trace.name).toBe('checkout');
    expect(payload).toMatchObject({ input: { first: 1 }, output: '"done"' });
  });

  it('are what was said of the trace itself, on whichever span', async () => {
    const { trace, payload } = await openedBothWays(
      exportOf({ id: 1, name: 'checkout', attributes: PAYLOAD }),
      exportOf({
        id: 2,
        parent: 1,
        name: 'child',
        attributes: { 'langfuse.trace.name': 'Order', 'langfuse.trace.input': 'asked' },
      }),
    );

    expect(trace.name).toBe('Order');
    expect(payload).toMatchObject({ input: 'asked' });
  });
});

it('collects what is said of a trace over all its spans', async () => {
  const { trace } = await openedBothWays(
    exportOf({ id: 1, name: 'root' }),
    exportOf({ id: 2, parent: 1, name: 'a', attributes: { 'user.id': 'u', 'langfuse.trace.tags': '["x"]' } }),
    exportOf({
      id: 3,
      parent: 2,
      name: 'b',
      attributes: { 'session.id': 's', 'langfuse.trace.tags': '["y"]' },
    }),
  );

  expect(trace).toMatchObject({ userId: 'u', sessionId: 's', tags: ['x', 'y'] });
});

it('shows spans whose parent never comes', async () => {
  const { trace, observations } = await openedBothWays(
    exportOf({ id: 2, parent: 1, name: 'orphan' }),
    exportOf({ id: 3, parent: 2, name: 'child' }),
  );

  expect(observations.map(({ name }) => name)).toEqual(['orphan', 'child']);
  expect(trace.name).toBe('orphan');
});

it('joins log records to their span, whichever comes first', async () => {
  const { observations, payloads } = await openedBothWays(logOf(1, 'hi'), exportOf({ id: 1, name: 'chat' }));

  expect(observations).toMatchObject([{ name: 'chat', startTime: 1000, endTime: 2000 }]);
  expect(payloads).toMatchObject([{ input: [{ role: 'user', content: 'hi' }] }]);
});

it('puts the instructions of a span in front of what its logs say', async () => {
  const span = exportOf({ id: 1, name: 'chat', attributes: { 'gen_ai.system_instructions': 'be brief' } });
  const { payloads } = await openedBothWays(logOf(1, 'hi'), span);

  expect(payloads).toMatchObject([
    {
      input: [
        { role: 'system', content: 'be brief' },
        { role: 'user', content: 'hi' },
      ],
    },
  ]);
});

it('opens a trace of which only logs have come', async () => {
  const { observations, payloads } = await opened(logOf(1, 'hi'));

  expect(observations).toMatchObject([{ id: spanId(1), startTime: 1500 }]);
  expect(payloads).toMatchObject([{ input: [{ role: 'user', content: 'hi' }] }]);
});

it('opens a trace of which only a score has come', async () => {
  const body = { id: 's', traceId: TRACE_ID, name: 'helpful', value: 1 };
  const event = { id: 'e', type: 'score-create', timestamp: '1970-01-01T00:00:01.000Z', body };
  const { trace, observations } = await opened({ batch: [event] });

  expect(trace.id).toBe(TRACE_ID);
  expect(observations).toEqual([]);
});
