import type { EpochMs } from '@oriel/core';

/**
 * A moment of a trace that several views point at. It lives outside React: playing moves marks on a canvas sixty
 * times a second, and renders nothing that does not ask for it.
 */
export interface Playhead {
  /** Where it stands; `null` while nobody has placed it. */
  readonly read: () => EpochMs | null;
  /** Places it; `null` takes it away. */
  readonly move: (time: EpochMs | null) => void;
  /** Calls back after every move. Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** @param start - where it stands first. @defaultValue nowhere */
export function createPlayhead(start: EpochMs | null = null): Playhead {
  const listeners = new Set<() => void>();
  let time = start;
  return {
    read: () => time,
    move(next) {
      if (next === time) return;
      time = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
