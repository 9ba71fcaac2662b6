import type { Bytes, TraceStore } from '@oriel/core';
import { ChangeFeed } from '../engine/change-feed.ts';
import { engineTraceStore } from '../engine/engine-trace-store.ts';
import { TraceEngine } from '../engine/trace-engine.ts';
import type { Connection } from './connection.ts';
import { followLog } from './follow-log.ts';
import type { LogFollower } from './follow-log.ts';
import { guardedStore } from './guarded-store.ts';
import { Hydration } from './hydration.ts';
import { IndexedDbLog } from './indexeddb-log.ts';
import type { IndexedDbEvent } from './store-event.ts';
import { TabChannel } from './tab-channel.ts';
import { TabTurns } from './tab-turns.ts';

export interface OpenTracesOptions {
  readonly name: string;
  readonly connection: Connection;
  readonly idKeys: readonly string[];
  readonly cacheBytes: Bytes;
  readonly onEvent: (event: IndexedDbEvent) => void;
  readonly onClosed: () => void;
}

export interface TracesMemoryUsage {
  /** Columns, dictionaries and indexes. */
  readonly structure: Bytes;
  /** Segments at hand. */
  readonly patches: Bytes;
}

export interface OpenedTraces {
  readonly traces: TraceStore;
  readonly whole: Promise<void>;
  readonly memoryUsage: () => TracesMemoryUsage;
}

/** The `TraceStore` contract over the segments of a database. Resolves when the newest traces can be listed. */
export async function openTraces(options: OpenTracesOptions): Promise<OpenedTraces> {
  const { name, connection, idKeys, cacheBytes, onEvent } = options;
  const log = new IndexedDbLog({
    connection,
    cacheBytes,
    onDamage: (lostPatches) => onEvent({ type: 'damaged', lostPatches }),
  });
  const engine = new TraceEngine({ log, idKeys });
  const feed = new ChangeFeed();
  const follow = () => followLog(follower);
  const turns = new TabTurns({
    lockName: `${name}: writing`,
    follow,
    onChanged: () => channel.tellGrown(),
  });
  const hydration = new Hydration({ connection, engine, log, feed, turns });
  const follower: LogFollower = {
    connection,
    engine,
    log,
    feed,
    onForgotten: (gone) => hydration.skip(gone),
  };

  await hydration.begin();
  const channel = new TabChannel(`${name}: grown`, () => {
    // What could not be read now is read with the next word, or before this tab writes.
    turns.takeAlone(follow).catch(() => undefined);
  });
  try {
    await hydration.readNewest();
  } catch (error) {
    channel.close();
    throw error;
  }
  const whole = hydration.readAll();
  // Calls that wait for it are told; nobody has to wait.
  whole.catch(() => undefined);

  const store = engineTraceStore({ engine, durable: true, turns, feed });
  let isClosed = false;
  return {
    traces: guardedStore(store, {
      whole,
      ended: connection.ended,
      async onClose() {
        if (isClosed) return;
        isClosed = true;
        hydration.stop();
        channel.close();
        await store.close();
        options.onClosed();
      },
    }),
    whole,
    memoryUsage: () => ({ structure: engine.memoryUsage, patches: log.memoryUsage }),
  };
}
