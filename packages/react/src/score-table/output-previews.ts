import { previewPayload } from '@oriel/core';
import type { Score, TraceId, TracePayload, TraceStore } from '@oriel/core';

/** Reads what a score judges: what went out of an observation, or of a trace as a whole. `null` where there is nothing. */
export type OutputReader = (score: Score, signal: AbortSignal) => Promise<TracePayload['output']>;

/** Reads outputs from a store. */
export function storeOutputReader(store: TraceStore): OutputReader {
  return async ({ traceId, observationId }, signal) => {
    if (traceId === null) return null;
    const observationIds = observationId === null ? [] : [observationId];
    const { trace, observations } = await store.readPayloads({ traceId, observationIds }, { signal });
    return (observationId === null ? trace : observations[0])?.output ?? null;
  };
}

/** The beginning of an output; `null`: there is none; `'failed'` in its own field, as an output may say so, too. */
export interface OutputPreview {
  readonly text: string | null;
  readonly hasFailed: boolean;
}

/** Beginnings of the outputs that cells in sight ask for. */
export interface OutputPreviews {
  /** `undefined` until it was read. */
  readonly get: (score: Score) => OutputPreview | undefined;
  /** Reads it, unless it is known. Returns the function that says it is not wanted any more. */
  readonly want: (score: Score) => () => void;
  /** Reads again what these traces may have changed. */
  readonly touch: (traceIds: readonly TraceId[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const AT_ONCE = 6;
/** Most previews that are kept: what was read longest ago goes first. */
const KEPT = 2000;
/** A whole output may be 20 MB, and a row shows a few lines. */
const PREVIEW_LENGTH = 400;

interface Wanted {
  readonly score: Score;
  readonly stopping: AbortController;
  /** How many cells want it. */
  cells: number;
  isReading: boolean;
}

export function createOutputPreviews(read: OutputReader): OutputPreviews {
  const known = new Map<string, OutputPreview>();
  /** What was asked for, and has not changed since. */
  const fresh = new Set<string>();
  const wanted = new Map<string, Wanted>();
  const listeners = new Set<() => void>();
  let reading = 0;

  function pump() {
    for (const [key, one] of wanted) {
      if (reading >= AT_ONCE) return;
      if (!one.isReading && !fresh.has(key)) void load(key, one);
    }
  }

  async function load(key: string, one: Wanted) {
    one.isReading = true;
    reading += 1;
    fresh.add(key);
    const preview = await readPreview(read, one);
    reading -= 1;
    one.isReading = false;
    if (!one.stopping.signal.aborted) {
      known.set(key, preview);
      for (const old of known.keys()) {
        if (known.size <= KEPT) break;
        if (wanted.has(old)) continue;
        known.delete(old);
        fresh.delete(old);
      }
      for (const listener of listeners) listener();
    }
    pump();
  }

  return {
    get: (score) => known.get(thingOf(score)),
    want(score) {
      const key = thingOf(score);
      const one = wanted.get(key) ?? { score, stopping: new AbortController(), cells: 0, isReading: false };
      one.cells += 1;
      wanted.set(key, one);
      pump();
      return () => {
        one.cells -= 1;
        if (one.cells > 0) return;
        one.stopping.abort();
        if (one.isReading) fresh.delete(key);
        wanted.delete(key);
      };
    },
    touch(traceIds) {
      const touched = new Set(traceIds);
      for (const key of fresh) {
        const [traceId] = JSON.parse(key) as [string];
        if (touched.has(traceId)) fresh.delete(key);
      }
      pump();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Several scores judge one thing: it is read once. */
function thingOf({ traceId, observationId }: Score): string {
  return JSON.stringify([traceId, observationId]);
}

async function readPreview(read: OutputReader, { score, stopping }: Wanted): Promise<OutputPreview> {
  try {
    const output = await read(score, stopping.signal);
    return { text: output === null ? null : previewPayload(output, PREVIEW_LENGTH), hasFailed: false };
  } catch {
    return { text: null, hasFailed: true };
  }
}
