import type { Milliseconds } from '@oriel/core';

/** Short enough that a key press in between is answered within the same frame. */
const SLICE: Milliseconds = 8;

/**
 * Runs a generator to its end without holding up the page: a slice, a pause, a slice. `onEnd` gets what it returned,
 * `onStep` what it yielded last before each pause. Returns what stops it.
 */
export function runInSlices<Step, Result>(
  work: Generator<Step, Result>,
  onEnd: (result: Result) => void,
  onStep?: (step: Step) => void,
): () => void {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function slice() {
    const until = performance.now() + SLICE;
    for (;;) {
      const step = work.next();
      if (isStopped) return;
      if (step.done) {
        onEnd(step.value);
        return;
      }
      if (performance.now() > until) {
        onStep?.(step.value);
        timer = setTimeout(slice);
        return;
      }
    }
  }

  timer = setTimeout(slice);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
