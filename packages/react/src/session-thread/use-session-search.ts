'use client';

import { useEffect, useMemo, useState } from 'react';
import { findTurns } from '@oriel/core';
import type { SessionTurn, TraceId } from '@oriel/core';
import type { SessionSource } from './session-source.ts';

export interface SessionSearch {
  /** Indexes of the turns that match, upwards; `null` when nothing is searched for. */
  readonly matches: readonly number[] | null;
  readonly state: 'idle' | 'searching' | 'done' | 'failed';
  /** Why payloads could not be searched. */
  readonly message: string | null;
}

interface Found {
  readonly text: string;
  readonly attempt: number;
  readonly traceIds: ReadonlySet<TraceId>;
  readonly state: 'searching' | 'done' | 'failed';
  readonly message: string | null;
}

const NOTHING: ReadonlySet<TraceId> = new Set();
/** Searching on every letter would look through all payloads for `e`. */
const TYPED_MS = 250;

/** Finds the turns that a text occurs in: by what is known of them at once, in payloads when typing rests. */
export function useSessionSearch(
  source: SessionSource,
  turns: readonly SessionTurn[],
  text: string,
  attempt: number,
): SessionSearch {
  const [found, setFound] = useState<Found | null>(null);
  const sought = text.trim();

  useEffect(() => {
    if (!source.searchPayloads || sought === '') return undefined;
    const stopping = new AbortController();
    const timer = setTimeout(() => void run(), TYPED_MS);

    async function run() {
      const traceIds = new Set<TraceId>();
      const show = (state: Found['state'], message: string | null = null) => {
        if (stopping.signal.aborted) return;
        setFound({ text: sought, attempt, traceIds: new Set(traceIds), state, message });
      };
      try {
        for await (const page of source.searchPayloads?.(sought, stopping.signal) ?? []) {
          for (const traceId of page) traceIds.add(traceId);
          show('searching');
        }
        show('done');
      } catch (error) {
        show('failed', error instanceof Error ? error.message : String(error));
      }
    }

    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [source, sought, attempt]);

  const isCurrent = found?.text === sought && found.attempt === attempt;
  const inPayloads = isCurrent ? found.traceIds : NOTHING;
  const matches = useMemo(
    () => (sought === '' ? null : findTurns(turns, sought, inPayloads)),
    [turns, sought, inPayloads],
  );
  if (sought === '') return { matches, state: 'idle', message: null };
  if (!source.searchPayloads) return { matches, state: 'done', message: null };
  return { matches, state: isCurrent ? found.state : 'searching', message: isCurrent ? found.message : null };
}
