'use client';

import type { ReactNode } from 'react';
import { CollapseAllIcon, ExpandAllIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';

interface TraceTreeToolbarProps {
  onExpandAll?: (() => void) | undefined;
  onCollapseAll?: (() => void) | undefined;
  /** Search and options. */
  children?: ReactNode;
}

/** Head of the tree: what folds everything, finds something, and chooses what is shown. */
export function TraceTreeToolbar({ onExpandAll, onCollapseAll, children }: TraceTreeToolbarProps) {
  const { messages } = usePresentation();
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
      {children}
    </div>
  );
}
