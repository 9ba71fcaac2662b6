import type { HTMLAttributes } from 'react';
import type { TraceTreeLayout } from '@oriel/core';

interface TraceTreeRowState {
  readonly domId: string;
  readonly isExpanded: boolean;
  readonly isSelected: boolean;
}

/** What a row tells assistive technology, and `data-row`, by which the tree knows which row was clicked. */
export function traceTreeRowProps(
  layout: TraceTreeLayout,
  row: number,
  { domId, isExpanded, isSelected }: TraceTreeRowState,
) {
  return {
    id: domId,
    role: 'treeitem',
    'data-row': row,
    'aria-level': (layout.depth[row] ?? 0) + 1,
    'aria-posinset': layout.position[row],
    'aria-setsize': layout.childCount[layout.parent[row] ?? -1] ?? layout.rootCount,
    'aria-expanded': layout.childCount[row] ? isExpanded : undefined,
    'aria-selected': isSelected,
  } satisfies HTMLAttributes<HTMLElement> & { 'data-row': number };
}
