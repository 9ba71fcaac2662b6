import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { Patch } from '@oriel/core';
import { listQuery } from '../queries/list-query.ts';
import { keepFresh } from './keep-fresh.ts';

function traces(from: number, until: number, fields: object = {}): Patch[] {
  return Array.from({ length: until - from }, (_, index) => ({
    kind: 'trace' as const,
    id: `t${from + index}`,
    at: 1000 + from + index,
    timestamp: 1000 + from + index,
    isRecord: true,
    userId: `user-${from + index}`,
    sessionId: `session-${from + index}`,
    ...fields,
  }));
}

async function setup(view: 'traces' | 'sessions') {
  const store = referenceStore().traces;
  await store.write(traces(0, 100));
  const list = vi.spyOn(store, view === 'traces' ? 'listTraces' : 'listSessions');
  const client = new QueryClient();
  const stop = keepFresh(client, store);
  const observer = new InfiniteQueryObserver(client, listQuery(store, view, { limit: 10 }));
  const unwatch = observer.subscribe(() => {});
  const ids = () =>
    observer.getCurrentResult().data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];
  await vi.waitFor(() => expect(ids()).toHaveLength(10));
  for (let page = 1; page < 6; page += 1) {
    await observer.fetchNextPage();
    expect(ids()).toHaveLength(10 * (page + 1));
  }
  list.mockClear();
  return {
    store,
    list,
    ids,
    observer,
    end: () => {
      stop();
      unwatch();
      client.clear();
    },
  };
}

it('shows what is new and what changed with two reads, however many pages are loaded', async () => {
  const { store, list, ids, observer, end } = await setup('traces');
  await store.write([...traces(100, 103), ...traces(60, 61, { name: 'renamed', at: 5000 })]);
  await vi.waitFor(() => expect(ids()).toHaveLength(63));

  expect(ids().slice(0, 4)).toEqual(['t102', 't101', 't100', 't99']);
  const rows = observer.getCurrentResult().data?.pages.flatMap(({ items }) => items);
  expect(rows?.find(({ id }) => id === 't60')).toMatchObject({ name: 'renamed' });
  expect(list).toHaveBeenCalledTimes(2);
  end();
});

it('goes on where the list ended, and loses nothing', async () => {
  const { store, ids, observer, end } = await setup('traces');
  await store.write(traces(100, 120));
  await store.deleteTraces(['t70']);
  await vi.waitFor(() => expect(ids()).toHaveLength(79));
  while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage();

  expect(new Set(ids()).size).toBe(119);
  expect(ids()).toHaveLength(119);
  end();
});

it('begins anew when more came than a read holds', async () => {
  const { store, ids, end } = await setup('traces');
  await store.write(traces(1000, 2500));
  await vi.waitFor(() => expect(ids()[0]).toBe('t2499'));

  expect(ids()).toHaveLength(10);
  end();
});

it('knows that sessions are made of traces', async () => {
  const { store, list, ids, observer, end } = await setup('sessions');
  await store.write([
    ...traces(100, 101),
    { kind: 'trace', id: 'again', at: 1045, timestamp: 1045, isRecord: true, sessionId: 'session-44' },
  ]);
  await vi.waitFor(() => expect(ids()[0]).toBe('session-100'));

  const rows = observer.getCurrentResult().data?.pages.flatMap(({ items }) => items);
  expect(rows?.find(({ id }) => id === 'session-44')).toMatchObject({ traceCount: 2 });
  expect(list).toHaveBeenCalledTimes(2);
  end();
});
