import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import type { TraceChange } from '@oriel/core';
import type { ConnectionEvent } from './http-store-options.ts';
import { storeAnswered, unreachable, value } from './testing/scripted-server.ts';
import type { Answer } from './testing/scripted-server.ts';

let random: MockInstance<() => number>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  random.mockRestore();
});

const PAGE = { items: [], nextCursor: null };

describe('live changes', () => {
  const changed = (id: string, ...traceIds: string[]) =>
    `event: change\nid: ${id}\ndata: ${JSON.stringify({ type: 'traces-written', traceIds })}\n\n`;
  const READY = 'event: ready\nid: p.0\ndata: {}\n\n';

  /** A connection that says these and ends, or stays. */
  const stream =
    (text: string, { ends = true } = {}): Answer =>
    () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(text));
          if (ends) controller.close();
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    };

  async function subscribed(answers: readonly Answer[]) {
    const events: ConnectionEvent['type'][] = [];
    const opened = await storeAnswered(answers, { onConnection: ({ type }) => events.push(type) });
    const told: TraceChange[] = [];
    return { ...opened, events, told, listen: (change: TraceChange) => void told.push(change) };
  }

  const positions = (requests: readonly Request[]) =>
    requests.map(({ headers }) => headers.get('last-event-id'));

  it('go on after the last one when the connection is lost', async () => {
    const { traces, requests, events, told, listen } = await subscribed([
      stream(READY + changed('p.1', 'a')),
      unreachable,
      unreachable,
      stream(READY.replace('p.0', 'p.1') + changed('p.2', 'b'), { ends: false }),
    ]);
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
    // 0.75, 1.5 and 3 s: longer each time, half of it random.
    for (const [wait, count] of [
      [749, 1],
      [1, 2],
      [1499, 2],
      [1, 3],
      [2999, 3],
      [1, 4],
    ] as const) {
      await vi.advanceTimersByTimeAsync(wait);
      expect(requests).toHaveLength(count);
    }
    expect(positions(requests)).toEqual(['p.0', 'p.1', 'p.1', 'p.1']);
    expect(told.flatMap(({ traceIds }) => traceIds)).toEqual(['a', 'b']);
    expect(events).toEqual(['live', 'lost', 'lost', 'lost', 'live']);
    end();
  });

  it('begin where the last answer stood, so that nothing is missed between', async () => {
    const { traces, requests, listen } = await subscribed([
      value(PAGE, { 'oriel-position': 'p.7' }),
      stream(READY, { ends: false }),
    ]);
    await traces.listTraces();
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(positions(requests)).toEqual([null, 'p.7']);
    end();
  });

  it('tell that everything that was shown may have changed when too much happened', async () => {
    const { traces, events, told, listen } = await subscribed([
      value({ items: [{ id: 'a' }, { id: 'b' }], nextCursor: null }),
      value({ items: [{ id: 'o', traceId: 'c' }], nextCursor: null }),
      stream(`${READY}event: reset\nid: q.9\ndata: {}\n\n`, { ends: false }),
    ]);
    await traces.listTraces();
    await traces.listObservations();
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual(['live', 'fell-behind']);
    expect(told).toEqual([{ type: 'traces-written', traceIds: ['a', 'b', 'c'] }]);
    end();
  });

  it('share one connection, which ends with the last subscriber and with the store', async () => {
    const { traces, requests, told, listen } = await subscribed([
      stream(READY + changed('p.1', 'a'), { ends: false }),
      stream(READY, { ends: false }),
    ]);
    const ends = [traces.subscribe(listen), traces.subscribe(listen)];
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
    expect(told).toHaveLength(2);
    for (const end of ends) end();
    expect(requests[0]?.signal.aborted).toBe(true);
    traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(positions(requests)).toEqual(['p.0', 'p.1']);
    await traces.close();
    expect(requests[1]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(2);
  });

  it('are connected to again when the server says nothing for a minute', async () => {
    const { traces, requests, listen } = await subscribed([
      stream(READY, { ends: false }),
      stream(READY, { ends: false }),
    ]);
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(requests).toHaveLength(2);
    end();
  });
});
