import type { FoldableOutline } from './use-json-outline.ts';

/**
 * What a key does in a tree of JSON, by the tree pattern of WAI-ARIA.
 *
 * @param page - lines that fit.
 * @returns whether the key means anything.
 */
export function moveInJson(outline: FoldableOutline, key: string, page: number): boolean {
  const { activeIndex, outline: lines } = outline;
  const row = lines.row(activeIndex);
  if (!row) return false;
  const go = (index: number) => {
    const target = lines.row(Math.min(Math.max(0, index), lines.rowCount - 1));
    if (target) outline.activate(target.path);
    return true;
  };
  switch (key) {
    case 'ArrowDown':
      return go(activeIndex + 1);
    case 'ArrowUp':
      return go(activeIndex - 1);
    case 'PageDown':
      return go(activeIndex + page);
    case 'PageUp':
      return go(activeIndex - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(lines.rowCount - 1);
    case 'ArrowRight':
      if (row.size && !row.isOpen) outline.setOpen(row.path, true);
      else if (row.isOpen) return go(activeIndex + 1);
      return true;
    case 'ArrowLeft':
      if (row.isOpen && row.depth > 0) outline.setOpen(row.path, false);
      else if (row.depth > 0) outline.activate(row.path.slice(0, -1));
      return true;
    case 'Enter':
    case ' ':
      if (row.size) outline.setOpen(row.path, !row.isOpen);
      return true;
    default:
      return false;
  }
}
