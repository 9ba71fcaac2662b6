'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { stickyAncestorRows } from '@oriel/core';
import type { RowSums, TraceTreeNodeId } from '@oriel/core';
import { PrintNote } from '../print/print-note.tsx';
import { usePresentation } from './presentation.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { usePlayheadMarks } from '../trace-focus/use-playhead-marks.ts';
import { splitTraceTreeProps } from './split-trace-tree-props.ts';
import { cellRunsAt, traceTreeCell } from './trace-tree-cell.ts';
import type { TraceTreeNode } from './trace-tree-cell.ts';
import { traceTreeColumns } from './trace-tree-columns.tsx';
import type { TraceTreeColumn } from './trace-tree-columns.tsx';
import { TraceTreeHeader } from './trace-tree-header.tsx';
import { TraceTreeOptions } from './trace-tree-options.tsx';
import { TraceTreeRow } from './trace-tree-row.tsx';
import { TraceTreeSearch } from './trace-tree-search.tsx';
import { TraceTreeToolbar } from './trace-tree-toolbar.tsx';
import { useRowWindow } from '../row-window/use-row-window.ts';
import { useScrollAnchor } from './use-scroll-anchor.ts';
import { useTraceTree } from './use-trace-tree.ts';
import type { UseTraceTreeOptions } from './use-trace-tree.ts';

/** More would leave too little room for what is being read. */
const MAX_PINNED = 4;
const NONE: readonly string[] = [];

export interface TraceTreeViewProps extends PanelProps, Omit<UseTraceTreeOptions, 'pageRows'> {
  /** Columns at the end of every row. Keep them stable. @defaultValue `traceTreeColumns`: tokens, cost, duration */
  columns?: readonly TraceTreeColumn[] | undefined;
  /** Ids of columns that are not shown. @defaultValue kept by the tree */
  hiddenColumns?: readonly string[] | undefined;
  /** First hidden columns when the tree keeps them. @defaultValue none */
  defaultHiddenColumns?: readonly string[] | undefined;
  /** Called when columns are hidden or shown. */
  onHiddenColumnsChange?: ((ids: readonly string[]) => void) | undefined;
  /** Replaces the name of a row. Keep it stable: a new function renders the visible rows again. */
  renderLabel?: ((node: TraceTreeNode) => ReactNode) | undefined;
  /** Adds badges after the name. Keep it stable, too. */
  renderBadges?: ((node: TraceTreeNode) => ReactNode) | undefined;
}

/** `TraceTree` for observations you already hold: no store, no loading state. */
export function TraceTreeView({ observations, trace, ...props }: TraceTreeViewProps) {
  const { treeOptions, viewOptions, panel } = splitTraceTreeProps(props);
  const { columns = traceTreeColumns, renderLabel, renderBadges } = viewOptions;
  const { messages } = usePresentation();
  const [hiddenColumns, setHiddenColumns] = useControlled(
    viewOptions.hiddenColumns,
    viewOptions.defaultHiddenColumns ?? NONE,
    viewOptions.onHiddenColumnsChange,
  );
  const pageRows = useRef<() => number>(() => 1);
  const tree = useTraceTree({ observations, trace, ...treeOptions, pageRows: () => pageRows.current() });
  const { layout, visibleRows, totals } = tree;
  const shownColumns = useShownColumns(columns, hiddenColumns, totals);
  const activeDepth = layout.depth[visibleRows[tree.activeIndex] ?? -1] ?? 0;
  const list = useRowWindow({
    count: visibleRows.length,
    keptIndex: tree.activeIndex,
    pinnedRows: Math.min(MAX_PINNED, activeDepth),
  });
  const { scroller, setScroller, probeRef, rowHeight, items, firstIndex, scrollToRow } = list;
  useEffect(() => {
    pageRows.current = list.pageRows;
  });
  useScrollAnchor(tree, scroller, rowHeight, list.scrollOffset);
  usePlayheadMarks({
    readList: () => scroller,
    attribute: 'data-row',
    runsAt: (row, time) => {
      const cell = traceTreeCell(layout, tree.sums, tree.totals, row);
      return cell !== null && cellRunsAt(cell, time);
    },
  });

  const shownId = useRef<TraceTreeNodeId | undefined>(undefined);
  useEffect(() => {
    // Only a new selection moves the list: data that arrives later must not take the reader away.
    if (!scroller || tree.activeIndex === -1 || shownId.current === tree.selectedId) return;
    shownId.current = tree.selectedId;
    scrollToRow(tree.activeIndex);
  }, [scroller, tree.activeIndex, tree.selectedId, scrollToRow]);

  function drawRow(index: number, row: number, top: number, slot: number | string, isPinned: boolean) {
    const cell = traceTreeCell(layout, tree.sums, tree.totals, row);
    if (!cell) return null;
    return (
      <TraceTreeRow
        key={slot}
        cell={cell}
        row={row}
        position={layout.position[row] ?? 1}
        setSize={layout.childCount[layout.parent[row] ?? -1] ?? layout.rootCount}
        top={top}
        domId={tree.rowId(row)}
        isSelected={row === tree.selectedRow}
        isActive={!isPinned && index === tree.activeIndex}
        isExpanded={tree.isExpanded(row)}
        isHit={tree.search.isHit(row)}
        isPinned={isPinned}
        isFlung={list.isFlung}
        columns={shownColumns}
        renderLabel={renderLabel}
        renderBadges={renderBadges}
      />
    );
  }

  const isEmpty = tree.whole.rowCount === 0;
  const pinned = stickyAncestorRows(layout, visibleRows, firstIndex, MAX_PINNED);
  return (
    <Panel aria-label={messages.traceTree} {...panel} name="trace-tree" state={isEmpty ? 'empty' : 'ready'}>
      <TraceTreeToolbar onExpandAll={tree.expandAll} onCollapseAll={tree.collapseAll}>
        <TraceTreeSearch tree={tree} />
        <TraceTreeOptions
          tree={tree}
          columns={columns}
          hiddenColumns={hiddenColumns}
          onHiddenColumnsChange={setHiddenColumns}
        />
      </TraceTreeToolbar>
      <TraceTreeHeader count={observations.length} shownCount={tree.shownCount} columns={shownColumns} />
      <div ref={probeRef} className="oriel-rows-probe" aria-hidden="true" />
      {isEmpty && (
        <PanelMessage kind="empty" title={messages.noObservations}>
          {messages.noObservationsHint}
        </PanelMessage>
      )}
      {!isEmpty && layout.rowCount === 0 && (
        <PanelMessage kind="empty" title={messages.traceTreePanel.nothingAtLevel}>
          {messages.traceTreePanel.nothingAtLevelHint}
          <button type="button" className="oriel-button" onClick={() => tree.setMinimumLevel('DEBUG')}>
            {messages.traceTreePanel.showAllLevels}
          </button>
        </PanelMessage>
      )}
      {layout.rowCount > 0 && (
        <div
          {...tree.treeProps}
          ref={setScroller}
          className="oriel-rows oriel-trace-tree-rows"
          aria-label={messages.traceTree}
        >
          <div
            role="presentation"
            className="oriel-trace-tree-pinned"
            data-count={pinned.length}
            aria-hidden="true"
          >
            {pinned.map((row, slot) => drawRow(-1, row, slot * rowHeight, slot, true))}
          </div>
          <div role="presentation" className="oriel-rows-extent" style={{ blockSize: list.extent }}>
            {items.map(({ index, slot, start }) =>
              drawRow(index, visibleRows[index] ?? 0, start, slot, false),
            )}
          </div>
        </div>
      )}
      <PrintNote rows={list.printed} />
    </Panel>
  );
}

/** Those that are wanted and have something to say: one that is empty in every row would only take room from names. */
function useShownColumns(
  columns: readonly TraceTreeColumn[],
  hiddenColumns: readonly string[],
  whole: RowSums,
): readonly TraceTreeColumn[] {
  // A trace that grows has new sums all the time, and rows that are given new columns are rendered again.
  const needed = columns.flatMap(({ id, isNeeded }) => ((isNeeded?.(whole) ?? true) ? id : [])).join('\n');
  return useMemo(() => {
    const ids = needed.split('\n').filter((id) => !hiddenColumns.includes(id));
    return columns.filter(({ id }) => ids.includes(id));
  }, [columns, hiddenColumns, needed]);
}
