import { layoutGraphInSteps } from '@oriel/core';
import type { GraphLayout, GraphLayoutInput, Milliseconds } from '@oriel/core';
import { workInSlices } from '../state/work-in-slices.ts';

/** A layout, and whether there was time for the careful one. */
export interface LaidOut {
  readonly layout: GraphLayout;
  /** It was made on the page in small pieces, because there was no worker or it took too long. */
  readonly isSimplified: boolean;
}

export interface LayoutRequestOptions {
  readonly signal: AbortSignal;
  /** How long the worker may take. @defaultValue 4 seconds */
  readonly deadline?: Milliseconds | undefined;
  /** @defaultValue starts the worker that stands beside this file */
  readonly startWorker?: (() => Worker) | undefined;
}

/**
 * Lays a graph out in a worker. Where there is none (a policy of the page forbids it, or the code comes from another
 * origin) or it misses the deadline, the page does it a little at a time.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function requestLayout(
  input: GraphLayoutInput,
  { signal, deadline = 4_000, startWorker = startLayoutWorker }: LayoutRequestOptions,
): Promise<LaidOut> {
  const layout = await layoutInWorker(input, startWorker, deadline, signal);
  signal.throwIfAborted();
  if (layout) return { layout, isSimplified: false };

  return { layout: await workInSlices(layoutGraphInSteps(input), signal), isSimplified: true };
}

function startLayoutWorker(): Worker {
  return new Worker(new URL('./layout.worker.js', import.meta.url), { type: 'module' });
}

/** `null` when there is no answer to be had in time. */
async function layoutInWorker(
  input: GraphLayoutInput,
  startWorker: () => Worker,
  deadline: Milliseconds,
  signal: AbortSignal,
): Promise<GraphLayout | null> {
  let worker: Worker | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const started = startWorker();
    worker = started;
    return await new Promise((resolve) => {
      const giveUp = () => resolve(null);
      timer = setTimeout(giveUp, deadline);
      signal.addEventListener('abort', giveUp, { once: true });
      started.addEventListener('error', (event) => {
        event.preventDefault();
        giveUp();
      });
      started.addEventListener('message', ({ data }: MessageEvent<GraphLayout>) => resolve(data));
      started.postMessage(input);
    });
  } catch {
    // No workers here, or none from where this code was loaded: the page has to do.
    return null;
  } finally {
    clearTimeout(timer);
    worker?.terminate();
  }
}
