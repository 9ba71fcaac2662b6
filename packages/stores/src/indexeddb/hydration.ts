import type { Bytes } from '@oriel/core';
import type { ChangeFeed } from '../engine/change-feed.ts';
import type { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import type { Forgotten } from '../segments/forgotten.ts';
import { readForgotten } from '../segments/forgotten.ts';
import { RefSet } from '../segments/ref-set.ts';
import type { Connection } from './connection.ts';
import { replayBlock } from './follow-log.ts';
import type { IndexedDbLog } from './indexeddb-log.ts';
import { listSegments, readHead, readSegments } from './log-records.ts';
import { readDeletions } from './read-log.ts';
import { STORES } from './schema.ts';
import type { SegmentEntry } from './segment-directory.ts';
import type { TabTurns } from './tab-turns.ts';

/** How much is read and folded in one turn: what is written meanwhile waits no longer than that takes. */
const STEP_BYTES: Bytes = 2 * 1024 * 1024;
/** So many of the newest patches fill the first page of a list: 50 traces of 40. */
const NEWEST_PATCHES = 2000;

export interface HydrationOptions {
  readonly connection: Connection;
  readonly engine: TraceEngine;
  readonly log: IndexedDbLog;
  readonly feed: ChangeFeed;
  readonly turns: TabTurns;
}

/**
 * Makes the columns of a log that is opened, the newest segments first: the merge rules give the same records in any
 * order. Other changes go on between the steps.
 *
 *     ░░░░░░░░░░ from ──────────────────────── upper ████████████ head ▓▓▓▓▓▓▓▓▓▓▓▓
 *     in a snapshot   still to be read               read              written meanwhile
 */
export class Hydration {
  readonly #options: HydrationOptions;
  readonly #forgotten = new RefSet();
  #from: PatchRef = 0;
  #upper: PatchRef = 0;
  /** Patches read so far. */
  #read = 0;
  #isOver = false;

  constructor(options: HydrationOptions) {
    this.#options = options;
  }

  /**
   * Learns what there is to read. Called once, before anything else. Everything before `from` is in the columns
   * already.
   */
  async begin(from: PatchRef): Promise<void> {
    const { connection, engine, log } = this.#options;
    this.#from = from;
    const stores = [STORES.segments, STORES.deletions, STORES.head];
    await connection.read({ stores, failure: 'The log was not opened' }, async (transaction) => {
      const [head, segments] = await Promise.all([readHead(transaction), listSegments(transaction)]);
      for (const { bytes } of await readDeletions(transaction, from, head)) {
        const block = Block.open(bytes);
        const forgotten = block && readForgotten(block);
        if (!forgotten) continue;
        this.skip(forgotten);
        engine.replayForget(forgotten.traceIds);
      }
      log.directory.replaceAll(segments);
      log.position = head;
      this.#upper = head;
    });
  }

  /** Leaves out what is forgotten from now on, too. */
  skip({ refs }: Forgotten): void {
    for (const ref of refs) this.#forgotten.add(ref);
  }

  /** Reads on until the newest page can be shown. */
  async readNewest(): Promise<void> {
    while (this.#upper > this.#from && this.#read < NEWEST_PATCHES) await this.#step();
  }

  /** Reads all the rest. */
  async readAll(): Promise<void> {
    while (this.#upper > this.#from && !this.#isOver) await this.#step();
  }

  /** Ends it after the step under way. */
  stop(): void {
    this.#isOver = true;
  }

  #step(): Promise<void> {
    const { connection, turns, engine, log, feed } = this.#options;
    return turns.takeAlone(async () => {
      const entries = this.#nextEntries();
      for (const [entry, bytes] of await readSegments(connection, entries)) {
        // Another tab has joined it with others meanwhile: the next step finds it there.
        if (bytes === undefined) return log.refreshDirectory();
        const block = log.open(entry, bytes);
        if (block !== null) {
          const isSkipped = (ref: PatchRef) => this.#forgotten.has(ref);
          const touched = await replayBlock(engine, block, this.#from, this.#upper, isSkipped);
          feed.announce('traces-written', touched);
        }
        this.#read += entry.count;
        this.#upper = entry.first;
      }
      if (entries.length === 0) this.#upper = this.#from;
    });
  }

  /** The newest of what is still to be read. */
  #nextEntries(): SegmentEntry[] {
    const { entries } = this.#options.log.directory;
    const next: SegmentEntry[] = [];
    let bytes = 0;
    for (let place = entries.length - 1; place >= 0 && bytes < STEP_BYTES; place -= 1) {
      const entry = entries[place];
      if (entry === undefined || entry.first >= this.#upper) continue;
      if (entry.first + entry.count <= this.#from) break;
      next.push(entry);
      bytes += entry.bytes;
    }
    return next;
  }
}
