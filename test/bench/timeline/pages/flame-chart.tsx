import { FlameChart } from 'flame-chart-js';
import type { TimelineBenchPage } from '../bench-page.ts';
import { HEIGHT, WIDTH, observations, rootElement } from './observations.ts';

interface FlameNode {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly duration: number;
  readonly children: FlameNode[];
}

const origin = observations[0]?.startTime ?? 0;
const last = (observations[0]?.endTime ?? origin) - origin;
let chart: { setZoom(from: number, to: number): void } | null = null;
let from = 0;
let to = last;

/** It takes nested nodes, and making them is part of using it. */
function nest(): FlameNode[] {
  const nodes = new Map<string, FlameNode>();
  const roots: FlameNode[] = [];
  for (const { id, parentId, name, type, startTime, endTime } of observations) {
    const start = startTime - origin;
    const node = {
      name: name ?? '',
      type,
      start,
      duration: (endTime ?? startTime) - startTime,
      children: [],
    };
    nodes.set(id, node);
    const siblings = parentId === null ? roots : nodes.get(parentId)?.children;
    siblings?.push(node);
  }
  return roots;
}

window.timelineBench = {
  mount() {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    rootElement().append(canvas);
    chart = new FlameChart({ canvas, data: nest(), settings: {} });
  },
  isReady: () => chart !== null,
  zoom(direction) {
    const centre = from + (to - from) * 0.39;
    const factor = direction === 1 ? 0.8 : 1.25;
    from = Math.max(0, centre - (centre - from) * factor);
    to = Math.min(last, centre + (to - centre) * factor);
    chart?.setZoom(from, to);
  },
  pan(direction) {
    const by = ((to - from) / WIDTH) * 40 * direction;
    from += by;
    to += by;
    chart?.setZoom(from, to);
  },
} satisfies TimelineBenchPage;
