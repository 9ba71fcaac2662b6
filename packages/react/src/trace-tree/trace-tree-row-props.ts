import type { HTMLAttributes } from 'react';

interface TraceTreeRowState {
  readonly domId: string;
  readonly row: number;
  /** From 1. */
  readonly level: number;
  /** Place among the siblings, from 1. */
  readonly position: number;
  readonly setSize: number;
  /** `null` for a row without children. */
  readonly isExpanded: boolean | null;
  readonly isSelected: boolean;
}

/** What a row tells assistive technology, and `data-row`, by which the tree knows which row was clicked. */
export function traceTreeRowProps(state: TraceTreeRowState) {
  return {
    id: state.domId,
    role: 'treeitem',
    'data-row': state.row,
    'aria-level': state.level,
    'aria-posinset': state.position,
    'aria-setsize': state.setSize,
    'aria-expanded': state.isExpanded ?? undefined,
    'aria-selected': state.isSelected,
  } satisfies HTMLAttributes<HTMLElement> & { 'data-row': number };
}
