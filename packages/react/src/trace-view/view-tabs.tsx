'use client';

import { useCallback, useRef } from 'react';
import type { TraceId, TraceStructure } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { TabSet } from '../tabs/tab-set.tsx';
import { ShippedView } from './shipped-view.tsx';
import { TRACE_VIEW_MODES } from './trace-view-state.ts';
import type { TraceViewMode, TraceViewState } from './trace-view-state.ts';
import type { TraceViewTab } from './trace-view-tab.ts';
import { useTreeMemory } from './use-tree-memory.ts';

interface ViewTabsProps {
  structure: TraceStructure;
  traceId: TraceId;
  viewState: TraceViewState;
  onChange: (part: TraceViewState) => void;
  tabs: readonly TraceViewTab[];
  focusOnLoad: boolean;
  declaredGraphKey: string | undefined;
}

/** What takes the arrow keys in a view. */
const ROWS = ':is([role="tree"], [role="grid"], [role="treegrid"], [role="application"])';

/** The views of a trace behind tabs. Only the open one exists: what it should remember is in the view state. */
export function ViewTabs({
  structure,
  traceId,
  viewState,
  onChange,
  tabs,
  focusOnLoad,
  declaredGraphKey,
}: ViewTabsProps) {
  const { messages } = usePresentation();
  const ref = useRef<HTMLDivElement>(null);
  const treeMemory = useTreeMemory();
  const isFresh = useRef(focusOnLoad);
  const onShow = useCallback(() => {
    // Once: who opens another view later has the focus on its tab, and keeps it.
    if (!isFresh.current) return;
    isFresh.current = false;
    ref.current?.querySelector<HTMLElement>(ROWS)?.focus({ preventScroll: true });
  }, []);
  const all = [
    ...TRACE_VIEW_MODES.map((id) => ({ id, title: messages.traceView.modes[id] })),
    ...tabs.map(({ id, label }) => ({ id, title: label })),
  ];
  const asked = viewState.mode ?? 'tree';
  const mode = all.some(({ id }) => id === asked) ? asked : 'tree';
  const own = tabs.find(({ id }) => id === mode);
  return (
    <TabSet
      tabs={all}
      selectedId={mode}
      onSelect={(next) => onChange({ mode: next })}
      label={messages.traceView.views}
      className="oriel-trace-views"
      panelClassName="oriel-trace-tab-content"
      rootRef={ref}
    >
      {own ? (
        own.render(structure)
      ) : (
        <ShippedView
          mode={mode as TraceViewMode}
          traceId={traceId}
          viewState={viewState}
          onChange={onChange}
          onShow={onShow}
          treeMemory={treeMemory}
          declaredGraphKey={declaredGraphKey}
        />
      )}
    </TabSet>
  );
}
