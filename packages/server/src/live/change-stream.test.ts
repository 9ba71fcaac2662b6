import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { TraceChange, TraceStore } from '@oriel/core';
import { readChangeEvent } from '@oriel/core/protocol';
import { ChangeHub } from './change-hub.ts';
import { changeStream } from './change-stream.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store of which nothing is needed but that it tells. */
function talkingStore() {
  let listener: (change: TraceChange) => void = () => undefined;
  const traces: TraceStore = {
    ...referenceStore().traces,
    subscribe(listen) {
      listener = listen;
      return () => (listener = () => undefined);
    },
  };
  const write = (...traceIds: string[]) => listener({ type: 'traces-written', traceIds });
  const erase = (...traceIds: string[]) => listener({ type: 'traces-deleted', traceIds });
  return { hub: new ChangeHub(traces), write, erase };
}

/** A connection, read event by event. */
function connect(hub: ChangeHub, lastEventId: string | null = null, end = new AbortController().signal) {
  const reader = changeStream({ hub, lastEventId, end }).getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    const { value } = await reader.read();
    return value ? decoder.decode(value) : null;
  };
  return {
    read,
    /** What the next piece says, with the id of its last event. */
    next: async () => {
      const text = (await read()) ?? '';
      const events = text
        .split('\n\n')
        .filter((part) => part.startsWith('event: '))
        .map((part) => {
          const [, event, data = ''] = /^event: (\w+)\nid: .*\ndata: (.*)$/.exec(part) ?? [];
          return readChangeEvent({ event, data });
        });
      return { events, id: [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? null };
    },
    close: () => reader.cancel(),
  };
}

const written = (...traceIds: string[]) => ({ type: 'traces-written', traceIds });

it('tells what changes after the connection is ready', async () => {
  const { hub, write, erase } = talkingStore();
  write('before');
  const { next, close } = connect(hub);
  expect((await next()).events).toEqual(['ready']);
  const coming = next();
  write('a');
  expect((await coming).events).toEqual([written('a')]);
  erase('a');
  expect((await next()).events).toEqual([{ type: 'traces-deleted', traceIds: ['a'] }]);
  await close();
  expect(hub.connections).toBe(0);
});

it('goes on after the last event of the connection before', async () => {
  const { hub, write, erase } = talkingStore();
  const first = connect(hub);
  await first.next();
  write('a');
  const { id } = await first.next();
  await first.close();
  write('b');
  write('c', 'b');
  erase('c');
  write('d');
  const second = connect(hub, id);
  expect(await second.next()).toEqual({ events: ['ready'], id });
  // Neighbours of one kind come as one.
  expect((await second.next()).events).toEqual([written('b', 'c')]);
  expect((await second.next()).events).toEqual([{ type: 'traces-deleted', traceIds: ['c'] }]);
  expect((await second.next()).events).toEqual([written('d')]);
});

it.each<[string, (position: string) => string]>([
  ['of another process', () => '0d7a3f0e-0000-4000-8000-000000000000.1'],
  ['of the future', (position) => position.replace(/\d+$/, '999')],
  ['that is none', () => 'x'],
  ['that is a number in another way', (position) => position.replace(/\d+$/, '0x1')],
  ['of an endless number', (position) => `${position}${'0'.repeat(400)}`],
])('tells a reader that comes with an id %s to read again', async (_, change) => {
  const { hub, write } = talkingStore();
  write('a');
  const { next } = connect(hub, change(hub.position()));
  expect(await next()).toEqual({ events: ['ready', 'reset'], id: hub.position() });
});

it('tells a reader that was away too long to read again', async () => {
  const { hub, write } = talkingStore();
  const position = hub.position();
  for (let batch = 0; batch < 30; batch += 1) {
    write(...Array.from({ length: 1000 }, (__, index) => `${batch}-${index}`));
  }
  expect((await connect(hub, position).next()).events).toEqual(['ready', 'reset']);
});

it('keeps nothing for a reader that is too slow, and tells it to read again', async () => {
  const { hub, write } = talkingStore();
  const { next } = connect(hub);
  await next();
  for (let batch = 0; batch < 50; batch += 1) {
    write(...Array.from({ length: 1000 }, (__, index) => `${batch}-${index}`));
  }
  expect(await next()).toEqual({ events: ['reset'], id: hub.position() });
});

it('says that it is alive when nothing happens', async () => {
  const { hub } = talkingStore();
  const { read, next, close } = connect(hub);
  await next();
  const waiting = read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await waiting).toMatch(/^: .*\n\n$/);
  await close();
});

it('ends when what let its reader in is over, and when the store is closed to it', async () => {
  const { hub } = talkingStore();
  const over = new AbortController();
  const [expired, closed] = [connect(hub, null, over.signal), connect(hub)];
  await Promise.all([expired.next(), closed.next()]);
  const ends = [expired.read(), closed.read()];
  over.abort();
  hub.close();
  expect(await Promise.all(ends)).toEqual([null, null]);
  expect(hub.connections).toBe(0);
});
