'use client';

import type { ReactNode } from 'react';
import { usePresentation } from './presentation.ts';
import type { PayloadSearchState } from './use-payload-search.ts';

interface LogSearchNoteProps {
  shown: number;
  total: number;
  search: PayloadSearchState;
  onRetry: () => void;
  /** Buttons at the end of the line. */
  children: ReactNode;
}

/** How much of the trace is shown, and how far the search has got. */
export function LogSearchNote({ shown, total, search, onRetry, children }: LogSearchNoteProps) {
  const { messages, format } = usePresentation();
  const own = messages.logView;
  const { state, share, found } = search;
  return (
    <div className="oriel-log-view-status">
      <output>
        {shown === total
          ? messages.observationCount(total, format.count(total))
          : own.shownOf(format.count(shown), messages.observationCount(total, format.count(total)))}
        {state === 'searching' && ` · ${own.searching(share === null ? null : format.share(share))}`}
        {(state === 'done' || found.size > 0) && state !== 'idle' && (
          <> · {own.foundInPayloads(found.size, format.count(found.size))}</>
        )}
      </output>
      {state === 'failed' && (
        <span className="oriel-log-view-failure" role="alert">
          {own.searchFailed}: {search.message}
          <button type="button" className="oriel-text-button" onClick={onRetry}>
            {messages.retry}
          </button>
        </span>
      )}
      {children}
    </div>
  );
}
