'use client';

import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent, MouseEvent } from 'react';
import {
  ancestorRows,
  arrangeTraceTree,
  findArrangedRow,
  findTraceTreeRow,
  findVisibleIndex,
  sharedTraceTree,
  traceTreeNodeId,
  visibleTraceTreeRows,
} from '@oriel/core';
import type { ArrangedTraceTree, ObservationLevel, TraceTreeNodeId, TraceTreeSource } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import { useSelection } from '../trace-focus/use-selection.ts';
import type { SelectionOptions } from '../trace-focus/use-selection.ts';
import { moveInTree } from './move-in-tree.ts';
import { traceTreeRowProps } from './trace-tree-row-props.ts';
import { useTreeFolds } from './use-tree-folds.ts';
import type { TreeFoldOptions } from './use-tree-folds.ts';
import { useTreeSearch } from './use-tree-search.ts';
import type { TreeSearchOptions } from './use-tree-search.ts';
import { useTreeSums } from './use-tree-sums.ts';
import { useTypeAhead } from './use-type-ahead.ts';

export interface UseTraceTreeOptions
  extends TraceTreeSource, SelectionOptions, TreeFoldOptions, TreeSearchOptions {
  /** Observations milder than this are left out, and their children lifted. @defaultValue kept by the tree */
  minimumLevel?: ObservationLevel | undefined;
  /** First level when the tree keeps it. @defaultValue `DEBUG`: nothing is left out */
  defaultMinimumLevel?: ObservationLevel | undefined;
  /** Called when another level is chosen. */
  onMinimumLevelChange?: ((level: ObservationLevel) => void) | undefined;
  /** Repeated siblings are one row that opens. @defaultValue kept by the tree */
  isGrouped?: boolean | undefined;
  /** Whether they are at first, when the tree keeps it. @defaultValue `false` */
  defaultIsGrouped?: boolean | undefined;
  /** Called when grouping is switched on or off. */
  onIsGroupedChange?: ((isGrouped: boolean) => void) | undefined;
  /** How many rows Page Up and Page Down move by. @defaultValue 10 */
  pageRows?: (() => number) | undefined;
}

/**
 * Behaviour of a trace tree without its markup: which rows are visible and what they come to, which one is
 * selected, what a search finds, and the keyboard of the WAI-ARIA tree pattern. Selection follows the arrow keys.
 * The tree is one tab stop that names its active row, so rows may come and go while it keeps the focus.
 *
 * @example
 * const tree = useTraceTree({ observations });
 * <ul {...tree.treeProps}>
 *   {Array.from(tree.visibleRows, (row) => <li key={row} {...tree.rowProps(row)}>…</li>)}
 * </ul>
 */
export function useTraceTree({
  observations,
  trace,
  collapsedIds,
  defaultCollapsedIds,
  onCollapsedIdsChange,
  minimumLevel: controlledMinimumLevel,
  defaultMinimumLevel = 'DEBUG',
  onMinimumLevelChange,
  isGrouped: controlledIsGrouped,
  defaultIsGrouped = false,
  onIsGroupedChange,
  searchText,
  defaultSearchText,
  onSearchTextChange,
  searchPayloads,
  pageRows,
  ...selection
}: UseTraceTreeOptions) {
  const baseId = useId();
  const [selectedId, setSelectedId] = useSelection(selection);
  const [minimumLevel, setMinimumLevel] = useControlled(
    controlledMinimumLevel,
    defaultMinimumLevel,
    onMinimumLevelChange,
  );
  const [isGrouped, setIsGrouped] = useControlled(controlledIsGrouped, defaultIsGrouped, onIsGroupedChange);

  const whole = useMemo(() => sharedTraceTree({ observations, trace }), [observations, trace]);
  const layout = useMemo(
    () => arrangeTraceTree(whole, { minimumLevel, isGrouped }),
    [whole, minimumLevel, isGrouped],
  );
  const shownCount = useMemo(() => countShown(layout), [layout]);
  const { sums, totals } = useTreeSums(whole, layout);

  const folds = useTreeFolds(layout, { collapsedIds, defaultCollapsedIds, onCollapsedIdsChange });
  const { collapsed, openGroups } = folds;
  const visibleRows = useMemo(
    () => visibleTraceTreeRows(layout, collapsed, openGroups),
    [layout, collapsed, openGroups],
  );

  const [pickedRow, setPickedRow] = useState(0);
  const selectedWholeRow = useMemo(
    () => findTraceTreeRow(whole, selectedId, pickedRow),
    [whole, selectedId, pickedRow],
  );
  // Where the selected row is left out, the one before it acts for it; where it is folded away, what it is folded into.
  const nearestRow = selectedWholeRow === -1 ? -1 : findArrangedRow(layout, selectedWholeRow);
  const selectedRow = nearestRow !== -1 && layout.wholeRow[nearestRow] === selectedWholeRow ? nearestRow : -1;
  // A group is no node: standing on it selects its first member, in front of which it is.
  const [groupId, setGroupId] = useState<TraceTreeNodeId | undefined>(undefined);
  const isOnGroup =
    selectedRow > 0 && groupId === selectedId && layout.groupSize[layout.parent[selectedRow] ?? -1] !== 0;
  const cursorRow = isOnGroup ? (layout.parent[selectedRow] ?? -1) : nearestRow;
  const activeIndex = cursorRow === -1 ? -1 : findVisibleIndex(visibleRows, cursorRow);
  const activeRow = visibleRows[activeIndex] ?? -1;
  const typeAhead = useTypeAhead(layout, visibleRows);

  // A node selected elsewhere, or one that arrives after it was asked for, is opened up to once.
  const revealedId = useRef<TraceTreeNodeId | undefined>(undefined);
  useEffect(() => {
    if (selectedRow === -1 || revealedId.current === selectedId) return;
    revealedId.current = selectedId;
    folds.open(ancestorRows(layout, selectedRow));
  }, [layout, selectedId, selectedRow, folds]);

  function selectRow(row: number | undefined) {
    if (row === undefined) return;
    const nodeId = traceTreeNodeId(layout, row);
    setPickedRow(layout.wholeRow[row] ?? 0);
    setGroupId(layout.groupSize[row] ? nodeId : undefined);
    revealedId.current = nodeId;
    setSelectedId(nodeId);
  }

  const search = useTreeSearch(whole, layout, {
    searchText,
    defaultSearchText,
    onSearchTextChange,
    searchPayloads,
  });
  function showHit(step: 1 | -1) {
    const row = search.hitAfter(nearestRow, step);
    if (row === -1) return;
    folds.open(ancestorRows(layout, row));
    selectRow(row);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const move = moveInTree(event.key, {
      layout,
      visibleRows,
      activeIndex,
      isExpanded: activeRow !== -1 && folds.isExpanded(activeRow),
      pageRows: pageRows?.() ?? 10,
      isRightToLeft,
    });
    if (move === null) {
      const found = typeAhead(event, activeIndex);
      if (found === null) return;
      selectRow(visibleRows[found]);
    } else if (move.type === 'select') selectRow(visibleRows[move.index]);
    else if (move.type === 'toggle') folds.toggle(activeRow);
    else if (move.type === 'expand-siblings') folds.openSiblings(activeRow);
    event.preventDefault();
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const target = event.target as Element;
    const element = target.closest<HTMLElement>('[data-row]');
    if (!element || target.closest('a, button')) return;
    const row = Number(element.dataset['row']);
    if (target.closest('[data-toggle]')) folds.toggle(row);
    else selectRow(row);
  }

  const rowId = (row: number) => `${baseId}${row}`;

  const treeProps = {
    role: 'tree',
    tabIndex: 0,
    'aria-activedescendant': activeRow === -1 ? undefined : rowId(activeRow),
    onKeyDown,
    onClick,
  } satisfies HTMLAttributes<HTMLElement>;

  /** Attributes of one row; `data-toggle` on an element inside makes it fold and open the row. */
  function rowProps(row: number) {
    return traceTreeRowProps({
      domId: rowId(row),
      row,
      level: (layout.depth[row] ?? 0) + 1,
      position: layout.position[row] ?? 1,
      setSize: layout.childCount[layout.parent[row] ?? -1] ?? layout.rootCount,
      isExpanded: layout.childCount[row] ? folds.isExpanded(row) : null,
      isSelected: row === selectedRow,
    });
  }

  return {
    /** Rows that levels and grouping leave, folded or not. */
    layout,
    /** All rows there are, before anything is left out or gathered. */
    whole,
    /** What rows of `layout` come to with everything below them; of a huge trace, empty for its first frame. */
    sums,
    /** What the whole trace comes to; of a huge trace, unknown for its first frame. */
    totals,
    /** How many observations the levels leave. */
    shownCount,
    /** Rows to show, from top to bottom. */
    visibleRows,
    selectedId,
    /** Row of the selected node; -1 when the tree shows none. */
    selectedRow,
    /** Place in `visibleRows` of the row that keys act on; -1 when there is none. Keep it in the DOM. */
    activeIndex,
    minimumLevel,
    setMinimumLevel,
    isGrouped,
    setIsGrouped,
    search,
    /** Selects the next (1) or previous (-1) hit from the selected row on, and opens what hides it. */
    showHit,
    treeProps,
    rowId,
    rowProps,
    isExpanded: folds.isExpanded,
    expandAll: folds.openAll,
    collapseAll: () => folds.closeAll(whole),
  };
}

function countShown({ rowCount, groupSize, head }: ArrangedTraceTree): number {
  let groups = 0;
  for (let row = 0; row < rowCount; row += 1) if (groupSize[row] !== 0) groups += 1;
  return rowCount - groups - (head ? 1 : 0);
}
