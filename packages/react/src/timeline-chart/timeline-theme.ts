import { OBSERVATION_TYPES } from '@oriel/core';

/** Colours of one kind of bar, mixed with the ground so that nothing drawn is see-through. */
export interface BarPaint {
  /** Edges, slivers and marks. */
  readonly solid: string;
  /** The same as 0xrrggbb, for what is painted pixel by pixel. */
  readonly pixel: number;
  readonly fill: string;
  /** What it did itself, where that is told from the rest. */
  readonly strong: string;
  /** Where it still waits for its first token, or for its children. */
  readonly faint: string;
  readonly edge: string;
}

/** The stylesheet's variables as a canvas needs them. */
export interface TimelineTheme {
  /** By kind of row: the trace, then `OBSERVATION_TYPES`. */
  readonly kinds: readonly BarPaint[];
  readonly error: BarPaint;
  readonly warning: BarPaint;
  readonly surface: string;
  readonly raised: string;
  readonly selected: string;
  readonly line: string;
  readonly strongLine: string;
  readonly text: string;
  readonly mutedText: string;
  readonly accent: string;
  readonly focus: string;
  readonly running: string;
  /** CSS `font` values. */
  readonly font: string;
  readonly boldFont: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly isRightToLeft: boolean;
}

/** Reads the theme where `probe` stands. It is an empty element that nobody sees; its style is changed to ask. */
export function readTimelineTheme(probe: HTMLElement): TimelineTheme {
  const style = getComputedStyle(probe);
  const colors = computedColors(probe);
  const read = (variable: Variable): Rgb => toRgb(colors.get(variable) ?? '');
  const surface = read('--_surface');
  const paint = (variable: Variable): BarPaint => {
    const color = read(variable);
    return {
      solid: hex(color),
      pixel: (color[0] << 16) | (color[1] << 8) | color[2],
      fill: hex(mix(color, surface, 0.3)),
      strong: hex(mix(color, surface, 0.45)),
      faint: hex(mix(color, surface, 0.12)),
      edge: hex(mix(color, surface, 0.6)),
    };
  };
  const plain = (variable: Variable) => hex(read(variable));
  const fontSize = Number.parseFloat(style.fontSize) || 12;
  const theme: TimelineTheme = {
    kinds: KINDS.map(paint),
    error: paint('--_error'),
    warning: paint('--_warning'),
    surface: hex(surface),
    raised: plain('--_surface-raised'),
    selected: plain('--_surface-selected'),
    line: plain('--_line'),
    strongLine: plain('--_line-strong'),
    text: plain('--_text'),
    mutedText: plain('--_text-muted'),
    accent: plain('--_accent'),
    focus: plain('--_focus'),
    running: plain('--_running'),
    font: `${fontSize}px ${style.fontFamily}`,
    boldFont: `600 ${fontSize}px ${style.fontFamily}`,
    fontFamily: style.fontFamily,
    fontSize,
    isRightToLeft: style.direction === 'rtl',
  };
  return theme;
}

type Variable = `--_${string}`;

const KINDS = ['TRACE', ...OBSERVATION_TYPES].map((type) => `--_type-${type.toLowerCase()}` as const);
const VARIABLES: readonly Variable[] = [
  ...KINDS,
  '--_error',
  '--_warning',
  '--_surface',
  '--_surface-raised',
  '--_surface-selected',
  '--_line',
  '--_line-strong',
  '--_text',
  '--_text-muted',
  '--_accent',
  '--_focus',
  '--_running',
];

/** All of them from elements that are there at once: a colour read after each change computes the styles each time. */
function computedColors(probe: HTMLElement): Map<Variable, string> {
  const samples = VARIABLES.map((variable) => {
    const sample = probe.ownerDocument.createElement('span');
    sample.style.color = `var(${variable})`;
    return sample;
  });
  probe.append(...samples);
  const colors = new Map(
    VARIABLES.map((variable, index) => [variable, getComputedStyle(samples[index] as Element).color]),
  );
  probe.replaceChildren();
  return colors;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** A computed colour may be in any notation and space; a pixel painted with it is not. Most are plain, and read. */
function toRgb(color: string): Rgb {
  const [, red, green, blue] = PLAIN_COLOR.exec(color) ?? [];
  if (red !== undefined) return [Number(red), Number(green), Number(blue)];
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pixel = canvas.getContext('2d', { willReadFrequently: true });
  if (!pixel) return [0, 0, 0];
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [first = 0, second = 0, third = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [first, second, third];
}

const PLAIN_COLOR = /^rgb\((\d+), (\d+), (\d+)\)$/;

function mix(color: Rgb, ground: Rgb, share: number): Rgb {
  const one = (index: 0 | 1 | 2) => Math.round(color[index] * share + ground[index] * (1 - share));
  return [one(0), one(1), one(2)];
}

function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
