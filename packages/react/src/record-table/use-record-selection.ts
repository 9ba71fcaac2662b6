'use client';

import { useEffect, useRef } from 'react';
import { selectedQuery } from '@oriel/core';
import type { RecordQuery } from '@oriel/core';
import { NOTHING_SELECTED } from '../data-grid/data-grid-column.ts';
import type { DataGridSelection } from '../data-grid/data-grid-column.ts';
import type { GridSelectionOptions } from '../data-grid/use-grid-selection.ts';
import { useControlled } from '../state/use-controlled.ts';

/** What is selected of what a query finds. Another query begins with nothing: "all" would mean other records. */
export function useRecordSelection(
  view: 'traces' | 'observations',
  query: RecordQuery,
  totalCount: number | null,
  options: GridSelectionOptions,
) {
  const { defaultSelection = NOTHING_SELECTED, onSelectionChange } = options;
  const [selection, setSelection] = useControlled(options.selection, defaultSelection, onSelectionChange);
  const of = useRef(query);
  useEffect(() => {
    if (of.current === query) return;
    of.current = query;
    if (!isNothing(selection)) setSelection(NOTHING_SELECTED);
  });

  const isEmpty = isNothing(selection);
  const count =
    selection.kind === 'some'
      ? selection.ids.length
      : totalCount === null
        ? null
        : totalCount - selection.exceptIds.length;
  return {
    selection,
    setSelection,
    clear: () => setSelection(NOTHING_SELECTED),
    /** Finds what is selected; without a selection, everything the query finds. */
    query: isEmpty ? query : selectedQuery(view, query, selection),
    count: isEmpty ? totalCount : count,
  };
}

function isNothing(selection: DataGridSelection): boolean {
  return selection.kind === 'some' && selection.ids.length === 0;
}
