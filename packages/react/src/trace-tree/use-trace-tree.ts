'use client';

import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent, MouseEvent } from 'react';
import {
  ancestorRows,
  expandableNodeIds,
  findTraceTreeRow,
  findVisibleIndex,
  layoutTraceTree,
  siblingRows,
  traceTreeNodeId,
  visibleTraceTreeRows,
} from '@oriel/core';
import type { TraceTreeNodeId, TraceTreeSource } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import { useSelection } from '../trace-focus/use-selection.ts';
import type { SelectionOptions } from '../trace-focus/use-selection.ts';
import { moveInTree } from './move-in-tree.ts';
import { traceTreeRowProps } from './trace-tree-row-props.ts';
import { useTypeAhead } from './use-type-ahead.ts';

export interface UseTraceTreeOptions extends TraceTreeSource, SelectionOptions {
  /** Nodes whose children are hidden. @defaultValue kept by the tree */
  collapsedIds?: ReadonlySet<TraceTreeNodeId> | undefined;
  /** First folds when the tree keeps them. @defaultValue everything is open */
  defaultCollapsedIds?: ReadonlySet<TraceTreeNodeId> | undefined;
  /** Called when rows are folded or opened. */
  onCollapsedIdsChange?: ((nodeIds: ReadonlySet<TraceTreeNodeId>) => void) | undefined;
  /** How many rows Page Up and Page Down move by. @defaultValue 10 */
  pageRows?: (() => number) | undefined;
}

const NOTHING: ReadonlySet<TraceTreeNodeId> = new Set();

/**
 * Behaviour of a trace tree without its markup: which rows are visible, which one is selected, and the keyboard
 * of the WAI-ARIA tree pattern. Selection follows the arrow keys. The tree is one tab stop that names its active
 * row, so rows may come and go while it keeps the focus.
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
  collapsedIds: controlledCollapsedIds,
  defaultCollapsedIds = NOTHING,
  onCollapsedIdsChange,
  pageRows,
  ...selection
}: UseTraceTreeOptions) {
  const baseId = useId();
  const [selectedId, setSelectedId] = useSelection(selection);
  const [collapsedIds, setCollapsedIds] = useControlled(
    controlledCollapsedIds,
    defaultCollapsedIds,
    onCollapsedIdsChange,
  );
  const layout = useMemo(() => layoutTraceTree({ observations, trace }), [observations, trace]);
  const visibleRows = useMemo(() => visibleTraceTreeRows(layout, collapsedIds), [layout, collapsedIds]);

  const [pickedRow, setPickedRow] = useState(-1);
  const selectedRow = useMemo(
    () => findTraceTreeRow(layout, selectedId, pickedRow),
    [layout, selectedId, pickedRow],
  );
  // Where the selected row is folded away, the row it is folded into acts for it.
  const activeIndex = selectedRow === -1 ? -1 : findVisibleIndex(visibleRows, selectedRow);
  const activeRow = visibleRows[activeIndex] ?? -1;
  const typeAhead = useTypeAhead(layout, visibleRows);

  // A node selected elsewhere, or one that arrives after it was asked for, is opened up to once.
  const revealedId = useRef<TraceTreeNodeId | undefined>(undefined);
  useEffect(() => {
    if (selectedRow === -1 || revealedId.current === selectedId) return;
    revealedId.current = selectedId;
    const folded = ancestorRows(layout, selectedRow).map((row) => traceTreeNodeId(layout, row));
    if (folded.some((nodeId) => collapsedIds.has(nodeId))) setCollapsedIds(without(collapsedIds, folded));
  }, [layout, selectedId, selectedRow, collapsedIds, setCollapsedIds]);

  function selectRow(row: number | undefined) {
    if (row === undefined) return;
    setPickedRow(row);
    const nodeId = traceTreeNodeId(layout, row);
    revealedId.current = nodeId;
    setSelectedId(nodeId);
  }

  function isExpanded(row: number): boolean {
    return layout.childCount[row] !== 0 && !collapsedIds.has(traceTreeNodeId(layout, row));
  }

  function toggleRow(row: number) {
    if (!layout.childCount[row]) return;
    const nodeId = traceTreeNodeId(layout, row);
    setCollapsedIds(
      collapsedIds.has(nodeId) ? without(collapsedIds, [nodeId]) : new Set(collapsedIds).add(nodeId),
    );
  }

  function expandSiblings(row: number) {
    setCollapsedIds(
      without(
        collapsedIds,
        siblingRows(layout, row).map((sibling) => traceTreeNodeId(layout, sibling)),
      ),
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const move = moveInTree(event.key, {
      layout,
      visibleRows,
      activeIndex,
      isExpanded: activeRow !== -1 && isExpanded(activeRow),
      pageRows: pageRows?.() ?? 10,
      isRightToLeft,
    });
    if (move === null) {
      const found = typeAhead(event, activeIndex);
      if (found === null) return;
      selectRow(visibleRows[found]);
    } else if (move.type === 'select') selectRow(visibleRows[move.index]);
    else if (move.type === 'toggle') toggleRow(activeRow);
    else if (move.type === 'expand-siblings') expandSiblings(activeRow);
    event.preventDefault();
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const target = event.target as Element;
    const element = target.closest<HTMLElement>('[data-row]');
    if (!element || target.closest('a, button')) return;
    const row = Number(element.dataset['row']);
    if (target.closest('[data-toggle]')) toggleRow(row);
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
    return traceTreeRowProps(layout, row, {
      domId: rowId(row),
      isExpanded: isExpanded(row),
      isSelected: row === selectedRow,
    });
  }

  return {
    layout,
    /** Rows to show, from top to bottom. */
    visibleRows,
    selectedId,
    /** Row of the selected node; -1 when the tree has none. */
    selectedRow,
    /** Place in `visibleRows` of the row that keys act on; -1 when there is none. Keep it in the DOM. */
    activeIndex,
    treeProps,
    rowId,
    rowProps,
    isExpanded,
    expandAll: () => setCollapsedIds(NOTHING),
    collapseAll: () => setCollapsedIds(expandableNodeIds(layout)),
  };
}

function without(
  collapsedIds: ReadonlySet<TraceTreeNodeId>,
  nodeIds: readonly TraceTreeNodeId[],
): ReadonlySet<TraceTreeNodeId> {
  const next = new Set(collapsedIds);
  for (const nodeId of nodeIds) next.delete(nodeId);
  return next;
}
