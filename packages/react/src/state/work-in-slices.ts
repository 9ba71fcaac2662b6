import type { Pausable } from '@oriel/core';

/** How long the page may be kept busy at once: half a frame. */
const SLICE_MS = 8;

/**
 * Does pausable work on the page a little at a time; between two slices the page draws and answers.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function workInSlices<Result>(work: Pausable<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    const started = performance.now();
    while (performance.now() - started < SLICE_MS) {
      const { done, value } = work.next();
      if (done) return value;
    }
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    signal.throwIfAborted();
  }
}
