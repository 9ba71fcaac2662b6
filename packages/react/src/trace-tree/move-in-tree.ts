import { findVisibleIndex } from '@oriel/core';
import type { TraceTreeLayout } from '@oriel/core';

/** Where the tree stands when a key is pressed. */
export interface TreePlace {
  readonly layout: TraceTreeLayout;
  readonly visibleRows: Int32Array;
  /** -1 when no row is active. */
  readonly activeIndex: number;
  /** The active row has children and shows them. */
  readonly isExpanded: boolean;
  readonly pageRows: number;
  readonly isRightToLeft: boolean;
}

export type TreeMove =
  | { readonly type: 'select'; /** Place in `visibleRows`. */ readonly index: number }
  | { readonly type: 'toggle' | 'expand-siblings' | 'stay' };

/** What a key means in a tree, after the WAI-ARIA tree pattern; `null` for keys that mean nothing there. */
export function moveInTree(key: string, place: TreePlace): TreeMove | null {
  const { layout, visibleRows, activeIndex, isExpanded, pageRows } = place;
  const last = visibleRows.length - 1;
  const select = (index: number): TreeMove => ({ type: 'select', index: Math.min(last, Math.max(0, index)) });
  const row = visibleRows[activeIndex] ?? -1;
  const hasChildren = Boolean(layout.childCount[row]);

  switch (inReadingOrder(key, place.isRightToLeft)) {
    case 'ArrowDown':
      return select(activeIndex + 1);
    case 'ArrowUp':
      return select(activeIndex - 1);
    case 'PageDown':
      return select(activeIndex + pageRows);
    case 'PageUp':
      return select(activeIndex - pageRows);
    case 'Home':
      return select(0);
    case 'End':
      return select(last);
    case 'ArrowRight':
      if (!hasChildren) return { type: 'stay' };
      return isExpanded ? select(activeIndex + 1) : { type: 'toggle' };
    case 'ArrowLeft': {
      if (isExpanded) return { type: 'toggle' };
      const parent = layout.parent[row] ?? -1;
      return parent === -1 ? { type: 'stay' } : select(findVisibleIndex(visibleRows, parent));
    }
    case 'Enter':
    case ' ':
      if (row === -1) return select(0);
      return { type: hasChildren ? 'toggle' : 'stay' };
    case '*':
      return row === -1 ? { type: 'stay' } : { type: 'expand-siblings' };
    default:
      return null;
  }
}

/** Right to left, children are on the left. */
function inReadingOrder(key: string, isRightToLeft: boolean): string {
  if (!isRightToLeft) return key;
  if (key === 'ArrowLeft') return 'ArrowRight';
  return key === 'ArrowRight' ? 'ArrowLeft' : key;
}
