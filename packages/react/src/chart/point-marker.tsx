/** Shapes that tell lines apart without colour, around 0, about 8 pixels wide. */
const MARKERS: readonly string[] = [
  'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z',
  'M-3 -3H3V3H-3Z',
  'M0 -4L4 3H-4Z',
  'M0 -4.2L4.2 0L0 4.2L-4.2 0Z',
  'M0 4L-4 -3H4Z',
  'M-4 -1.3H-1.3V-4H1.3V-1.3H4V1.3H1.3V4H-1.3V1.3H-4Z',
  'M-3.6 -2L0 -4.2L3.6 -2V2L0 4.2L-3.6 2Z',
  'M-4 -4L4 4M-4 4L4 -4',
];

interface PointMarkerProps {
  look: number | 'rest';
  x: number;
  y: number;
  isActive?: boolean | undefined;
}

/** A point of a line. */
export function PointMarker({ look, x, y, isActive = false }: PointMarkerProps) {
  return (
    <path
      className="oriel-chart-marker"
      d={MARKERS[look === 'rest' ? 0 : look]}
      data-active={isActive ? '' : undefined}
      transform={`translate(${x} ${y})${isActive ? ' scale(1.35)' : ''}`}
    />
  );
}
