import { timeToX, timelineTicks } from '@oriel/core';
import type { TimelineTicks } from '@oriel/core';
import type { Surface } from './surface.ts';
import { AXIS_HEIGHT, lanesLeft } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';

/** Lines that carry a round time down through the lanes, and breaks where idle time is left out. */
export function paintGrid(surface: Surface, scene: TimelineScene): TimelineTicks {
  const { frame, theme, texts } = scene;
  const left = lanesLeft(scene);
  const ticks = timelineTicks(frame, (time, step) => surface.measure(texts.tick(time, step)));
  for (const { x } of ticks.ticks) {
    surface.rect(left + Math.round(x), AXIS_HEIGHT - 6, 1, frame.height + 6, theme.line);
  }
  for (const gap of frame.scale.gaps) {
    const from = Math.max(-1, timeToX(frame, gap.from));
    const to = Math.min(frame.width + 1, timeToX(frame, gap.to));
    if (to <= from) continue;
    surface.rect(left + from, AXIS_HEIGHT, Math.max(1, to - from), frame.height, theme.raised);
    for (const edge of [from, to]) paintTear(surface, scene, left + Math.round(edge));
  }
  return ticks;
}

/** A dotted edge: the time line is torn here. */
function paintTear(surface: Surface, { frame, theme }: TimelineScene, x: number): void {
  for (let y = 0; y < frame.height; y += 8) {
    surface.rect(x, AXIS_HEIGHT + y, 1, 4, theme.strongLine);
  }
}

/** Round times above the lanes, and how long the idle times were. */
export function paintAxis(surface: Surface, scene: TimelineScene, { step, ticks }: TimelineTicks): void {
  const { frame, theme, texts } = scene;
  const left = lanesLeft(scene);
  const middle = AXIS_HEIGHT / 2 - 2;
  surface.rect(left, AXIS_HEIGHT - 1, frame.width, 1, theme.line);
  let taken = -Infinity;
  for (const gap of frame.scale.gaps) {
    const from = timeToX(frame, gap.from);
    const to = timeToX(frame, gap.to);
    const label = `⋯ ${texts.duration(gap.to - gap.from)}`;
    const width = surface.measure(label);
    const x = (from + to) / 2;
    if (x + width < 0 || x - width > frame.width || x - width / 2 < taken + 8) continue;
    surface.rect(left + x - width / 2 - 4, 3, width + 8, AXIS_HEIGHT - 10, theme.raised);
    surface.text(label, left + x, middle, { color: theme.mutedText, align: 'center' });
    taken = x + width / 2;
  }
  for (const { time, labelX } of ticks) {
    const label = texts.tick(time, step);
    const half = surface.measure(label) / 2;
    if (meetsGapLabel(surface, scene, labelX - half, labelX + half)) continue;
    surface.text(label, left + labelX, middle, { color: theme.mutedText, align: 'center' });
  }
}

function meetsGapLabel(surface: Surface, { frame, texts }: TimelineScene, from: number, to: number): boolean {
  return frame.scale.gaps.some((gap) => {
    const x = (timeToX(frame, gap.from) + timeToX(frame, gap.to)) / 2;
    const half = surface.measure(`⋯ ${texts.duration(gap.to - gap.from)}`) / 2 + 8;
    return to > x - half && from < x + half;
  });
}
