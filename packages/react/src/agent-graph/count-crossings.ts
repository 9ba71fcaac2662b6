import type { PlacedLevel } from '@oriel/core';

/** How often two edges of a layout cross, as straight lines between their points. */
export function countCrossings({ routes }: Pick<PlacedLevel, 'routes'>): number {
  const lines = routes.flatMap((points, edge) => {
    const segments: { readonly edge: number; readonly at: Line }[] = [];
    for (let place = 2; place < points.length; place += 2) {
      const at: Line = [
        points[place - 2] ?? 0,
        points[place - 1] ?? 0,
        points[place] ?? 0,
        points[place + 1] ?? 0,
      ];
      segments.push({ edge, at });
    }
    return segments;
  });
  let crossings = 0;
  for (const [index, a] of lines.entries()) {
    for (let other = index + 1; other < lines.length; other += 1) {
      const b = lines[other];
      if (b && a.edge !== b.edge && cross(a.at, b.at)) crossings += 1;
    }
  }
  return crossings;
}

type Line = readonly [x0: number, y0: number, x1: number, y1: number];

/** Lines that only touch do not cross. */
function cross(a: Line, b: Line): boolean {
  return (
    side(a, b[0], b[1]) * side(a, b[2], b[3]) < -EPSILON &&
    side(b, a[0], a[1]) * side(b, a[2], a[3]) < -EPSILON
  );
}

const EPSILON = 1e-6;

/** Which side of a line a point is on: the sign of the area between them. */
function side([x0, y0, x1, y1]: Line, x: number, y: number): number {
  return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
}
