import type { GraphLayoutInput } from './layout-graph.ts';

/**
 * An edge of a layout as the `d` of an SVG path: curves that leave and arrive along the direction of the graph.
 * Loops are one curve.
 */
export function graphEdgePath(
  points: readonly number[],
  direction: GraphLayoutInput['direction'],
  isLoop: boolean,
): string {
  const at = (place: number) => round(points[place] ?? 0);
  if (points.length < 4) return '';
  if (isLoop) return `M${at(0)} ${at(1)}C${at(2)} ${at(3)} ${at(4)} ${at(5)} ${at(6)} ${at(7)}`;
  let path = `M${at(0)} ${at(1)}`;
  for (let place = 2; place < points.length; place += 2) {
    const [x0, y0, x1, y1] = [at(place - 2), at(place - 1), at(place), at(place + 1)];
    if (x0 === x1 || y0 === y1) path += `L${x1} ${y1}`;
    else if (direction === 'down')
      path += `C${x0} ${round((y0 + y1) / 2)} ${x1} ${round((y0 + y1) / 2)} ${x1} ${y1}`;
    else path += `C${round((x0 + x1) / 2)} ${y0} ${round((x0 + x1) / 2)} ${y1} ${x1} ${y1}`;
  }
  return path;
}

/** Where an edge's label goes: nearer to where it starts, so that a way there and the way back keep theirs apart. */
export function graphEdgeLabel(
  points: readonly number[],
  direction: GraphLayoutInput['direction'],
  isLoop: boolean,
): readonly [x: number, y: number] {
  if (isLoop)
    return [((points[2] ?? 0) * 3 + (points[0] ?? 0)) / 4, ((points[1] ?? 0) + (points[7] ?? 0)) / 2];
  const segments = points.length / 2 - 1;
  const place = Math.floor((segments - 1) / 2) * 2;
  const along = (offset: 0 | 1) => {
    const [from, to] = [points[place + offset] ?? 0, points[place + offset + 2] ?? 0];
    // The curve of the path at LABEL_AT: along the graph its handles meet in the middle, across it they stand at the ends.
    const isAlong = (offset === 1) === (direction === 'down');
    const [first, second] = isAlong ? [(from + to) / 2, (from + to) / 2] : [from, to];
    const rest = 1 - LABEL_AT;
    return (
      rest ** 3 * from +
      3 * rest ** 2 * LABEL_AT * first +
      3 * rest * LABEL_AT ** 2 * second +
      LABEL_AT ** 3 * to
    );
  };
  return [along(0), along(1)];
}

const LABEL_AT = 0.22;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
