'use client';

import { useEffect, useState } from 'react';
import type { ObservationId, ObservationPayload, TraceStructure } from '@oriel/core';
import { useLookInto } from './use-look-into.ts';

/** Reads payloads of observations; those it does not know are left out of the answer. */
export type ReadInsightPayloads = (
  observationIds: readonly ObservationId[],
  signal: AbortSignal,
) => Promise<readonly ObservationPayload[]>;

export interface UseInsightsOptions {
  /** The trace to look into. */
  structure: TraceStructure;
  /** Reads inputs and outputs. Keep it stable. @defaultValue what needs them is not looked for, and that is said */
  readPayloads?: ReadInsightPayloads | undefined;
  /** How many are read without being asked. @defaultValue 200 */
  payloadLimit?: number | undefined;
}

const BATCH = 50;

/**
 * What stands out in a trace, and what it does not show. Large traces are looked into after the page has been drawn, a
 * little at a time: `found` is `null` until all of it was, and when the trace grows it stays until there is a newer one.
 * The inputs and outputs of the first calls are read at once, the rest when asked.
 *
 * @example
 * const { found } = useInsights({ structure, readPayloads });
 * found?.insights[0]?.evidence
 */
export function useInsights({ structure, readPayloads, payloadLimit = 200 }: UseInsightsOptions) {
  const [isAll, setAll] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [payloads, setPayloads] = useState<ReadonlyMap<ObservationId, ObservationPayload>>(new Map());
  const [reading, setReading] = useState<'idle' | 'reading' | 'failed'>('idle');
  const { found, wanted } = useLookInto(structure, payloads);
  const limit = isAll ? wanted.length : Math.min(wanted.length, payloadLimit);

  useEffect(() => {
    if (!readPayloads) return undefined;
    const missing = wanted.slice(0, limit).filter((id) => !payloads.has(id));
    if (missing.length === 0) return undefined;
    const stopping = new AbortController();

    async function run(read: ReadInsightPayloads) {
      setReading('reading');
      const next = new Map(payloads);
      try {
        for (let start = 0; start < missing.length; start += BATCH) {
          const ids = missing.slice(start, start + BATCH);
          for (const payload of await read(ids, stopping.signal)) next.set(payload.id, payload);
          if (stopping.signal.aborted) return;
        }
        setReading('idle');
      } catch {
        if (stopping.signal.aborted) return;
        setReading('failed');
      }
      // Once, at the end: each new map has everything looked into again.
      setPayloads(next);
    }

    void run(readPayloads);
    return () => stopping.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- what is read must not start the reading again
  }, [readPayloads, wanted, limit, attempt]);

  return {
    found,
    /** Whether inputs and outputs are being read now, and whether that failed. */
    reading,
    /** Reads the inputs and outputs that were left out, or that failed. */
    readRest: () => {
      setAll(true);
      setAttempt(attempt + 1);
    },
  };
}
