import type { Strip } from './surface.ts';

let scratch: CanvasRenderingContext2D | null = null;

/** Puts strips on a canvas as one picture, a row of pixels for each, and stretches every row to its strip. */
export function putStrips(context: CanvasRenderingContext2D, x: number, strips: readonly Strip[]): void {
  const width = strips[0]?.colors.length ?? 0;
  if (width === 0) return;
  scratch ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!scratch) return;
  const { canvas } = scratch;
  if (canvas.width < width) canvas.width = width;
  if (canvas.height < strips.length) canvas.height = strips.length;
  const image = new ImageData(width, strips.length);
  const { data } = image;
  strips.forEach(({ colors }, row) => {
    for (let column = 0; column < width; column += 1) {
      const color = colors[column] as number;
      if (color < 0) continue;
      const at = 4 * (row * width + column);
      data[at] = (color >> 16) & 0xff;
      data[at + 1] = (color >> 8) & 0xff;
      data[at + 2] = color & 0xff;
      data[at + 3] = 0xff;
    }
  });
  scratch.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  strips.forEach(({ y, height }, row) => {
    context.drawImage(canvas, 0, row, width, 1, x, y, width, height);
  });
}
