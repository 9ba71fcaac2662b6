'use client';

import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent } from 'react';
import { findTraceTreeRow, traceTreeNodeId } from '@oriel/core';
import type { EpochMs, TimelineMode, TimelineViewport, TraceTreeNodeId, TraceTreeSource } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';
import type { Playhead } from '../trace-focus/playhead.ts';
import { usePlayhead } from '../trace-focus/use-playhead.ts';
import { useSelection } from '../trace-focus/use-selection.ts';
import type { SelectionOptions } from '../trace-focus/use-selection.ts';
import { listenToGestures } from './timeline-gestures.ts';
import { moveInTimeline } from './timeline-keys.ts';
import { TimelineStage } from './timeline-stage.ts';
import { useCleanRef } from './use-clean-ref.ts';
import { useFollowedPlayhead } from './use-followed-playhead.ts';
import { usePlayback } from './use-playback.ts';
import { useRestingViewport } from './use-resting-viewport.ts';
import { useTimelineDrawing } from './use-timeline-drawing.ts';

/** How a timeline is drawn, as plain data. */
export interface TimelineDisplay {
  readonly mode: TimelineMode;
  /** Long idle time is drawn shorter than it was. */
  readonly compressGaps: boolean;
  /** What the trace waited for is underlined. */
  readonly criticalPath: boolean;
  /** Only the time in which no child ran is filled. */
  readonly ownTime: boolean;
}

export interface UseTimelineOptions extends TraceTreeSource, SelectionOptions {
  /** How it is drawn. @defaultValue kept by the timeline */
  display?: TimelineDisplay | undefined;
  /** First display when the timeline keeps it; what it leaves out is off, and rows. */
  defaultDisplay?: Partial<TimelineDisplay> | undefined;
  onDisplayChange?: ((display: TimelineDisplay) => void) | undefined;
  /** What to show. Moves the timeline whenever it changes; the reader may move on from there. */
  viewport?: TimelineViewport | undefined;
  /** What to show first. @defaultValue everything from left to right, from the top */
  defaultViewport?: TimelineViewport | undefined;
  /** Called when the view has come to rest, not while it moves. */
  onViewportChange?: ((viewport: TimelineViewport) => void) | undefined;
  /** Nodes whose children have no rows, as in a tree beside. @defaultValue none */
  collapsedIds?: ReadonlySet<TraceTreeNodeId> | undefined;
  /** A playhead of yours. @defaultValue shared with the `TraceFocus` around, else its own */
  playhead?: Playhead | undefined;
  /** Where bars end that still run, epoch milliseconds. @defaultValue the latest time that the trace knows */
  now?: EpochMs | undefined;
}

const PLAIN: TimelineDisplay = { mode: 'rows', compressGaps: false, criticalPath: false, ownTime: false };
const NOTHING: ReadonlySet<TraceTreeNodeId> = new Set();
const LANE_HEIGHT = 26;

/** What a pointer or the keyboard points at, and where a tooltip for it belongs. */
export interface TimelineTarget {
  readonly row: number;
  /** Count of bars that are drawn as this one. */
  readonly count: number;
  /** Pixels from the left edge of the stage. */
  readonly x: number;
  /** Upper and lower edge of the bar's lane, pixels from the upper edge of the stage. */
  readonly top: number;
  readonly bottom: number;
}

/**
 * Behaviour of a timeline without its markup: layout, view, selection, keys, pointers and playback. Drawing happens
 * on canvases that are put into the element given to `attachStage`; readers of text get `rows` as a grid.
 *
 * @example
 * const timeline = useTimeline({ observations });
 * <div {...timeline.chartProps}><div ref={timeline.attachStage} style={{ blockSize: 400 }} /></div>
 */
export function useTimeline({
  observations,
  trace,
  display: givenDisplay,
  defaultDisplay,
  onDisplayChange,
  viewport,
  defaultViewport,
  onViewportChange,
  collapsedIds = NOTHING,
  playhead: givenPlayhead,
  now,
  ...selection
}: UseTimelineOptions) {
  const baseId = useId();
  const [display, setDisplay] = useControlled(givenDisplay, { ...PLAIN, ...defaultDisplay }, onDisplayChange);
  const [selectedId, setSelectedId] = useSelection(selection);
  const playhead = usePlayhead(givenPlayhead);

  const drawing = useTimelineDrawing({ observations, trace, display, collapsedIds, now });
  const { tree, layout, scale, extent } = drawing;

  const [pickedRow, setPickedRow] = useState(-1);
  const selectedRow = useMemo(
    () => findTraceTreeRow(tree, selectedId, pickedRow),
    [tree, selectedId, pickedRow],
  );
  // Keys act on the selected bar until they have moved on from it.
  const [movedTo, setMovedTo] = useState<TraceTreeNodeId | undefined>(undefined);
  const activeRow = useMemo(
    () => (movedTo === undefined ? selectedRow : findTraceTreeRow(tree, movedTo, pickedRow)),
    [tree, movedTo, selectedRow, pickedRow],
  );

  const { texts, criticalPath, ownTime } = drawing;
  const model = { layout, scale, extent, texts, selectedRow, activeRow, criticalPath, ownTime };
  const [stage] = useState(
    () =>
      new TimelineStage(
        model,
        viewport ?? defaultViewport ?? { start: 0, end: extent, top: 0, laneHeight: LANE_HEIGHT },
      ),
  );
  useIsomorphicLayoutEffect(() => stage.show(model));
  useRestingViewport(stage, viewport, onViewportChange);

  const playback = usePlayback({ playhead, origin: layout.origin, extent, scale });
  useFollowedPlayhead(stage, playhead, playback.isPlaying);

  // A bar selected elsewhere, or one that arrives after it was asked for, is brought into view once.
  const revealedId = useRef<TraceTreeNodeId | undefined>(undefined);
  useEffect(() => {
    if (selectedRow === -1 || revealedId.current === selectedId) return;
    const isFirst = revealedId.current === undefined;
    revealedId.current = selectedId;
    setMovedTo(undefined);
    if (!isFirst || selectedId !== null) stage.reveal(selectedRow);
  }, [selectedId, selectedRow, stage]);

  const [target, setTarget] = useState<TimelineTarget | null>(null);

  function targetOf(row: number, count: number, x?: number): TimelineTarget | null {
    const box = stage.barBox(row);
    return box && { row, count, x: x ?? (box.left + box.right) / 2, top: box.top, bottom: box.bottom };
  }

  function activate(row: number) {
    setPickedRow(row);
    setMovedTo(traceTreeNodeId(tree, row));
    stage.reveal(row);
    setTarget(targetOf(row, 1));
  }

  function selectRow(row: number) {
    if (row === -1) return;
    setPickedRow(row);
    const nodeId = traceTreeNodeId(tree, row);
    revealedId.current = nodeId;
    setMovedTo(undefined);
    setSelectedId(nodeId);
  }

  const handlers = useRef({ selectRow, targetOf, playhead });
  useEffect(() => {
    handlers.current = { selectRow, targetOf, playhead };
  });

  const attach = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      let pointedRow = -1;
      const detach = stage.attach(element);
      const forget = listenToGestures(element, stage, {
        onHover(hit, point) {
          stage.setOverlay({ hoveredRow: hit?.row ?? -1 });
          element.style.cursor = hit ? 'pointer' : '';
          if (pointedRow === (hit?.row ?? -1)) return;
          pointedRow = hit?.row ?? -1;
          const offset = stage.lanesOffset;
          setTarget(hit && handlers.current.targetOf(hit.row, hit.count, point.x + offset));
        },
        onPick: (hit) => handlers.current.selectRow(hit.row),
        onScrub: (time) => handlers.current.playhead.move(time),
      });
      return () => {
        forget();
        detach();
      };
    },
    [stage],
  );
  const attachOnce = useCleanRef(attach);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveInTimeline(event.key, event.shiftKey, {
      layout,
      viewport: stage.viewport,
      bounds: stage.bounds,
      activeRow,
    });
    if (!move) return;
    if (move.type === 'view') {
      setTarget(null);
      stage.moveTo(move.viewport);
    } else if (move.type === 'activate') activate(move.row);
    else if (move.type === 'select') selectRow(activeRow);
    else if (move.type === 'play') playback.toggle();
    else setTarget(null);
    event.preventDefault();
  }

  const rowId = (row: number) => `${baseId}${row}`;
  const chartProps = {
    role: 'treegrid',
    tabIndex: 0,
    'aria-activedescendant': activeRow === -1 ? undefined : rowId(activeRow),
    'aria-rowcount': tree.rowCount + 1,
    onKeyDown,
    onFocus: () => stage.setOverlay({ hasFocus: true }),
    onBlur: () => {
      stage.setOverlay({ hasFocus: false });
      setTarget(null);
    },
  } satisfies HTMLAttributes<HTMLElement>;

  return {
    layout,
    scale,
    /** Where the timeline ends, counted from its start. */
    extent,
    display,
    setDisplay,
    /** What is drawn, and how to move it: `stage.moveTo(zoomTime(stage.viewport, …, stage.bounds))`. */
    stage,
    /** The `ref` of the element to draw in, which must have a height and may have no children of yours. */
    attachStage: attachOnce,
    chartProps,
    rowId,
    selectedId,
    selectedRow,
    /** Row that keys act on; -1 when there is none. It has to exist as an element with `rowId`. */
    activeRow,
    selectRow,
    /** What a tooltip is about; `null` when nothing is pointed at. */
    target,
    playhead,
    playback,
  };
}
