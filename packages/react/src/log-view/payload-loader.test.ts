import { expect, it, vi } from 'vitest';
import { drawTrace, traceStructure } from '@oriel/core/testing';
import type { Observation, ObservationPayload } from '@oriel/core';
import { createPayloadLoader } from './payload-loader.ts';

const { observations } = traceStructure(drawTrace(`agent |=\n${'  tool |=\n'.repeat(120)}`));

function payload(id: string): ObservationPayload {
  return { id, input: id } as unknown as ObservationPayload;
}

/** Reads that are answered when told. */
function heldReads() {
  const held: {
    ids: readonly string[];
    answer: (payloads: readonly ObservationPayload[]) => void;
    fail: (error: Error) => void;
  }[] = [];
  const read = vi.fn<(ids: readonly string[]) => Promise<readonly ObservationPayload[]>>(
    (ids) => new Promise((answer, fail) => held.push({ ids, answer, fail })),
  );
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  return { held, read, turn };
}

const first = (count: number) => observations.slice(0, count);

it('reads in batches, one at a time, the first named first', async () => {
  const { held, read, turn } = heldReads();
  const loader = createPayloadLoader(read);

  loader.want(first(60));
  expect(held).toHaveLength(1);
  expect(held[0]?.ids).toHaveLength(50);
  held[0]?.answer(held[0].ids.map(payload));
  await turn();
  expect(loader.get(observations[0]?.id ?? '')).toMatchObject({ state: 'ready' });
  expect(held[1]?.ids).toHaveLength(10);
});

it('does not read what was scrolled past, nor anything twice', async () => {
  const { held, read, turn } = heldReads();
  const loader = createPayloadLoader(read);

  loader.want(observations.slice(0, 20));
  loader.want(observations.slice(40, 60));
  loader.want(observations.slice(80, 100));
  held[0]?.answer(held[0].ids.map(payload));
  await turn();
  expect(held[1]?.ids[0]).toBe(observations[80]?.id);
  held[1]?.answer(held[1].ids.map(payload));
  await turn();
  loader.want(observations.slice(80, 100));
  expect(held).toHaveLength(2);
});

it('tells what the store does not know from what could not be read, and reads that again when asked', async () => {
  const { held, read, turn } = heldReads();
  const loader = createPayloadLoader(read);
  const id = observations[0]?.id ?? '';

  loader.want(first(1));
  held[0]?.fail(new Error('down'));
  await turn();
  expect(loader.get(id)).toEqual({ state: 'failed', message: 'down' });

  loader.retry();
  held[1]?.answer([]);
  await turn();
  expect(loader.get(id)).toEqual({ state: 'missing' });
});

it('reads again what has ended since', async () => {
  const { held, read, turn } = heldReads();
  const loader = createPayloadLoader(read);
  const running = { ...observations[0], endTime: null } as Observation;

  loader.want([running]);
  held[0]?.answer([payload(running.id)]);
  await turn();
  loader.want([{ ...running }]);
  expect(held).toHaveLength(1);
  loader.want([{ ...running, endTime: 900 }]);
  expect(held).toHaveLength(2);
});
