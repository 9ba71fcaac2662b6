'use client';

import { usePresentation } from './presentation.ts';
import type { TraceTreeColumn } from './trace-tree-columns.tsx';

interface TraceTreeHeaderProps {
  /** Count of observations; `null` while loading. */
  count: number | null;
  /** How many of them the level filter leaves. */
  shownCount?: number | undefined;
  columns: readonly TraceTreeColumn[];
}

/** How much there is, and what the columns hold. */
export function TraceTreeHeader({ count, shownCount, columns }: TraceTreeHeaderProps) {
  const { messages, format } = usePresentation();
  return (
    <div className="oriel-trace-tree-header">
      <span className="oriel-trace-tree-count">
        {count === null
          ? ''
          : shownCount === undefined || shownCount === count
            ? messages.observationCount(count, format.count(count))
            : messages.traceTreePanel.shownOf(format.count(shownCount), format.count(count))}
      </span>
      {columns.map(({ id, header, width }) => (
        <span
          key={id}
          className="oriel-trace-tree-metric"
          style={{ inlineSize: width }}
          data-column={id}
          aria-hidden="true"
        >
          {typeof header === 'string' ? header : header(messages)}
        </span>
      ))}
    </div>
  );
}
