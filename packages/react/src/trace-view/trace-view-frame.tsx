'use client';

import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel as Pane, Separator } from 'react-resizable-panels';
import type { TraceId, TraceStructure } from '@oriel/core';
import type { DetailTab } from '../observation-detail/detail-slots.ts';
import { usePresentation } from './presentation.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import type { Playhead } from '../trace-focus/playhead.ts';
import { TraceFocus } from '../trace-focus/trace-focus.tsx';
import { NarrowDetail } from './narrow-detail.tsx';
import { DetailView } from './lazy-views.tsx';
import { TraceHeader } from './trace-header.tsx';
import type { TraceViewState } from './trace-view-state.ts';
import type { TraceViewTab } from './trace-view-tab.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { ViewTabs } from './view-tabs.tsx';

/** Below this width in CSS pixels there is room for one pane only. */
const NARROW = 640;

interface TraceViewFrameProps {
  panel: PanelProps;
  structure: TraceStructure;
  /** As the host asked for it, which is how the panels' reads are shared with the host's own. */
  traceId: TraceId;
  viewState: TraceViewState | undefined;
  defaultViewState: TraceViewState | undefined;
  onViewStateChange: ((state: TraceViewState) => void) | undefined;
  playhead: Playhead | undefined;
  tabs: readonly TraceViewTab[] | undefined;
  detailTabs: readonly DetailTab[] | undefined;
  renderActions: ((structure: TraceStructure) => ReactNode) | undefined;
  focusOnLoad: boolean;
  declaredGraphKey: string | undefined;
}

const NOTHING: TraceViewState = {};

/** Header, views and detail of a trace that is loaded. */
export function TraceViewFrame({
  panel,
  structure,
  traceId,
  viewState: controlledState,
  defaultViewState = NOTHING,
  onViewStateChange,
  playhead,
  tabs,
  detailTabs,
  renderActions,
  focusOnLoad,
  declaredGraphKey,
}: TraceViewFrameProps) {
  const { messages } = usePresentation();
  const [viewState, setViewState] = useControlled(controlledState, defaultViewState, onViewStateChange);
  const panesRef = useRef<HTMLDivElement>(null);
  const [isDetailOpen, setIsDetailOpen] = useState(false);
  const isNarrow = useIsNarrow(panesRef, NARROW);
  const selectedId = viewState.selectedId ?? null;

  // Two views may report in one turn, before either change has come back as a prop.
  const latest = useRef(viewState);
  useEffect(() => {
    latest.current = viewState;
  });
  function change(part: TraceViewState) {
    latest.current = { ...latest.current, ...part };
    setViewState(latest.current);
  }

  const views = (
    <ViewTabs
      structure={structure}
      traceId={traceId}
      viewState={viewState}
      onChange={change}
      tabs={tabs ?? []}
      focusOnLoad={focusOnLoad}
      declaredGraphKey={declaredGraphKey}
    />
  );
  const detail = (
    <DetailView
      traceId={traceId}
      observationId={selectedId}
      tab={viewState.detailTab ?? 'formatted'}
      tabs={detailTabs}
      onTabChange={(detailTab) => change({ detailTab })}
    />
  );
  return (
    <Panel {...panel} name="trace-view" state="ready">
      <TraceHeader structure={structure} actions={renderActions?.(structure)} />
      <TraceFocus selectedId={selectedId} onSelect={(id) => change({ selectedId: id })} playhead={playhead}>
        <div ref={panesRef} className="oriel-trace-panes">
          {/* The views keep their place in every layout, and with it their scroll and the reader's focus. */}
          <div className="oriel-trace-pane-group" hidden={isNarrow && isDetailOpen}>
            <Group>
              <Pane id="views" minSize={260} defaultSize="46%">
                {views}
              </Pane>
              {!isNarrow && (
                <Separator className="oriel-trace-separator" aria-label={messages.traceView.resize} />
              )}
              {!isNarrow && (
                <Pane id="detail" minSize={280}>
                  {detail}
                </Pane>
              )}
            </Group>
          </div>
          {isNarrow && (
            <NarrowDetail
              structure={structure}
              selectedId={selectedId}
              isOpen={isDetailOpen}
              onOpenChange={setIsDetailOpen}
            >
              {detail}
            </NarrowDetail>
          )}
        </div>
      </TraceFocus>
    </Panel>
  );
}
