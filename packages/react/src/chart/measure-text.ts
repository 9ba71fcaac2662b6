let context: CanvasRenderingContext2D | null | undefined;

/** Pixels of the widest of some texts in the small font of charts. Without a canvas, about as many. */
export function widestText(texts: readonly string[], font = FONT): number {
  context ??= typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  return texts.reduce(
    (most, text) => Math.max(most, context?.measureText(text).width ?? text.length * 6.5),
    0,
  );
}

/** The beginning of a text that fits some pixels, with an ellipsis where it was cut. */
export function fitText(text: string, room: number, font = FONT): string {
  if (widestText([text], font) <= room) return text;
  let fits = 0;
  let tooMuch = text.length;
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2);
    if (widestText([`${text.slice(0, middle)}…`], font) <= room) fits = middle;
    else tooMuch = middle;
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}

const FONT = '11px system-ui, sans-serif';
/** That of the names of lying bars. */
export const NAME_FONT = '12.5px system-ui, sans-serif';
