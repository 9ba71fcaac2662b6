import type { Milliseconds, TraceChange, TraceId } from '@oriel/core';
import { printChangeEvent, STILL_ALIVE } from '@oriel/core/protocol';
import type { ChangeHub, NumberedChange } from './change-hub.ts';

/** How often a connection on which nothing happens says that it is alive; proxies end those that say nothing for a minute. */
const HEARTBEAT: Milliseconds = 15_000;
/** Most ids in one event: neighbouring changes are told as one as long as it stays small. */
const MAX_IDS = 1000;

export interface ChangeStreamOptions {
  readonly hub: ChangeHub;
  /** Where the last connection ended; `null` for a first one. */
  readonly lastEventId: string | null;
  /** Ends the stream: what let its reader in is over. */
  readonly end: AbortSignal;
}

/** Changes as server-sent events, made as fast as they are read. */
export function changeStream({ hub, lastEventId, end }: ChangeStreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const cancelling = new AbortController();
  const over = AbortSignal.any([end, cancelling.signal]);
  const known = lastEventId === null ? hub.lastPlace : hub.placeOf(lastEventId);
  let place = known ?? hub.lastPlace;
  const first = [
    printChangeEvent(hub.printPlace(place), 'ready'),
    ...(known === null ? [printChangeEvent(hub.printPlace(place), 'reset')] : []),
  ];

  /** The next thing to say; `null` at the end. */
  async function next(): Promise<string | null> {
    for (;;) {
      if (over.aborted) return null;
      const news = hub.after(place);
      if (news === null) {
        place = hub.lastPlace;
        return printChangeEvent(hub.printPlace(place), 'reset');
      }
      const event = joinNeighbours(news);
      if (event) {
        place = event.number;
        return printChangeEvent(hub.printPlace(place), event.change);
      }
      if (hub.isClosed) return null;
      const before = place;
      await orHeartbeat(hub, over);
      if (hub.lastPlace === before && !over.aborted && !hub.isClosed) return STILL_ALIVE;
    }
  }

  hub.connections += 1;
  const finish = () => {
    if (cancelling.signal.aborted) return;
    cancelling.abort();
    hub.connections -= 1;
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const text = first.length > 0 ? first.splice(0).join('') : await next();
      if (text !== null) return controller.enqueue(encoder.encode(text));
      finish();
      controller.close();
    },
    cancel: finish,
  });
}

/** Neighbouring changes of one kind as one. */
function joinNeighbours(news: readonly NumberedChange[]): NumberedChange | null {
  const [first] = news;
  if (!first) return null;
  const { type } = first.change;
  const traceIds = new Set<TraceId>();
  let { number } = first;
  for (const { change, number: own } of news) {
    const isFull = traceIds.size > 0 && traceIds.size + change.traceIds.length > MAX_IDS;
    if (change.type !== type || isFull) break;
    for (const id of change.traceIds) traceIds.add(id);
    number = own;
  }
  const change: TraceChange = { type, traceIds: [...traceIds] };
  return { number, change };
}

/** Waits for news, for as long as a connection may say nothing. */
async function orHeartbeat(hub: ChangeHub, over: AbortSignal): Promise<void> {
  const resting = new AbortController();
  const timer = setTimeout(() => resting.abort(), HEARTBEAT);
  await hub.next(AbortSignal.any([over, resting.signal]));
  clearTimeout(timer);
}
