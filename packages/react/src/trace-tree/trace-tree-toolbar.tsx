'use client';

import { CollapseAllIcon, ExpandAllIcon } from '../icons/control-icons.tsx';
import { usePresentation } from '../provider/presentation-context.ts';

interface TraceTreeToolbarProps {
  /** Count of observations; `null` while loading. */
  count: number | null;
  onExpandAll?: (() => void) | undefined;
  onCollapseAll?: (() => void) | undefined;
}

/** Head of the tree: what folds everything, how much there is, and what the columns hold. */
export function TraceTreeToolbar({ count, onExpandAll, onCollapseAll }: TraceTreeToolbarProps) {
  const { messages, format } = usePresentation();
  return (
    <div className="oriel-trace-tree-toolbar">
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={messages.expandAll}
        title={messages.expandAll}
        disabled={!onExpandAll}
        onClick={onExpandAll}
      >
        <ExpandAllIcon />
      </button>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={messages.collapseAll}
        title={messages.collapseAll}
        disabled={!onCollapseAll}
        onClick={onCollapseAll}
      >
        <CollapseAllIcon />
      </button>
      <span className="oriel-trace-tree-count">
        {count === null ? '' : messages.observationCount(count, format.count(count))}
      </span>
      <span className="oriel-trace-tree-metric" data-metric="tokens" aria-hidden="true">
        {messages.tokens}
      </span>
      <span className="oriel-trace-tree-metric" data-metric="cost" aria-hidden="true">
        {messages.cost}
      </span>
      <span className="oriel-trace-tree-metric" data-metric="duration" aria-hidden="true">
        {messages.duration}
      </span>
    </div>
  );
}
