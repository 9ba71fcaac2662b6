'use client';

import { useEffect, useState } from 'react';
import type { ObservationId } from '@oriel/core';

/**
 * Finds the observations in whose payloads a text occurs, batch by batch: each step says what was found and, where it
 * can be known, how much of all has been looked at (0 to 1).
 */
export type SearchLogPayloads = (text: string, signal: AbortSignal) => AsyncIterable<LogSearchStep>;

export interface LogSearchStep {
  readonly found: readonly ObservationId[];
  /** `null` when nobody knows how much there is. */
  readonly share: number | null;
}

export interface PayloadSearchState {
  /** The text that `found` belongs to. */
  readonly text: string;
  readonly found: ReadonlySet<ObservationId>;
  readonly state: 'idle' | 'searching' | 'done' | 'failed';
  readonly share: number | null;
  readonly message: string | null;
}

/** What was found in one attempt. */
interface Attempted extends PayloadSearchState {
  readonly attempt: number;
}

const NOTHING: PayloadSearchState = { text: '', found: new Set(), state: 'idle', share: null, message: null };
/** Searching on every letter would read every payload for `e`. */
const TYPED_MS = 250;

/** Searches payloads for a text once it stands still; anew when `attempt` changes. */
export function usePayloadSearch(
  search: SearchLogPayloads | undefined,
  text: string,
  attempt: number,
): PayloadSearchState {
  const [result, setResult] = useState<Attempted>({ ...NOTHING, attempt });
  const sought = text.trim();

  useEffect(() => {
    if (!search || sought === '') return undefined;
    const stopping = new AbortController();
    const found = new Set<ObservationId>();
    const timer = setTimeout(() => void run(), TYPED_MS);

    async function run() {
      if (!search) return;
      const show = (rest: Omit<PayloadSearchState, 'text' | 'found'>) => {
        // What it found so far is a set of its own: React compares, and sets that grow in place look the same.
        if (!stopping.signal.aborted) setResult({ text: sought, found: new Set(found), attempt, ...rest });
      };
      show({ state: 'searching', share: null, message: null });
      try {
        for await (const step of search(sought, stopping.signal)) {
          if (stopping.signal.aborted) return;
          for (const id of step.found) found.add(id);
          show({ state: 'searching', share: step.share, message: null });
        }
        show({ state: 'done', share: 1, message: null });
      } catch (error) {
        show({
          state: 'failed',
          share: null,
          message: error instanceof Error ? error.message : String(error),
        });
      }
    }

    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [search, sought, attempt]);

  if (sought === '' || !search) return NOTHING;
  return result.text === sought && result.attempt === attempt
    ? result
    : { ...NOTHING, text: sought, state: 'searching' };
}
