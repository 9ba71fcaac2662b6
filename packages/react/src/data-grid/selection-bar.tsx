'use client';

import type { ReactNode } from 'react';
import { usePresentation } from './presentation.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface SelectionBarProps {
  selection: GridSelection;
  loadedCount: number;
  totalCount: number | null;
  hasMore: boolean;
  children: ReactNode;
}

/** How many rows are selected, what can be done with them, and the way to select all that match. */
export function SelectionBar({ selection, loadedCount, totalCount, hasMore, children }: SelectionBarProps) {
  const { messages, format } = usePresentation();
  const texts = messages.dataGrid;
  const isAllLoaded = selection.value.kind === 'some' && selection.share === 'all' && hasMore;
  return (
    <div className="oriel-data-grid-selection">
      <output>{texts.selected(selection.count, format.count(selection.count))}</output>
      {isAllLoaded && (
        <button type="button" className="oriel-text-button" onClick={selection.selectAllMatching}>
          {texts.selectAllMatching(
            totalCount === null ? null : format.count(Math.max(totalCount, loadedCount)),
          )}
        </button>
      )}
      <button type="button" className="oriel-text-button" onClick={selection.clear}>
        {texts.clearSelection}
      </button>
      {children}
    </div>
  );
}
