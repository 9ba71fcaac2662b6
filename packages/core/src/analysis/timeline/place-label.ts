/** Where a bar and the free ground around it are, in pixels from the left edge. */
export interface LabelGround {
  readonly left: number;
  readonly right: number;
  /** Up to here the ground before the bar is free. */
  readonly freeFrom: number;
  /** From here the ground behind the bar is taken. */
  readonly freeTo: number;
  /** Width of the lanes. */
  readonly width: number;
}

export interface PlacedLabel {
  readonly place: 'inside' | 'after' | 'before';
  /** Left edge of the text. */
  readonly x: number;
  /** The text is cut to this. */
  readonly maxWidth: number;
}

const PADDING = 6;
/** Below this a cut text says nothing. */
const MIN_WIDTH = 28;

/**
 * Where the label of a bar goes without touching anything: inside where it fits, else behind, else before, else cut
 * inside; `null` where there is no room. Only the part of a bar that is in view counts, so that the label of a long
 * bar stays in sight.
 *
 * ```
 *   ▕█ inside █▏    ▕▏ after    before ▕▏│    ▕█ cut in…█▏
 * ```
 */
export function placeLabel(ground: LabelGround, textWidth: number): PlacedLabel | null {
  const left = Math.max(0, ground.left);
  const right = Math.min(ground.width, ground.right);
  const inside = right - left - 2 * PADDING;
  if (textWidth <= inside) return { place: 'inside', x: left + PADDING, maxWidth: inside };
  const after = Math.min(ground.width, ground.freeTo) - right - 2 * PADDING;
  if (textWidth <= after && right >= 0) return { place: 'after', x: right + PADDING, maxWidth: after };
  const before = left - Math.max(0, ground.freeFrom) - 2 * PADDING;
  if (textWidth <= before && left <= ground.width) {
    return { place: 'before', x: left - PADDING - textWidth, maxWidth: before };
  }
  if (inside >= MIN_WIDTH) return { place: 'inside', x: left + PADDING, maxWidth: inside };
  if (after >= MIN_WIDTH && right >= 0) return { place: 'after', x: right + PADDING, maxWidth: after };
  return null;
}
