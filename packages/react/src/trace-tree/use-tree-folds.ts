'use client';

import { useState } from 'react';
import { expandableNodeIds, siblingRows, traceTreeNodeId } from '@oriel/core';
import type { ArrangedTraceTree, TraceTreeLayout, TraceTreeNodeId } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';

export interface TreeFoldOptions {
  /** Nodes whose children are hidden. @defaultValue kept by the tree */
  collapsedIds?: ReadonlySet<TraceTreeNodeId> | undefined;
  /** First folds when the tree keeps them. @defaultValue everything is open */
  defaultCollapsedIds?: ReadonlySet<TraceTreeNodeId> | undefined;
  /** Called when rows are folded or opened. */
  onCollapsedIdsChange?: ((nodeIds: ReadonlySet<TraceTreeNodeId>) => void) | undefined;
}

type NodeIds = ReadonlySet<TraceTreeNodeId>;
const NOTHING: NodeIds = new Set();

/** Which rows show what is below them. Nodes do unless they are collapsed; groups of repeats only once opened. */
export function useTreeFolds(
  layout: ArrangedTraceTree,
  { collapsedIds, defaultCollapsedIds = NOTHING, onCollapsedIdsChange }: TreeFoldOptions,
) {
  const [collapsed, setCollapsed] = useControlled(collapsedIds, defaultCollapsedIds, onCollapsedIdsChange);
  const [openGroups, setOpenGroups] = useState(NOTHING);
  const isGroup = (row: number) => layout.groupSize[row] !== 0;

  function isExpanded(row: number): boolean {
    const nodeId = traceTreeNodeId(layout, row);
    return layout.childCount[row] !== 0 && (isGroup(row) ? openGroups.has(nodeId) : !collapsed.has(nodeId));
  }

  /** Opens rows, and says nothing where all are open. */
  function open(rows: readonly number[]): void {
    const closed = rows.filter((row) => layout.childCount[row] !== 0 && !isExpanded(row));
    const idsOf = (some: readonly number[]) => some.map((row) => traceTreeNodeId(layout, row));
    const nodes = idsOf(closed.filter((row) => !isGroup(row)));
    const groups = idsOf(closed.filter(isGroup));
    if (nodes.length > 0) setCollapsed(without(collapsed, nodes));
    if (groups.length > 0) setOpenGroups(new Set([...openGroups, ...groups]));
  }

  function close(row: number): void {
    const nodeId = traceTreeNodeId(layout, row);
    if (isGroup(row)) setOpenGroups(without(openGroups, [nodeId]));
    else setCollapsed(new Set(collapsed).add(nodeId));
  }

  return {
    collapsed,
    openGroups,
    isExpanded,
    open,
    toggle: (row: number) => {
      if (!layout.childCount[row]) return;
      if (isExpanded(row)) close(row);
      else open([row]);
    },
    openSiblings: (row: number) => open(siblingRows(layout, row)),
    openAll: () => {
      setCollapsed(NOTHING);
      setOpenGroups(groupIds(layout));
    },
    closeAll: (whole: TraceTreeLayout) => {
      setCollapsed(expandableNodeIds(whole));
      setOpenGroups(NOTHING);
    },
  };
}

function groupIds(layout: ArrangedTraceTree): NodeIds {
  const nodeIds = new Set<TraceTreeNodeId>();
  for (let row = 0; row < layout.rowCount; row += 1) {
    if (layout.groupSize[row]) nodeIds.add(traceTreeNodeId(layout, row));
  }
  return nodeIds;
}

function without(nodeIds: NodeIds, gone: readonly TraceTreeNodeId[]): NodeIds {
  const rest = new Set(nodeIds);
  for (const nodeId of gone) rest.delete(nodeId);
  return rest;
}
