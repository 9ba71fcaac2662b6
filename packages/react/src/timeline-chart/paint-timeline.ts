import { paintAxis, paintGrid } from './paint-axis.ts';
import { paintBars } from './paint-bars.ts';
import { paintGutter } from './paint-gutter.ts';
import type { Surface } from './surface.ts';
import { AXIS_HEIGHT, lanesLeft } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';

interface PaintOptions {
  /** Labels, axis and names, which take longer than bars. @defaultValue true */
  readonly withTexts?: boolean | undefined;
}

/** Draws everything but what follows the pointer and the playhead. */
export function paintTimeline(
  surface: Surface,
  scene: TimelineScene,
  { withTexts = true }: PaintOptions = {},
): void {
  const { frame, theme, gutter } = scene;
  const width = frame.width + gutter;
  const left = lanesLeft(scene);
  surface.rect(0, 0, width, frame.height + AXIS_HEIGHT, theme.surface);
  paintRowBands(surface, scene, width);
  const paintLanes = () => paintBars(surface, scene, withTexts);
  if (!withTexts) {
    surface.clip(left, AXIS_HEIGHT, frame.width, frame.height, paintLanes);
    return;
  }
  surface.clip(left, 0, frame.width, frame.height + AXIS_HEIGHT, () => {
    const ticks = paintGrid(surface, scene);
    surface.clip(left, AXIS_HEIGHT, frame.width, frame.height, paintLanes);
    paintAxis(surface, scene, ticks);
  });
  if (gutter > 0) paintGutter(surface, scene);
}

/** Grounds of the selected lane, and of the one that keys act on. */
function paintRowBands(surface: Surface, { frame, theme, selectedRow }: TimelineScene, width: number): void {
  const { layout, viewport, height } = frame;
  if (layout.mode !== 'rows') return;
  const lane = layout.lane[selectedRow] ?? -1;
  const y = (lane - viewport.top) * viewport.laneHeight;
  if (lane === -1 || y >= height || y <= -viewport.laneHeight) return;
  const top = Math.max(0, y);
  surface.rect(0, AXIS_HEIGHT + top, width, y + viewport.laneHeight - top, theme.selected);
}
