import type { HTMLAttributes } from 'react';

interface LogRowState {
  readonly domId: string;
  readonly isSelected: boolean;
  /** `undefined` where there is nothing to open. */
  readonly isExpanded: boolean | undefined;
}

/** What a row tells assistive technology, and `data-index`, by which the log knows which row was clicked. */
export function logRowProps(index: number, { domId, isSelected, isExpanded }: LogRowState) {
  return {
    id: domId,
    role: 'row',
    'data-index': index,
    'aria-level': 1,
    'aria-rowindex': index + 1,
    'aria-expanded': isExpanded,
    'aria-selected': isSelected,
  } satisfies HTMLAttributes<HTMLElement> & { 'data-index': number };
}

/** Rows are no table: they are as many elements as are in sight, and open ones hold more than a line. */
export const CELL = { role: 'gridcell' } satisfies HTMLAttributes<HTMLElement>;
