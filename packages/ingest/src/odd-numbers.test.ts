import { expect, it } from 'vitest';
import type { JsonObject } from '@oriel/core';
import { exportOf, spanEvent } from './recordings/hand-made-requests.ts';
import { replay } from './recordings/replay.ts';
import type { RawPayload } from './parse-payload.ts';

async function onlyObservation(request: RawPayload) {
  const { traces, rejected } = await replay([request]);
  expect(rejected).toEqual([]);
  const observation = traces[0]?.observations[0];
  return { observation, trace: traces[0]?.trace, payload: traces[0]?.payloads.get(observation?.id ?? '') };
}

/** Nanoseconds of a point in time, as digits. */
const nanos = (iso: string) => `${Date.parse(iso)}000000`;

it('takes an end before the start for an end at the start', async () => {
  const start = '2025-01-31T12:00:10Z';
  const end = '2025-01-31T12:00:00Z';
  const span = exportOf({ startTimeUnixNano: nanos(start), endTimeUnixNano: nanos(end) });
  for (const request of [span, spanEvent({ startTime: start, endTime: end })]) {
    const { observation, trace } = await onlyObservation(request);
    expect(observation).toMatchObject({ startTime: Date.parse(start), endTime: Date.parse(start) });
    expect(trace?.latency).toBe(0);
  }
});

it.each([
  ['1970', '1970-01-01T00:00:01Z'],
  ['before 2000', '1999-12-31T23:59:59Z'],
  ['years ahead', '2199-01-01T00:00:00Z'],
  ['9999', '9999-12-31T23:59:59Z'],
])('keeps times of %s as they were sent', async (_, iso) => {
  const event = await onlyObservation(spanEvent({ startTime: iso, endTime: iso }));
  expect(event.observation).toMatchObject({ startTime: Date.parse(iso), endTime: Date.parse(iso) });
  const span = await onlyObservation(
    exportOf({ startTimeUnixNano: nanos(iso), endTimeUnixNano: nanos(iso) }),
  );
  expect(span.observation).toMatchObject({ startTime: Date.parse(iso), endTime: Date.parse(iso) });
});

it('gives a span without times the time of its arrival', async () => {
  const before = Date.now();
  const { observation } = await onlyObservation(
    exportOf({ startTimeUnixNano: '0', endTimeUnixNano: 'soon' }),
  );

  expect(observation?.startTime).toBeGreaterThanOrEqual(before);
  expect(observation?.endTime).toBeNull();
});

it.each([
  '1969-12-31',
  '2025-13-01T00:00:00Z',
  '2025-01-31T12:00:00',
  'yesterday',
  '+275760-09-13T00:00:00.001Z',
])('rejects an event whose time is %s', async (startTime) => {
  const { rejected } = await replay([spanEvent({ startTime })]);

  expect(rejected).toEqual([
    { where: expect.stringContaining('batch[0]'), reason: expect.stringContaining('startTime') },
  ]);
});

async function attributeOf(value: JsonObject) {
  const { payload } = await onlyObservation(exportOf({ attributes: [{ key: 'number', value }] }));
  const attributes = payload?.metadata['attributes'] as JsonObject | undefined;
  return attributes?.['number'];
}

it('keeps 64-bit integers exactly: as numbers up to 2^53, as digits beyond', async () => {
  expect(await attributeOf({ intValue: '9007199254740991' })).toBe(2 ** 53 - 1);
  expect(await attributeOf({ intValue: '9007199254740993' })).toBe('9007199254740993');
  expect(await attributeOf({ intValue: '-9223372036854775808' })).toBe('-9223372036854775808');
  expect(await attributeOf({ intValue: { low: -1, high: 0x7fffffff } })).toBe('9223372036854775807');
});

it('spells numbers that JSON does not have', async () => {
  expect(await attributeOf({ doubleValue: 'NaN' })).toBe('NaN');
  expect(await attributeOf({ doubleValue: '-Infinity' })).toBe('-Infinity');
  const tooLarge =
    '{"batch":[{"id":"e","type":"span-create","timestamp":"2025-01-31T12:00:00Z","body":{"id":"s","traceId":"t","input":[1e999]}}]}';
  const { payload } = await onlyObservation({ body: new TextEncoder().encode(tooLarge) });
  expect(payload?.input).toEqual(['Infinity']);
});

it('counts no tokens that are negative or no number', async () => {
  const counts = { input: -5, output: 'many', total: 7, cached: Number.MAX_VALUE };
  const { observation } = await onlyObservation({
    ...spanEvent({}),
    body: new TextEncoder().encode(
      JSON.stringify({
        batch: [
          {
            id: 'e',
            type: 'generation-create',
            timestamp: '2025-01-31T12:00:00Z',
            body: { id: 'g', traceId: 't', usageDetails: counts },
          },
        ],
      }),
    ),
  });

  expect(Object.values(observation?.usage ?? {}).every((count) => Number.isFinite(count) && count >= 0)).toBe(
    true,
  );
});
