import { drawStrips } from './draw-strips.ts';
import type { Surface, TextAlign } from './surface.ts';

const ANCHORS: Readonly<Record<TextAlign, string>> = { left: 'start', right: 'end', center: 'middle' };

interface SvgOptions {
  readonly width: number;
  readonly height: number;
  /** CSS font family of all texts. */
  readonly fontFamily: string;
  /** CSS pixels. */
  readonly fontSize: number;
  readonly measure: Surface['measure'];
}

/** Draws into the text of an SVG file, which `finish` returns. */
export function svgSurface({ width, height, fontFamily, fontSize, measure }: SvgOptions): Surface & {
  readonly finish: (title: string) => string;
} {
  const parts: string[] = [];
  let clips = 0;
  const rect: Surface['rect'] = (x, y, w, h, color) => {
    if (w > 0 && h > 0) parts.push(`<rect ${box(x, y, w, h)} fill="${escape(color)}"/>`);
  };
  return {
    rect,
    strips: (x, strips) => drawStrips(rect, x, strips),
    frame(x, y, w, h, color, lineWidth, isDashed = false) {
      const inner = box(x + lineWidth / 2, y + lineWidth / 2, w - lineWidth, h - lineWidth);
      const dash = isDashed ? ' stroke-dasharray="3 3"' : '';
      parts.push(`<rect ${inner} fill="none" stroke="${escape(color)}" stroke-width="${lineWidth}"${dash}/>`);
    },
    diamond(x, y, radius, color) {
      const points = [
        [x, y - radius],
        [x + radius, y],
        [x, y + radius],
        [x - radius, y],
      ];
      const path = points.map(([left = 0, top = 0]) => `${round(left)},${round(top)}`).join(' ');
      parts.push(`<polygon points="${path}" fill="${escape(color)}"/>`);
    },
    text(text, x, y, { color, align = 'left', isBold = false }) {
      const weight = isBold ? ' font-weight="600"' : '';
      parts.push(
        `<text x="${round(x)}" y="${round(y)}" fill="${escape(color)}" text-anchor="${ANCHORS[align]}" dominant-baseline="central"${weight}>${escape(text)}</text>`,
      );
    },
    measure,
    clip(x, y, w, h, draw) {
      clips += 1;
      const id = `clip-${clips}`;
      parts.push(`<clipPath id="${id}"><rect ${box(x, y, w, h)}/></clipPath><g clip-path="url(#${id})">`);
      draw();
      parts.push('</g>');
    },
    finish(title) {
      const attributes = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
      const font = `font-family="${escape(fontFamily)}" font-size="${fontSize}"`;
      return `<svg ${attributes} ${font} role="img"><title>${escape(title)}</title>${parts.join('')}</svg>`;
    },
  };
}

function box(x: number, y: number, width: number, height: number): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}"`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also drops what XML cannot hold at all: a name may carry control characters and halves of letters. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '');
}
