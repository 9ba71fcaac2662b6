import type { Bytes, TraceStore } from '@oriel/core';
import { ChangeFeed } from '../engine/change-feed.ts';
import { engineTraceStore } from '../engine/engine-trace-store.ts';
import { expiredTraces } from '../retention/expired-traces.ts';
import type { RetentionPolicy } from '../retention/expired-traces.ts';
import { retainedTraces } from '../retention/retained-traces.ts';
import { reserveCopies } from '../snapshot/reserve-copies.ts';
import { takeSnapshot } from '../snapshot/take-snapshot.ts';
import { compactLog } from './compact-log.ts';
import type { Connection } from './connection.ts';
import { followLog } from './follow-log.ts';
import type { LogFollower } from './follow-log.ts';
import { guardedStore } from './guarded-store.ts';
import { Hydration } from './hydration.ts';
import { IndexedDbLog } from './indexeddb-log.ts';
import { restoreReserve } from './reserve.ts';
import { restoreEngine } from './restore-engine.ts';
import { snapshotEnd, writeSnapshot } from './snapshot-records.ts';
import { nextTask } from './next-task.ts';
import type { IndexedDbEvent } from './store-event.ts';
import { TabChannel } from './tab-channel.ts';
import { TabTurns } from './tab-turns.ts';
import { Upkeep } from './upkeep.ts';

/** So many patches are quicker folded when opening than a snapshot is written for them. */
const SNAPSHOT_AFTER = 5000;
/** And a snapshot that lacks no more than this share of the log is good enough. */
const SNAPSHOT_SHARE = 0.1;

/** Traces that retention forgets in one change, so that others need not wait long. */
const DELETED_AT_ONCE = 1000;

export interface OpenTracesOptions {
  readonly name: string;
  readonly connection: Connection;
  readonly idKeys: readonly string[];
  readonly cacheBytes: Bytes;
  readonly retention: RetentionPolicy | undefined;
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
  const { name, connection, idKeys, cacheBytes, retention, onEvent } = options;
  const log = new IndexedDbLog({
    connection,
    cacheBytes,
    onDamage: (lostPatches) => onEvent({ type: 'damaged', lostPatches }),
  });
  const { engine, nextRef } = await restoreEngine({ connection, log, idKeys, onEvent });
  const feed = new ChangeFeed();
  const follow = () => followLog(follower);
  const turns = new TabTurns({
    lockName: `${name}: writing`,
    follow,
    onChanged() {
      channel.tellGrown();
      upkeep.poke();
    },
  });
  const hydration = new Hydration({ connection, engine, log, feed, turns });
  const follower: LogFollower = {
    connection,
    engine,
    log,
    feed,
    onForgotten: (gone) => hydration.skip(gone),
  };

  await hydration.begin(nextRef);
  const channel = new TabChannel(`${name}: grown`, () => {
    // What could not be read now is read with the next word, or before this tab writes.
    turns.takeAlone(follow).catch(() => undefined);
    upkeep.poke();
  });
  const upkeep = new Upkeep({
    lockName: `${name}: tidying up`,
    onFailed(error) {
      if (connection.ended() === null) onEvent({ type: 'upkeep-failed', error });
    },
    chores: [
      () => whole,
      async () => {
        if (retention === undefined) return;
        const traces = retainedTraces(engine, (refs) => log.bytesOf(refs));
        const expired = expiredTraces(retention, traces, Date.now());
        for (let at = 0; at < expired.length; at += DELETED_AT_ONCE) {
          await store.deleteTraces(expired.slice(at, at + DELETED_AT_ONCE));
        }
      },
      async () => {
        const changed = await compactLog(connection, () => upkeep.isOver);
        if (changed) await turns.takeAlone(() => log.refreshDirectory());
      },
      () => restoreReserve(connection),
      async () => {
        const missing = log.position - (await snapshotEnd(connection));
        if (missing < Math.max(SNAPSHOT_AFTER, log.position * SNAPSHOT_SHARE)) return;
        const copy = await reserveCopies(engine, nextTask);
        const snapshot = await turns.takeAlone(async () => takeSnapshot(engine, log.position, copy));
        await writeSnapshot(connection, snapshot);
      },
    ],
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
  upkeep.poke();

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
        await upkeep.stop();
        await store.close();
        options.onClosed();
      },
    }),
    whole,
    memoryUsage: () => ({ structure: engine.memoryUsage, patches: log.memoryUsage }),
  };
}
