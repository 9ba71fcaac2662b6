import type { Surface } from './surface.ts';
import { putStrips } from './put-strips.ts';
import { measureTexts } from './measure-texts.ts';

/** Draws on a canvas that is scaled to CSS pixels already. */
export function canvasSurface(
  context: CanvasRenderingContext2D,
  fonts: { readonly font: string; readonly boldFont: string },
): Surface {
  // Setting a property of a context parses it, even to the same value.
  let fill = '';
  let font = '';
  function setFill(color: string) {
    if (color === fill) return;
    fill = color;
    context.fillStyle = color;
  }
  function setFont(isBold: boolean) {
    const next = isBold ? fonts.boldFont : fonts.font;
    if (next === font) return;
    font = next;
    context.font = next;
  }
  return {
    rect(x, y, width, height, color) {
      setFill(color);
      context.fillRect(x, y, width, height);
    },
    frame(x, y, width, height, color, lineWidth, isDashed = false) {
      context.strokeStyle = color;
      context.lineWidth = lineWidth;
      context.setLineDash(isDashed ? [3, 3] : []);
      context.strokeRect(x + lineWidth / 2, y + lineWidth / 2, width - lineWidth, height - lineWidth);
    },
    strips: (x, strips) => putStrips(context, x, strips),
    diamond(x, y, radius, color) {
      setFill(color);
      context.beginPath();
      context.moveTo(x, y - radius);
      context.lineTo(x + radius, y);
      context.lineTo(x, y + radius);
      context.lineTo(x - radius, y);
      context.fill();
    },
    text(text, x, y, { color, align = 'left', isBold = false }) {
      setFill(color);
      setFont(isBold);
      context.textAlign = align;
      context.textBaseline = 'middle';
      context.fillText(text, x, y);
    },
    measure: measureTexts((text, isBold) => {
      setFont(isBold);
      return context.measureText(text).width;
    }, fonts.font),
    clip(x, y, width, height, draw) {
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      draw();
      context.restore();
      fill = '';
      font = '';
    },
  };
}
