import type { Strip } from './surface.ts';

let scratch: CanvasRenderingContext2D | null = null;
let image: ImageData | null = null;

const OPAQUE = 0xff_00_00_00;

/** Puts strips on a canvas as one picture, a row of pixels for each, and stretches every row to its strip. */
export function putStrips(context: CanvasRenderingContext2D, x: number, strips: readonly Strip[]): void {
  const width = strips[0]?.colors.length ?? 0;
  if (width === 0) return;
  scratch ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!scratch) return;
  const { canvas } = scratch;
  if (canvas.width < width) canvas.width = width;
  if (canvas.height < strips.length) canvas.height = strips.length;
  if (image?.width !== width || image.height !== strips.length) image = new ImageData(width, strips.length);
  const pixels = new Uint32Array(image.data.buffer);
  let at = 0;
  for (const { colors } of strips) {
    for (let column = 0; column < width; column += 1) {
      const color = colors[column] as number;
      // A pixel's bytes are red, green, blue and opacity, and every machine with a browser reads the first as the lowest.
      pixels[at] =
        color < 0 ? 0 : OPAQUE | ((color & 0xff) << 16) | (color & 0xff_00) | ((color >> 16) & 0xff);
      at += 1;
    }
  }
  scratch.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  strips.forEach(({ y, height }, row) => {
    context.drawImage(canvas, 0, row, width, 1, x, y, width, height);
  });
}
