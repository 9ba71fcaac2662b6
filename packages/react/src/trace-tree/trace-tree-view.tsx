'use client';

import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { TraceTreeNodeId } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { TraceTreeRow } from './trace-tree-row.tsx';
import type { TraceTreeNode } from './trace-tree-row.tsx';
import { TraceTreeToolbar } from './trace-tree-toolbar.tsx';
import { useRowWindow } from './use-row-window.ts';
import { useTraceTree } from './use-trace-tree.ts';
import type { UseTraceTreeOptions } from './use-trace-tree.ts';

export interface TraceTreeViewProps extends PanelProps, Omit<UseTraceTreeOptions, 'pageRows'> {
  /** Replaces the name of a row. Keep it stable: a new function renders the visible rows again. */
  renderLabel?: ((node: TraceTreeNode) => ReactNode) | undefined;
  /** Adds badges after the name. Keep it stable, too. */
  renderBadges?: ((node: TraceTreeNode) => ReactNode) | undefined;
}

/** `TraceTree` for observations you already hold: no store, no loading state. */
export function TraceTreeView({
  observations,
  trace,
  selectedId,
  defaultSelectedId,
  onSelect,
  collapsedIds,
  defaultCollapsedIds,
  onCollapsedIdsChange,
  renderLabel,
  renderBadges,
  ...panel
}: TraceTreeViewProps) {
  const { messages } = usePresentation();
  const pageRows = useRef<() => number>(() => 1);
  const tree = useTraceTree({
    observations,
    trace,
    selectedId,
    defaultSelectedId,
    onSelect,
    collapsedIds,
    defaultCollapsedIds,
    onCollapsedIdsChange,
    pageRows: () => pageRows.current(),
  });
  const {
    scrollRef,
    probeRef,
    virtualizer,
    items,
    slotOf,
    pageRows: measurePageRows,
  } = useRowWindow(tree.visibleRows.length, tree.activeIndex);
  useEffect(() => {
    pageRows.current = measurePageRows;
  });

  const shownId = useRef<TraceTreeNodeId | undefined>(undefined);
  useEffect(() => {
    // Only a new selection moves the list: data that arrives later must not take the reader away.
    if (tree.activeIndex === -1 || shownId.current === tree.selectedId) return;
    shownId.current = tree.selectedId;
    virtualizer.scrollToIndex(tree.activeIndex, { align: 'auto' });
  }, [tree.activeIndex, tree.selectedId, virtualizer]);

  const isEmpty = tree.layout.rowCount === 0;
  return (
    <Panel aria-label={messages.traceTree} {...panel} name="trace-tree" state={isEmpty ? 'empty' : 'ready'}>
      <TraceTreeToolbar
        count={observations.length}
        onExpandAll={tree.expandAll}
        onCollapseAll={tree.collapseAll}
      />
      <div ref={probeRef} className="oriel-trace-tree-probe" aria-hidden="true" />
      {isEmpty ? (
        <PanelMessage kind="empty" title={messages.noObservations}>
          {messages.noObservationsHint}
        </PanelMessage>
      ) : (
        <div
          {...tree.treeProps}
          ref={scrollRef}
          className="oriel-trace-tree-rows"
          aria-label={messages.traceTree}
        >
          <div
            role="presentation"
            className="oriel-trace-tree-extent"
            style={{ blockSize: virtualizer.getTotalSize() }}
          >
            {items.map(({ index, start }) => {
              const row = tree.visibleRows[index] ?? 0;
              return (
                <TraceTreeRow
                  key={slotOf(index)}
                  layout={tree.layout}
                  row={row}
                  top={start}
                  domId={tree.rowId(row)}
                  isSelected={row === tree.selectedRow}
                  isActive={index === tree.activeIndex}
                  isExpanded={tree.isExpanded(row)}
                  renderLabel={renderLabel}
                  renderBadges={renderBadges}
                />
              );
            })}
          </div>
        </div>
      )}
    </Panel>
  );
}
