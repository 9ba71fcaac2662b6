import { paintTimeline } from './paint-timeline.ts';
import { svgSurface } from './svg-surface.ts';
import type { Surface } from './surface.ts';
import { AXIS_HEIGHT } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';

/** What a timeline shows as the text of an SVG file, drawn by the same hand as the canvas. */
export function timelineSvg(scene: TimelineScene, title: string, measure: Surface['measure']): string {
  const { frame, theme, gutter } = scene;
  const surface = svgSurface({
    width: frame.width + gutter,
    height: frame.height + AXIS_HEIGHT,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    measure,
  });
  paintTimeline(surface, scene);
  return surface.finish(title);
}
