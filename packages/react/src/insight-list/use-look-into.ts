'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import {
  finish,
  findInsightsInSteps,
  insightPayloadIds,
  lossLedgerInSteps,
  sharedTraceTree,
} from '@oriel/core';
import type {
  Insights,
  LossLedger,
  Milliseconds,
  ObservationId,
  Pausable,
  PayloadMap,
  TraceStructure,
  TraceTreeLayout,
} from '@oriel/core';
import { workInSlices } from '../state/work-in-slices.ts';
import { useSettled } from './use-settled.ts';

/** Looking into fewer observations than this takes no longer than drawing them. */
const SMALL = 2000;

/** What stands out in a trace, and what it does not show. */
export interface FoundInsights extends Insights {
  readonly ledger: LossLedger;
}

/** What stays as it is while payloads come. */
interface Outline {
  readonly structure: TraceStructure;
  readonly layout: TraceTreeLayout;
  /** Observations whose payloads are worth reading. */
  readonly wanted: readonly ObservationId[];
}

interface Looked extends Outline {
  readonly found: FoundInsights;
}

const NOTHING = { found: null, wanted: [] } as const;

/**
 * What is found in a trace: of a small one at once, of a large one when it was looked into, slice by slice. Until then
 * the last that was found in the same trace.
 */
export function useLookInto(
  structure: TraceStructure,
  payloads: PayloadMap,
): Pick<Looked, 'wanted'> & { readonly found: FoundInsights | null } {
  const isSmall = structure.observations.length < SMALL;
  const [looked, setLooked] = useState<Looked | null>(null);
  const [took, setTook] = useState<Milliseconds>(0);
  // A look that is begun anew before it ends never ends.
  const settled = useSettled(isSmall ? null : structure, 2 * took);
  const outline = useMemo(() => (isSmall ? finish(outlineOf(structure)) : null), [isSmall, structure]);
  const atOnce = useMemo(() => outline && finish(lookInto(outline, payloads)), [outline, payloads]);

  const last = useRef<Looked | null>(null);
  useEffect(() => {
    if (!settled) return undefined;
    const stopping = new AbortController();
    const started = performance.now();
    void look(settled, payloads);
    return () => stopping.abort();

    async function look(from: TraceStructure, having: PayloadMap) {
      try {
        const { current: known } = last;
        const base = known?.structure === from ? known : await workInSlices(outlineOf(from), stopping.signal);
        const next = await workInSlices(lookInto(base, having), stopping.signal);
        last.current = next;
        setLooked(next);
        setTook(performance.now() - started);
      } catch (error) {
        if (!stopping.signal.aborted) throw error;
      }
    }
  }, [settled, payloads]);

  if (atOnce) return atOnce;
  return looked?.structure.trace.id === structure.trace.id ? looked : NOTHING;
}

function* outlineOf(structure: TraceStructure): Pausable<Outline> {
  const layout = sharedTraceTree(structure);
  yield;
  const wanted = insightPayloadIds(layout);
  yield;
  return { structure, layout, wanted };
}

function* lookInto({ structure, layout, wanted }: Outline, payloads: PayloadMap): Pausable<Looked> {
  const insights = yield* findInsightsInSteps(structure, { layout, payloads });
  const ledger = yield* lossLedgerInSteps(structure, { layout, payloads });
  return { structure, layout, wanted, found: { ...insights, ledger } };
}
