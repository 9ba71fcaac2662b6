import type { ChangeFeed } from '../engine/change-feed.ts';
import type { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { readForgotten } from '../segments/forgotten.ts';
import type { Forgotten } from '../segments/forgotten.ts';
import type { Connection } from './connection.ts';
import type { IndexedDbLog } from './indexeddb-log.ts';
import { readLogFrom } from './read-log.ts';
import type { LogEntry } from './read-log.ts';

export interface LogFollower {
  readonly connection: Connection;
  readonly engine: TraceEngine;
  readonly log: IndexedDbLog;
  readonly feed: ChangeFeed;
  /** Called with each deletion of another tab, before its traces are dropped. */
  readonly onForgotten: (forgotten: Forgotten) => void;
}

/** Folds in what other tabs have written since this one last looked, and tells its subscribers. */
export async function followLog(follower: LogFollower): Promise<void> {
  const { connection, log } = follower;
  for (;;) {
    const { entries, end } = await readLogFrom(connection, log.position);
    for (const entry of entries) {
      await fold(follower, entry);
      log.position = entry.type === 'segment' ? entry.entry.first + entry.entry.count : entry.ref + 1;
    }
    if (end === log.position && entries.length === 0) return;
    log.position = end;
  }
}

async function fold({ engine, log, feed, onForgotten }: LogFollower, entry: LogEntry): Promise<void> {
  if (entry.type === 'segment') {
    log.list(entry.entry);
    const block = log.open(entry.entry, entry.bytes);
    if (block !== null) feed.announce('traces-written', await replayBlock(engine, block, log.position));
    return;
  }
  const block = Block.open(entry.bytes);
  const forgotten = block && readForgotten(block);
  if (!forgotten) return;
  onForgotten(forgotten);
  feed.announce('traces-deleted', engine.replayForget(forgotten.traceIds));
}

/** Folds in the patches of a block from a ref on, before another, but those that are skipped. */
export function replayBlock(
  engine: TraceEngine,
  block: Block,
  from: PatchRef,
  end: PatchRef = Infinity,
  isSkipped: (ref: PatchRef) => boolean = () => false,
) {
  const { firstRef, count } = block.head;
  const patches = Array.from({ length: count }, (_, place) => {
    const ref = firstRef + place;
    return ref < from || ref >= end || isSkipped(ref) ? undefined : block.patch(place);
  });
  return engine.replay(patches, firstRef);
}
