'use client';

import { useId } from 'react';
import { wholeViewport, zoomTime } from '@oriel/core';
import { PrintPicture } from '../print/print-picture.tsx';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { printTimeline } from './print-timeline.ts';
import { downloadFile, timelineFile } from './save-timeline.ts';
import { TimelineGrid } from './timeline-grid.tsx';
import { TimelineMinimap } from './timeline-minimap.tsx';
import { TimelinePlayback } from './timeline-playback.tsx';
import { TimelineToolbar } from './timeline-toolbar.tsx';
import { TimelineTooltip } from './timeline-tooltip.tsx';
import { useFirstFrame } from '../state/use-first-frame.ts';
import { useTimeline } from './use-timeline.ts';
import type { UseTimelineOptions } from './use-timeline.ts';

export interface TimelineChartViewProps extends PanelProps, UseTimelineOptions {}

/** Rows that are not there yet cannot be named. */
const WITHOUT_ROWS = { 'aria-busy': true, 'aria-activedescendant': undefined } as const;

/** `TimelineChart` for observations you already hold: no store, no loading state. */
export function TimelineChartView({
  observations,
  trace,
  selectedId,
  defaultSelectedId,
  onSelect,
  display,
  defaultDisplay,
  onDisplayChange,
  viewport,
  defaultViewport,
  onViewportChange,
  collapsedIds,
  playhead,
  now,
  ...panel
}: TimelineChartViewProps) {
  const presentation = usePresentation();
  const { messages } = presentation;
  const texts = messages.timelineChart;
  const hintId = useId();
  const {
    layout,
    stage,
    display: shownDisplay,
    setDisplay,
    chartProps,
    attachStage,
    activeRow,
    selectedRow,
    rowId,
    target,
    playback,
    playhead: shownPlayhead,
    extent,
  } = useTimeline({
    observations,
    trace,
    selectedId,
    defaultSelectedId,
    onSelect,
    display,
    defaultDisplay,
    onDisplayChange,
    viewport,
    defaultViewport,
    onViewportChange,
    collapsedIds,
    playhead,
    now,
  });
  const isEmpty = layout.tree.rowCount === 0;
  // Bars are seen first: what stands around them takes as long as they do, and follows a frame later.
  const hasFrame = useFirstFrame();

  async function save(format: 'svg' | 'png') {
    const { scene } = stage;
    const name = trace?.name?.trim() || texts.timeline;
    const file = scene && (await timelineFile(scene, format, name));
    if (file) downloadFile(file, `${name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.${format}`);
  }

  return (
    <Panel aria-label={texts.timeline} {...panel} name="timeline-chart" state={isEmpty ? 'empty' : 'ready'}>
      {isEmpty ? (
        <>
          <TimelineToolbar display={null} />
          <PanelMessage kind="empty" title={messages.noObservations}>
            {messages.noObservationsHint}
          </PanelMessage>
        </>
      ) : (
        <>
          {hasFrame ? (
            <>
              <TimelineToolbar
                display={shownDisplay}
                onDisplayChange={setDisplay}
                onZoom={(factor) => stage.moveTo(zoomTime(stage.viewport, factor, 0.5, stage.bounds))}
                onShowAll={() => stage.moveTo(wholeViewport(stage.viewport, stage.bounds))}
                onSave={(format) => void save(format)}
              />
              <TimelineMinimap stage={stage} />
            </>
          ) : (
            <>
              <div className="oriel-timeline-chart-toolbar" />
              <div className="oriel-timeline-chart-minimap" />
            </>
          )}
          <div
            {...chartProps}
            {...(hasFrame ? undefined : WITHOUT_ROWS)}
            className="oriel-timeline-chart-body"
            aria-label={texts.timeline}
            aria-describedby={hintId}
          >
            <div ref={attachStage} className="oriel-timeline-chart-stage" aria-hidden="true" />
            {hasFrame && (
              <TimelineGrid layout={layout} activeRow={activeRow} selectedRow={selectedRow} rowId={rowId} />
            )}
            {target && <TimelineTooltip layout={layout} stage={stage} target={target} />}
          </div>
          <PrintPicture
            draw={(place) =>
              stage.scene &&
              printTimeline(stage.scene, trace?.name?.trim() || texts.timeline, place, presentation)
            }
          />
          <span id={hintId} hidden>
            {texts.keysHint}
          </span>
          {hasFrame ? (
            <TimelinePlayback
              playback={playback}
              playhead={shownPlayhead}
              origin={layout.origin}
              extent={extent}
            />
          ) : (
            <div className="oriel-timeline-chart-playback" />
          )}
        </>
      )}
    </Panel>
  );
}
