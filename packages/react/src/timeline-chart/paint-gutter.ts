import { laneToY } from '@oriel/core';
import { cutText } from './cut-text.ts';
import { barPaint } from './paint-bars.ts';
import type { Surface } from './surface.ts';
import { AXIS_HEIGHT, rowName } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';

/** Deeper rows move no further in. */
const MAX_INDENT = 8;
const INDENT = 12;
const PADDING = 10;

/** Names beside the lanes, one per lane, moved in as in the tree. */
export function paintGutter(surface: Surface, scene: TimelineScene): void {
  const { frame, theme, gutter } = scene;
  const { layout, viewport, height, width } = frame;
  const { laneHeight } = viewport;
  const isRightToLeft = theme.isRightToLeft;
  const edge = isRightToLeft ? width : 0;
  const inwards = isRightToLeft ? -1 : 1;
  const origin = isRightToLeft ? width + gutter : 0;
  surface.rect(isRightToLeft ? width : gutter - 1, 0, 1, height + AXIS_HEIGHT, theme.line);
  surface.rect(edge, AXIS_HEIGHT - 1, gutter, 1, theme.line);
  const first = Math.max(0, Math.floor(viewport.top));
  const last = Math.min(layout.laneCount, Math.ceil(viewport.top + height / laneHeight));
  surface.clip(edge, AXIS_HEIGHT, gutter - 1, height, () => {
    for (let lane = first; lane < last; lane += 1) {
      const row = layout.bars[layout.laneStart[lane] as number] as number;
      const depth = Math.min(MAX_INDENT, layout.tree.depth[row] as number);
      const middle = AXIS_HEIGHT + laneToY(frame, lane) + laneHeight / 2;
      const indent = PADDING + depth * INDENT;
      const paint = barPaint(theme, layout.level[row] as number, layout.kind[row] as number);
      const size = Math.min(8, laneHeight - 1);
      const dot = origin + inwards * indent - (isRightToLeft ? size : 0);
      surface.rect(dot, middle - size / 2, size, size, paint.solid);
      if (laneHeight < 12) continue;
      const x = origin + inwards * (indent + 15);
      const isBold = depth === 0;
      const measure = (text: string) => surface.measure(text, isBold);
      surface.text(cutText(rowName(scene, row), gutter - indent - 15 - PADDING, measure), x, middle + 0.5, {
        color: theme.text,
        align: isRightToLeft ? 'right' : 'left',
        isBold,
      });
    }
  });
}
