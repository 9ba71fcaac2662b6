import { canvasSurface } from './canvas-surface.ts';
import { paintTimeline } from './paint-timeline.ts';
import { AXIS_HEIGHT } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';
import { timelineSvg } from './timeline-svg.ts';

/** Pixels of a PNG per CSS pixel: enough to be printed. */
const PNG_SCALE = 2;

/** What a timeline shows as a file. `null` where the browser gives no canvas. */
export async function timelineFile(
  scene: TimelineScene,
  format: 'svg' | 'png',
  title: string,
): Promise<Blob | null> {
  const { frame, gutter, theme } = scene;
  const canvas = document.createElement('canvas');
  canvas.width = (frame.width + gutter) * PNG_SCALE;
  canvas.height = (frame.height + AXIS_HEIGHT) * PNG_SCALE;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return null;
  context.scale(PNG_SCALE, PNG_SCALE);
  const surface = canvasSurface(context, theme);
  if (format === 'svg') {
    return new Blob([timelineSvg(scene, title, surface.measure)], { type: 'image/svg+xml' });
  }
  paintTimeline(surface, scene);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

/** Hands a file to the reader as a download. */
export function downloadFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over once this task has ended.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
