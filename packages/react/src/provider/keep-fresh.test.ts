import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AggregateAnswer, AggregateQuery, TraceChange, TraceStore, TraceStructure } from '@oriel/core';
import { aggregateQuery } from '../queries/aggregate-query.ts';
import { traceQuery } from '../queries/trace-query.ts';
import { keepFresh } from './keep-fresh.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setup(readTrace: () => Promise<TraceStructure | null>) {
  const listeners = new Set<(change: TraceChange) => void>();
  const read = vi.fn<() => Promise<TraceStructure | null>>(readTrace);
  const store = {
    readTrace: read,
    resolveTraceId: () => Promise.resolve(null),
    subscribe: (listener: (change: TraceChange) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as TraceStore;
  const client = new QueryClient();
  const stop = keepFresh(client, store);
  const unwatch = new QueryObserver(client, traceQuery(store, 'a')).subscribe(() => {});
  return {
    client,
    store,
    read,
    change: (...traceIds: string[]) => {
      for (const tell of listeners) tell({ type: 'traces-written', traceIds });
    },
    end: () => {
      stop();
      unwatch();
      client.clear();
    },
  };
}

const known = { trace: { id: 'a' }, observations: [], scores: [] } as unknown as TraceStructure;

it('reads a trace again after it changed, and only then', async () => {
  const { read, change, end } = setup(() => Promise.resolve(known));
  await vi.advanceTimersByTimeAsync(50);

  change('b');
  await vi.advanceTimersByTimeAsync(500);
  expect(read).toHaveBeenCalledTimes(1);
  change('a');
  await vi.advanceTimersByTimeAsync(500);
  expect(read).toHaveBeenCalledTimes(2);
  end();
});

it('reads a busy trace a few times a second, not once per write', async () => {
  const { read, change, end } = setup(() => Promise.resolve(known));
  for (let writes = 0; writes < 100; writes += 1) {
    change('a');
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(500);

  expect(read.mock.calls.length).toBeGreaterThan(5);
  expect(read.mock.calls.length).toBeLessThan(15);
  end();
});

it('reads once more when a change came while it was reading', async () => {
  const { read, change, end } = setup(
    () =>
      new Promise((resolve) => {
        setTimeout(() => resolve(known), 300);
      }),
  );
  await vi.advanceTimersByTimeAsync(100);
  change('a');
  await vi.advanceTimersByTimeAsync(2000);

  expect(read).toHaveBeenCalledTimes(2);
  end();
});

it('asks for numbers over many records about once a second, whatever is written', async () => {
  const { client, store, change, end } = setup(() => Promise.resolve(known));
  const aggregate = vi.fn<() => Promise<AggregateAnswer>>(() => Promise.resolve({ rows: [], groupCount: 1 }));
  const counting = Object.assign(store, { aggregate });
  const query: AggregateQuery = { view: 'scores', measures: [{ aggregate: 'count' }] };
  const unwatch = new QueryObserver(client, aggregateQuery(counting, query)).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(50);

  for (let writes = 0; writes < 400; writes += 1) {
    change(`trace-${writes}`);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1500);
  expect(aggregate.mock.calls.length).toBeGreaterThan(4);
  expect(aggregate.mock.calls.length).toBeLessThan(8);

  // A score without a trace changes no trace, and numbers all the same.
  const before = aggregate.mock.calls.length;
  change();
  await vi.advanceTimersByTimeAsync(1500);
  expect(aggregate).toHaveBeenCalledTimes(before + 1);
  unwatch();
  end();
});

it('rests longer the longer the numbers take', async () => {
  const { client, store, change, end } = setup(() => Promise.resolve(known));
  const aggregate = vi.fn<() => Promise<AggregateAnswer>>(
    () =>
      new Promise((resolve) => {
        setTimeout(() => resolve({ rows: [], groupCount: 1 }), 1000);
      }),
  );
  const slow = Object.assign(store, { aggregate });
  const query: AggregateQuery = { view: 'traces', measures: [{ aggregate: 'count' }] };
  const unwatch = new QueryObserver(client, aggregateQuery(slow, query)).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1100);

  for (let writes = 0; writes < 200; writes += 1) {
    change('a');
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(aggregate.mock.calls.length).toBeGreaterThan(3);
  expect(aggregate.mock.calls.length).toBeLessThan(7);
  unwatch();
  end();
});
