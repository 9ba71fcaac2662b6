// The limit: columns, bars by depth, and bars below a pixel skipped by halving. No text, no pointer, no layout of lanes.
// A component, as ours is: React begins in both pages with the first picture.
import { createRoot } from 'react-dom/client';
import type { TimelineBenchPage } from '../bench-page.ts';
import { HEIGHT, WIDTH, depths, observations, rootElement } from './observations.ts';

const COLORS: Readonly<Record<string, string>> = {
  AGENT: '#4c78a8',
  CHAIN: '#f58518',
  TOOL: '#54a24b',
  GENERATION: '#e45756',
  RETRIEVER: '#72b7b2',
  EMBEDDING: '#b279a2',
};
const ROW = 20;

let context: CanvasRenderingContext2D | null = null;
let rows: number[][] = [];
let start = new Float64Array(0);
let end = new Float64Array(0);
let color: string[] = [];
let from = 0;
let to = 1;
let isDrawn = false;

function prepare() {
  const count = observations.length;
  const origin = observations[0]?.startTime ?? 0;
  start = new Float64Array(count);
  end = new Float64Array(count);
  color = Array.from({ length: count }, () => '');
  rows = [];
  for (let index = 0; index < count; index += 1) {
    const observation = observations[index];
    if (!observation) continue;
    start[index] = observation.startTime - origin;
    end[index] = (observation.endTime ?? origin) - origin;
    color[index] = COLORS[observation.type] ?? '#888';
    (rows[depths[index] ?? 0] ??= []).push(index);
  }
  to = end[0] ?? 1;
}

/** First place of a row from `low` on whose bar ends at `time` or later. */
function firstEnding(row: readonly number[], low: number, time: number): number {
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[row[middle] ?? 0] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function draw() {
  const surface = context;
  if (!surface) return;
  surface.clearRect(0, 0, WIDTH, HEIGHT);
  const scale = WIDTH / (to - from);
  rows.forEach((row, depth) => {
    let place = firstEnding(row, 0, from);
    while (place < row.length) {
      const bar = row[place] ?? 0;
      const left = ((start[bar] ?? 0) - from) * scale;
      if (left > WIDTH) break;
      const width = ((end[bar] ?? 0) - from) * scale - left;
      surface.fillStyle = color[bar] ?? '';
      surface.fillRect(left, depth * ROW, Math.max(1, width - 0.5), ROW - 2);
      const next = from + (Math.floor(left) + 1) / scale;
      place = width < 1 ? Math.max(place + 1, firstEnding(row, place + 1, next)) : place + 1;
    }
  });
  isDrawn = true;
}

function begin(canvas: HTMLCanvasElement | null) {
  context = canvas?.getContext('2d', { alpha: false }) ?? null;
  if (!context) return;
  prepare();
  draw();
}

window.timelineBench = {
  mount() {
    createRoot(rootElement()).render(<canvas width={WIDTH} height={HEIGHT} ref={begin} />);
  },
  isReady: () => isDrawn,
  zoom(direction) {
    const centre = from + (to - from) * 0.39;
    const factor = direction === 1 ? 0.8 : 1.25;
    from = centre - (centre - from) * factor;
    to = centre + (to - centre) * factor;
    draw();
  },
  pan(direction) {
    const by = ((to - from) / WIDTH) * 40 * direction;
    from += by;
    to += by;
    draw();
  },
} satisfies TimelineBenchPage;
