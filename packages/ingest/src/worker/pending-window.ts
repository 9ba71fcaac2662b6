import { StoreError } from '@oriel/core';
import type { Bytes } from '@oriel/core';

/** Something that wants to be sent. */
export interface WindowEntry {
  readonly size: Bytes;
  /** Called when there is room: during `enter`, or later. */
  readonly start: () => void;
  /** Called instead of `start` when the window closes first. */
  readonly fail: (error: StoreError) => void;
}

/** Limits how much is under way at once; the rest waits its turn. */
export interface PendingWindow {
  /** @throws `unavailable` - as many as allowed are waiting already. */
  enter(entry: WindowEntry): void;
  /** Takes back an entry that still waits; one that has started is not affected. */
  withdraw(entry: WindowEntry): void;
  /** Gives back the room of an entry that started. */
  leave(entry: WindowEntry): void;
  /** Resolves when an entry would start at once. */
  whenRoom(): Promise<void>;
  /** Fails everything that waits. */
  close(error: StoreError): void;
}

/**
 * A window of some bytes. An entry larger than the whole window starts when it is alone, so that none waits forever;
 * and none overtakes another, however small it is.
 */
export function pendingWindow(maxBytes: Bytes, maxQueued: number): PendingWindow {
  let pending: Bytes = 0;
  let queue: WindowEntry[] = [];
  let watchers: { resolve: () => void; reject: (error: StoreError) => void }[] = [];

  const fits = (size: Bytes) => pending === 0 || pending + size <= maxBytes;
  const hasRoom = () => queue.length === 0 && pending < maxBytes;

  const begin = (entry: WindowEntry) => {
    pending += entry.size;
    entry.start();
  };

  const moveOn = () => {
    for (let next = queue[0]; next && fits(next.size); next = queue[0]) {
      queue.shift();
      begin(next);
    }
    if (!hasRoom()) return;
    const ready = watchers;
    watchers = [];
    for (const { resolve } of ready) resolve();
  };

  return {
    enter(entry) {
      if (queue.length === 0 && fits(entry.size)) return begin(entry);
      if (queue.length >= maxQueued) {
        throw new StoreError(
          'unavailable',
          `${maxQueued} payloads wait for the worker already, so this one was not taken. Await \`whenReady()\` and send it again.`,
        );
      }
      queue.push(entry);
    },
    withdraw(entry) {
      queue = queue.filter((other) => other !== entry);
      moveOn();
    },
    leave(entry) {
      pending -= entry.size;
      moveOn();
    },
    whenRoom() {
      if (hasRoom()) return Promise.resolve();
      return new Promise((resolve, reject) => {
        watchers.push({ resolve, reject });
      });
    },
    close(error) {
      const left = [...queue.map(({ fail }) => fail), ...watchers.map(({ reject }) => reject)];
      queue = [];
      watchers = [];
      for (const fail of left) fail(error);
    },
  };
}
