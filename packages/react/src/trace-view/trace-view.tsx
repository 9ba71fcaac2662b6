'use client';

import type { ReactNode } from 'react';
import type { TraceId, TraceStructure } from '@oriel/core';
import type { DetailTab } from '../observation-detail/detail-slots.ts';
import { usePresentation } from './presentation.ts';
import type { PanelProps } from '../states/panel.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import type { Playhead } from '../trace-focus/playhead.ts';
import { TraceViewFrame } from './trace-view-frame.tsx';
import type { TraceViewState } from './trace-view-state.ts';
import type { TraceViewTab } from './trace-view-tab.ts';

export interface TraceViewProps extends PanelProps {
  /** The trace's id, or any id of yours that the store can resolve to it. */
  traceId: TraceId;
  /** What the reader sees, as plain data; what is absent stands at its default. @defaultValue kept by the view */
  viewState?: TraceViewState | undefined;
  /** First state when the view keeps it. @defaultValue the tree, nothing picked */
  defaultViewState?: TraceViewState | undefined;
  /** Called with the whole next state: put it in your address. */
  onViewStateChange?: ((state: TraceViewState) => void) | undefined;
  /** A playhead of yours, to drive the views from outside. @defaultValue one of its own */
  playhead?: Playhead | undefined;
  /** Views of your own, behind ours. Keep the list stable. */
  tabs?: readonly TraceViewTab[] | undefined;
  /** Tabs of your own in the detail of what is picked, behind ours. Keep the list stable. */
  detailTabs?: readonly DetailTab[] | undefined;
  /** Buttons at the end of the title line. */
  renderActions?: ((structure: TraceStructure) => ReactNode) | undefined;
  /** Moves the focus into the open view once it is there, for a page that was opened to look at it. @defaultValue `false` */
  focusOnLoad?: boolean | undefined;
  /** Key of the trace's metadata under which a program sends its declared graph. @defaultValue none is read */
  declaredGraphKey?: string | undefined;
}

/**
 * Everything about one trace: its header, and its tree, timeline, graph, log and insights beside the detail of what
 * is picked. All views share one selection and one playhead. Give it a height: its panes scroll within.
 *
 * @example
 * const [state, setState] = useState(() => parseTraceViewState(location.search));
 * <TraceView traceId="order-4711" viewState={state} onViewStateChange={setState} />
 */
export function TraceView({
  traceId,
  viewState,
  defaultViewState,
  onViewStateChange,
  playhead,
  tabs,
  detailTabs,
  renderActions,
  focusOnLoad = false,
  declaredGraphKey,
  ...panel
}: TraceViewProps) {
  const { messages } = usePresentation();
  const attributes = { 'aria-label': messages.traceView.title, ...panel };
  return (
    <TraceGate
      traceId={traceId}
      name="trace-view"
      panel={attributes}
      skeleton={
        <SkeletonLines count={10} className="oriel-detail-skeleton-line" label={messages.loadingTrace} />
      }
    >
      {(structure) => (
        <TraceViewFrame
          // Another trace starts afresh: what was picked, opened and searched belongs to the one before.
          key={structure.trace.id}
          panel={attributes}
          structure={structure}
          traceId={traceId}
          viewState={viewState}
          defaultViewState={defaultViewState}
          onViewStateChange={onViewStateChange}
          playhead={playhead}
          tabs={tabs}
          detailTabs={detailTabs}
          renderActions={renderActions}
          focusOnLoad={focusOnLoad}
          declaredGraphKey={declaredGraphKey}
        />
      )}
    </TraceGate>
  );
}
