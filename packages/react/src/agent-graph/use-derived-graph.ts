'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { deriveAgentGraph, deriveAgentGraphInSteps } from '@oriel/core';
import type { AgentGraph, AgentGraphMode, Observation } from '@oriel/core';
import { workInSlices } from '../state/work-in-slices.ts';

/** Reading the graph of fewer observations than this takes no longer than drawing it. */
const SMALL = 500;

interface DerivedGraph {
  readonly mode: AgentGraphMode;
  /** What the graph was read from. */
  readonly observations: readonly Observation[];
  /** `null` when nothing ran. */
  readonly graph: AgentGraph | null;
}

/** A graph that is being read, and how to end that. */
interface Reading {
  readonly mode: AgentGraphMode;
  readonly traceId: string | undefined;
  readonly ending: AbortController;
}

/**
 * The graph of a trace: of a small one at once, of a large one when it was read, slice by slice. While a trace grows
 * its last graph stays, with the observations it was read from.
 *
 * @returns `null` until the first graph is there.
 */
export function useDerivedGraph(
  observations: readonly Observation[],
  mode: AgentGraphMode,
): DerivedGraph | null {
  const atOnce = useMemo(
    () =>
      observations.length < SMALL
        ? { mode, observations, graph: deriveAgentGraph(observations, { mode }) }
        : null,
    [observations, mode],
  );
  const [read, setRead] = useState<DerivedGraph | null>(null);
  const traceId = observations[0]?.traceId;

  const reading = useRef<Reading | null>(null);
  useEffect(() => {
    // Once a reading has ended, this runs again, and begins the next where the trace has grown since.
    if (atOnce || (read?.observations === observations && read.mode === mode)) return;
    // A trace that grows faster than it is read would never be shown: what was begun is ended first.
    if (reading.current?.mode === mode && reading.current.traceId === traceId) return;
    reading.current?.ending.abort();
    const own: Reading = { mode, traceId, ending: new AbortController() };
    reading.current = own;
    void run();

    async function run() {
      const { signal } = own.ending;
      try {
        const graph = await workInSlices(deriveAgentGraphInSteps(observations, { mode }), signal);
        if (signal.aborted) return;
        reading.current = null;
        setRead({ mode, observations, graph });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  }, [observations, mode, traceId, atOnce, read]);

  useEffect(
    () => () => {
      reading.current?.ending.abort();
      reading.current = null;
    },
    [],
  );

  if (atOnce) return atOnce;
  return read?.mode === mode && read.observations[0]?.traceId === traceId ? read : null;
}
