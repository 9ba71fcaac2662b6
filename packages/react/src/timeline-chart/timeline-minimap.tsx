'use client';

import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { timelineDensity } from '@oriel/core';
import type { Milliseconds } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { canvasSurface } from './canvas-surface.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { TimelineStage } from './timeline-stage.ts';
import type { TimelineTheme } from './timeline-theme.ts';

interface TimelineMinimapProps {
  stage: TimelineStage;
}

type Edge = 'start' | 'end';
type Drag = {
  readonly type: Edge | 'move' | 'new';
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** A range input has one thumb, and this needs two. Its values follow the stage. */
const SLIDER = {
  role: 'slider',
  tabIndex: 0,
  'aria-valuemin': 0,
  'aria-valuemax': 0,
  'aria-valuenow': 0,
} as const;

const ERROR = 3;
const FIRST_MS = 30;
const KEY_STEP = 0.01;
const KEY_FAR_STEP = 0.1;
/** A press this short is a click, and centres the view. */
const CLICK_REACH = 0.004;

/** The whole trace in a strip, and a brush on it that shows and sets what the timeline shows. */
export function TimelineMinimap({ stage }: TimelineMinimapProps) {
  const { messages, format } = usePresentation();
  const texts = messages.timelineChart;
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const brush = useRef<HTMLDivElement>(null);
  const handles = useRef<Partial<Record<Edge, HTMLDivElement | null>>>({});
  const drag = useRef<Drag | null>(null);

  useEffect(() => {
    let drawn: readonly unknown[] = [];
    const follow = () => {
      const { model, theme, viewport } = stage;
      const context = canvas.current?.getContext('2d');
      const { clientWidth, clientHeight } = strip.current ?? { clientWidth: 0, clientHeight: 0 };
      const wanted = [model.layout, model.scale, model.extent, theme, clientWidth];
      // The picture changes with the trace and the width; panning only moves the brush.
      if (context && theme && clientWidth > 0 && wanted.some((part, index) => part !== drawn[index])) {
        drawn = wanted;
        paintDensity(context, model, theme, clientWidth, clientHeight);
      }
      const { from, to } = shownShares(stage);
      if (brush.current) {
        brush.current.style.left = `${from * 100}%`;
        brush.current.style.width = `${(to - from) * 100}%`;
      }
      for (const [edge, time] of [
        ['start', viewport.start],
        ['end', viewport.end],
      ] as const) {
        const handle = handles.current[edge];
        handle?.setAttribute('aria-valuemax', `${Math.round(model.extent)}`);
        handle?.setAttribute('aria-valuenow', `${Math.round(time)}`);
        handle?.setAttribute('aria-valuetext', format.duration(time));
      }
    };
    const sizes = new ResizeObserver(follow);
    // The bars come first; the overview of them may come a frame later.
    const first = setTimeout(() => {
      if (strip.current) sizes.observe(strip.current);
    }, FIRST_MS);
    const unsubscribe = stage.subscribe(follow);
    return () => {
      clearTimeout(first);
      sizes.disconnect();
      unsubscribe();
    };
  }, [stage, format]);

  function show(from: number, to: number) {
    const { scale, extent } = stage.model;
    const whole = scale.toShown(extent);
    const [left, right] = [Math.max(0, Math.min(from, to)), Math.min(1, Math.max(from, to))];
    stage.moveTo({ ...stage.viewport, start: scale.toTime(left * whole), end: scale.toTime(right * whole) });
  }

  function shareAt(event: PointerEvent): number {
    const box = strip.current?.getBoundingClientRect();
    return box ? Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) : 0;
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    const at = shareAt(event);
    const { from, to } = shownShares(stage);
    const edge = (event.target as HTMLElement).dataset['edge'] as Edge | undefined;
    const isWhole = to - from > 0.999;
    const type = edge ?? (!isWhole && at >= from && at <= to ? 'move' : 'new');
    drag.current = { type, at, from, to };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (!drag.current) return;
    const { type, at, from, to } = drag.current;
    const now = shareAt(event);
    if (type === 'start') show(now, to);
    else if (type === 'end') show(from, now);
    else if (type === 'move') {
      const moved = Math.min(1 - to, Math.max(-from, now - at));
      show(from + moved, to + moved);
    } else if (Math.abs(now - at) > CLICK_REACH) show(at, now);
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const ended = drag.current;
    drag.current = null;
    if (ended?.type !== 'new' || Math.abs(shareAt(event) - ended.at) > CLICK_REACH) return;
    const half = (ended.to - ended.from) / 2;
    const centre = Math.min(1 - half, Math.max(half, ended.at));
    show(centre - half, centre + half);
  }

  function onKeyDown(edge: Edge, event: KeyboardEvent) {
    const { from, to } = shownShares(stage);
    const step = event.shiftKey || event.key.startsWith('Page') ? KEY_FAR_STEP : KEY_STEP;
    const own = edge === 'start' ? from : to;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: own + step,
      ArrowUp: own + step,
      PageUp: own + step,
      ArrowLeft: own - step,
      ArrowDown: own - step,
      PageDown: own - step,
      Home: edge === 'start' ? 0 : from + KEY_STEP,
      End: edge === 'end' ? 1 : to - KEY_STEP,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (edge === 'start') show(Math.min(next, to - 1e-6), to);
    else show(from, Math.max(next, from + 1e-6));
  }

  return (
    <div
      ref={strip}
      className="oriel-timeline-chart-minimap"
      {...{ role: 'group', 'aria-label': texts.overview }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => (drag.current = null)}
    >
      <canvas ref={canvas} className="oriel-timeline-chart-density" aria-hidden="true" />
      <div ref={brush} className="oriel-timeline-chart-brush">
        {(['start', 'end'] as const).map((edge) => (
          <div
            key={edge}
            ref={(element) => {
              handles.current[edge] = element;
            }}
            className="oriel-timeline-chart-handle"
            data-edge={edge}
            {...{ ...SLIDER, onKeyDown: (event: KeyboardEvent) => onKeyDown(edge, event) }}
            aria-label={edge === 'start' ? texts.viewStart : texts.viewEnd}
          />
        ))}
      </div>
    </div>
  );
}

/** What is shown, as shares of the whole. */
function shownShares({ viewport, model }: TimelineStage): { from: number; to: number } {
  const { scale, extent } = model;
  const whole = scale.toShown(extent);
  const share = (time: Milliseconds) => scale.toShown(time) / whole;
  return { from: share(viewport.start), to: share(viewport.end) };
}

function paintDensity(
  context: CanvasRenderingContext2D,
  { layout, scale, extent }: TimelineModel,
  theme: TimelineTheme,
  width: number,
  height: number,
): void {
  const ratio = devicePixelRatio;
  context.canvas.width = Math.round(width * ratio);
  context.canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const surface = canvasSurface(context, theme);
  const { activity, level } = timelineDensity(layout, scale, extent, width);
  const ground = height - 5;
  for (let x = 0; x < width; x += 1) {
    const bar = (activity[x] as number) * (ground - 4);
    if (bar > 0) surface.rect(x, ground - bar, 1, bar, theme.kinds[0]?.edge ?? theme.strongLine);
    if (level[x] === ERROR) surface.rect(x, ground + 1, 2, 4, theme.error.solid);
  }
}
