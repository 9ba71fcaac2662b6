import type { SeriesLook } from './chart-series.ts';

/** Lines and dots that tell layers and bars apart without colour. */
const PATTERNS: readonly string[] = [
  '',
  'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  'M1.5 1.4v.2M4.5 4.4v.2',
  'M-1 -1L7 7M-1 5L1 7M5 -1L7 1',
  'M0 3H6',
  'M3 0V6',
  'M0 3H6M3 0V6',
  'M0 1.5H3M3 4.5H6',
];

interface ChartPatternsProps {
  /** Start of the ids: the first look has `<id>-0`. */
  id: string;
  looks: readonly SeriesLook[];
}

/** Fills for some looks, to be named by {@link patternFill}. */
export function ChartPatterns({ id, looks }: ChartPatternsProps) {
  return (
    <defs>
      {looks.map((look, place) => (
        <pattern
          key={place}
          id={`${id}-${place}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          {...look}
        >
          <rect width="6" height="6" className="oriel-chart-fill" />
          <path
            d={look['data-look'] === 'rest' ? PATTERNS[4] : PATTERNS[look['data-look']]}
            className="oriel-chart-texture"
            strokeWidth={look['data-look'] === 2 ? 1.8 : 1.1}
          />
        </pattern>
      ))}
    </defs>
  );
}

/** The fill of the look at a place. */
export function patternFill(id: string, place: number): string {
  return `url(#${id}-${place})`;
}
