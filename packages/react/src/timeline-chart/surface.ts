/** Ends of a text: `start` and `end` as it is read, so they swap right to left. */
export type TextAlign = 'left' | 'right' | 'center';

export interface TextStyle {
  readonly color: string;
  readonly align?: TextAlign | undefined;
  readonly isBold?: boolean | undefined;
}

/** A row of pixels that is stretched to a height. */
export interface Strip {
  readonly y: number;
  readonly height: number;
  /** By CSS pixel: 0xrrggbb in the lower 24 bits; negative where nothing is painted. */
  readonly colors: Int32Array;
}

/** Something to draw on: a canvas for the screen, a string for an SVG file. Pixels count from the upper left. */
export interface Surface {
  readonly rect: (x: number, y: number, width: number, height: number, color: string) => void;
  /** A rectangle's outline, inside its edges. */
  readonly frame: (
    x: number,
    y: number,
    width: number,
    height: number,
    color: string,
    lineWidth: number,
    isDashed?: boolean,
  ) => void;
  /** Strips of one width, from the same left edge. */
  readonly strips: (x: number, strips: readonly Strip[]) => void;
  readonly diamond: (x: number, y: number, radius: number, color: string) => void;
  /** The middle of the text's height stands at `y`. */
  readonly text: (text: string, x: number, y: number, style: TextStyle) => void;
  readonly measure: (text: string, isBold?: boolean) => number;
  /** What `draw` draws is seen only inside the rectangle. */
  readonly clip: (x: number, y: number, width: number, height: number, draw: () => void) => void;
}
