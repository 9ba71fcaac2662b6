'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { arrangeRows, findVisibleIndex, rowsOfNodes, searchTraceTree } from '@oriel/core';
import type { ArrangedTraceTree, ObservationId, TraceTreeLayout } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { useControlled } from '../state/use-controlled.ts';

/**
 * Looks for a text in inputs, outputs and metadata of the trace's observations, and tells which have it, some at a
 * time. It stops when `signal` aborts.
 */
export type SearchPayloads = (text: string, signal: AbortSignal) => AsyncIterable<readonly ObservationId[]>;

export interface TreeSearchOptions {
  /** What to look for. @defaultValue kept by the tree */
  searchText?: string | undefined;
  /** First text when the tree keeps it. @defaultValue nothing */
  defaultSearchText?: string | undefined;
  /** Called when another text is typed. */
  onSearchTextChange?: ((text: string) => void) | undefined;
  /** Lets readers look into payloads, too. Keep it stable. @defaultValue none: the search offers no payloads */
  searchPayloads?: SearchPayloads | undefined;
}

/** Where the search of payloads stands. */
export type PayloadSearchState = 'off' | 'searching' | 'done' | 'failed';

const PAUSE_MS = 250;
const NOTHING: ReadonlySet<ObservationId> = new Set();

/** What a text is found in: names, types and ids as one types; payloads when asked, as they come. */
export function useTreeSearch(
  whole: TraceTreeLayout,
  layout: ArrangedTraceTree,
  { searchText, defaultSearchText = '', onSearchTextChange, searchPayloads }: TreeSearchOptions,
) {
  const { messages } = usePresentation();
  const [text, setText] = useControlled(searchText, defaultSearchText, onSearchTextChange);
  const [withPayloads, setWithPayloads] = useState(false);
  const payloads = usePayloadHits(withPayloads ? searchPayloads : undefined, text.trim());

  const wanted = useDeferredValue(text);
  const hits = useMemo(() => {
    const found = searchTraceTree(whole, wanted, { typeNames: messages.types });
    // Of rows that are left out by level there is nothing to jump to.
    return arrangeRows(layout, payloads.ids.size === 0 ? found : rowsOfNodes(whole, payloads.ids, found));
  }, [whole, layout, wanted, messages, payloads.ids]);

  return {
    text,
    setText,
    /** Rows of the layout that were found, upwards. */
    hits,
    isHit: (row: number) => hits[findVisibleIndex(hits, row)] === row,
    /** Place of a row among the hits, from 1; 0 when it is none. */
    placeOf(row: number): number {
      const place = findVisibleIndex(hits, row);
      return hits[place] === row ? place + 1 : 0;
    },
    /** The hit that follows a row (1) or comes before it (-1), going round; -1 without hits. */
    hitAfter(row: number, step: 1 | -1): number {
      const nearest = findVisibleIndex(hits, row);
      const place = step === 1 ? nearest + 1 : hits[nearest] === row ? nearest - 1 : nearest;
      return hits.at(place === hits.length ? 0 : place) ?? -1;
    },
    canSearchPayloads: searchPayloads !== undefined,
    withPayloads,
    setWithPayloads,
    payloadState: payloads.state,
  };
}

interface PayloadHits {
  readonly text: string;
  readonly ids: ReadonlySet<ObservationId>;
  readonly state: PayloadSearchState;
}

const OFF: PayloadHits = { text: '', ids: NOTHING, state: 'off' };

function usePayloadHits(searchPayloads: SearchPayloads | undefined, text: string): PayloadHits {
  const [hits, setHits] = useState(OFF);
  useEffect(() => {
    if (!searchPayloads || text === '') return undefined;
    const stopping = new AbortController();
    const { signal } = stopping;
    async function run(search: SearchPayloads) {
      let ids = NOTHING;
      try {
        for await (const found of search(text, signal)) {
          if (signal.aborted) return;
          ids = new Set([...ids, ...found]);
          setHits({ text, ids, state: 'searching' });
        }
        if (!signal.aborted) setHits({ text, ids, state: 'done' });
      } catch {
        if (!signal.aborted) setHits({ text, ids, state: 'failed' });
      }
    }
    const timer = setTimeout(() => void run(searchPayloads), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [searchPayloads, text]);

  if (!searchPayloads || text === '') return OFF;
  return hits.text === text ? hits : { text, ids: NOTHING, state: 'searching' };
}
