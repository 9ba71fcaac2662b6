import type { GraphLayoutBox } from '@oriel/core';
import type { PlacedGraph } from './use-graph-layout.ts';

/** A part of the layout, in its own pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where one looks at a layout from: `screen = layout * zoom + offset`. */
export interface GraphView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Nodes with all their elements; with more of them, and below a readable size, the graph is shown from afar. */
const MAX_DETAILED = 44;
const READABLE_ZOOM = 0.42;
/** What is drawn changes in steps of this, so that most movements draw nothing new. */
const GRID = 240;

/** What a view of a size shows, with some more around it. */
export function shownArea({ x, y, zoom }: GraphView, width: number, height: number): Area {
  const snap = (value: number) => Math.floor(value / GRID) * GRID;
  const left = snap(-x / zoom - GRID / 2);
  const top = snap(-y / zoom - GRID / 2);
  return {
    x: left,
    y: top,
    width: snap((width - x) / zoom + GRID * 1.5) - left,
    height: snap((height - y) / zoom + GRID * 1.5) - top,
  };
}

export interface VisibleParts {
  /** Whether nodes are drawn with all their facts. */
  readonly isDetailed: boolean;
  /** Indexes of nodes and edges; empty from afar, where everything is one drawing. */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

const FROM_AFAR: VisibleParts = { isDetailed: false, nodes: [], edges: [] };

/** @param ways - the {@link bounds} of each edge. */
export function visibleParts(
  { layout }: PlacedGraph,
  ways: readonly Area[],
  area: Area,
  zoom: number,
): VisibleParts {
  if (zoom < READABLE_ZOOM && layout.nodes.length > MIN_FROM_AFAR) return FROM_AFAR;
  const nodes: number[] = [];
  for (const [index, box] of layout.nodes.entries()) {
    if (!overlaps(box, area)) continue;
    nodes.push(index);
    if (nodes.length > MAX_DETAILED) return FROM_AFAR;
  }
  const edges: number[] = [];
  for (const [index, way] of ways.entries()) {
    if (overlaps(way, area)) edges.push(index);
    if (edges.length > MAX_DETAILED * 4) return FROM_AFAR;
  }
  return { isDetailed: true, nodes, edges };
}

/** A small graph keeps its texts, however far away: there is nothing to be gained. */
const MIN_FROM_AFAR = 24;

/** The view that shows a whole layout, not larger than it is. */
export function fittingView(area: Pick<Area, 'width' | 'height'>, width: number, height: number): GraphView {
  const zoom = Math.min(MAX_FIT, (width - 2 * MARGIN) / area.width, (height - 2 * MARGIN) / area.height);
  const bounded = Math.max(MIN_ZOOM, zoom);
  return { zoom: bounded, x: (width - area.width * bounded) / 2, y: (height - area.height * bounded) / 2 };
}

const MAX_FIT = 1;
const MARGIN = 28;
export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 2;

/** The first view: everything, if it can be read, else the part around a node. */
export function firstView({ layout }: PlacedGraph, focus: number, width: number, height: number): GraphView {
  const whole = fittingView(layout, width, height);
  const box = layout.nodes[focus] ?? layout.nodes[0];
  if (!box || whole.zoom >= READABLE_FIRST) return whole;
  const view = centeredView(box, NEAR, width, height);
  return {
    zoom: NEAR,
    x: withoutWaste(view.x, layout.width * NEAR, width),
    y: withoutWaste(view.y, layout.height * NEAR, height),
  };
}

const READABLE_FIRST = 0.55;
const NEAR = 0.85;

/** An offset that leaves no more than the margin empty beside a layout, or has it in the middle where it fits. */
function withoutWaste(offset: number, length: number, room: number): number {
  if (length + 2 * MARGIN <= room) return (room - length) / 2;
  return Math.min(MARGIN, Math.max(room - length - MARGIN, offset));
}

/** A view of the same zoom with a node in its middle. */
export function centeredView(box: GraphLayoutBox, zoom: number, width: number, height: number): GraphView {
  const middleY = box.hasInner
    ? box.y + Math.min(box.height / 2, height / zoom / 2 - MARGIN)
    : box.y + box.height / 2;
  return { zoom, x: width / 2 - (box.x + box.width / 2) * zoom, y: height / 2 - middleY * zoom };
}

/** Whether a node can be seen as a whole, or at least its head where it is a box. */
export function isInView(
  box: GraphLayoutBox,
  { x, y, zoom }: GraphView,
  width: number,
  height: number,
): boolean {
  const head = box.hasInner ? Math.min(box.height, 60) : box.height;
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  return (
    (left >= 0 && left + box.width * zoom <= width && top >= 0 && top + head * zoom <= height) ||
    (box.hasInner &&
      left < width / 2 &&
      left + box.width * zoom > width / 2 &&
      top >= 0 &&
      top < height - 60 * zoom)
  );
}

/** The innermost node at a point of the layout; -1 where there is none. */
export function nodeAt({ layout }: PlacedGraph, x: number, y: number): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of layout.nodes.entries()) {
    const isInside = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    if (!isInside || box.width * box.height > least) continue;
    found = index;
    least = box.width * box.height;
  }
  return found;
}

function overlaps(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}

/** The area around the points of an edge. */
export function bounds(points: readonly number[]): Area {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let place = 0; place < points.length; place += 2) {
    left = Math.min(left, points[place] ?? 0);
    right = Math.max(right, points[place] ?? 0);
    top = Math.min(top, points[place + 1] ?? 0);
    bottom = Math.max(bottom, points[place + 1] ?? 0);
  }
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
