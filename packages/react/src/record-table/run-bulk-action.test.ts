import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { RecordQuery, TraceStore } from '@oriel/core';
import { runBulkAction } from './run-bulk-action.ts';
import type { BulkAction, BulkState } from './run-bulk-action.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function setup(action: BulkAction, query: RecordQuery = {}) {
  const store: TraceStore = referenceStore().traces;
  await store.write(
    Array.from({ length: 120 }, (_, index) => ({
      kind: 'trace' as const,
      id: `t${index}`,
      at: 1000 + index,
      isRecord: true,
      environment: index % 2 === 0 ? 'production' : 'staging',
      tags: ['old'],
    })),
  );
  const states: BulkState[] = [];
  const stopping = new AbortController();
  const run = (onState = (state: BulkState) => void states.push(state)) =>
    runBulkAction({ store, query, action, onState, signal: stopping.signal });
  const ids = async () => (await store.listTraces({ limit: 1000 })).items.map(({ id }) => id);
  return { store, states, stop: () => stopping.abort(), run, ids };
}

const staging: RecordQuery = { filter: { field: 'environment', op: '=', value: 'staging' } };

it('deletes what was found, after the time to undo, and nothing that came later', async () => {
  const { store, states, run, ids } = await setup({ kind: 'delete' }, staging);
  const running = run();
  await vi.advanceTimersByTimeAsync(9000);
  expect(await ids()).toHaveLength(120);
  expect(states.at(-1)).toMatchObject({ kind: 'waiting', count: 60, secondsLeft: 1 });
  await store.write([{ kind: 'trace', id: 'late', at: 9, isRecord: true, environment: 'staging' }]);
  await vi.advanceTimersByTimeAsync(2000);
  await running;

  expect(states.filter(({ kind }) => kind === 'running')).toMatchObject([{ done: 0 }, { done: 50 }]);
  expect(states.at(-1)).toMatchObject({ kind: 'done', done: 60, total: 60 });
  expect(await ids()).toHaveLength(61);
  expect(await ids()).toContain('late');
});

it('does nothing when it is undone', async () => {
  const { run, stop, ids, states } = await setup({ kind: 'delete' });
  const running = run();
  await vi.advanceTimersByTimeAsync(5000);
  stop();
  await vi.advanceTimersByTimeAsync(20_000);
  await running;

  expect(await ids()).toHaveLength(120);
  expect(states.at(-1)?.kind).toBe('waiting');
});

it('stops between two batches, and says how far it got', async () => {
  const { run, stop, ids, states } = await setup({ kind: 'delete' });
  const running = run((state) => {
    states.push(state);
    if (state.kind === 'running' && state.done === 50) stop();
  });
  await vi.advanceTimersByTimeAsync(20_000);
  await running;

  expect(states.at(-1)).toMatchObject({ kind: 'done', done: 100, total: 120 });
  expect(await ids()).toHaveLength(20);
});

it('adds a tag to those that are there', async () => {
  const { store, run } = await setup({ kind: 'tag', tag: 'looked-at' }, staging);
  const running = run();
  await vi.advanceTimersByTimeAsync(20_000);
  await running;

  const { items } = await store.listTraces({ limit: 1000 });
  for (const { tags, environment } of items) {
    expect(tags).toEqual(environment === 'staging' ? ['looked-at', 'old'] : ['old']);
  }
});

it('says what failed', async () => {
  const { store, run, states } = await setup({ kind: 'delete' });
  vi.spyOn(store, 'deleteTraces').mockRejectedValue(new Error('disk full'));
  const running = run();
  await vi.advanceTimersByTimeAsync(20_000);
  await running;

  expect(states.at(-1)).toMatchObject({ kind: 'failed', message: 'disk full', done: 0, total: 120 });
});
