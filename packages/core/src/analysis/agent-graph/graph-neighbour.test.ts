import { expect, it } from 'vitest';
import { drawTrace } from '../../testing/draw-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { deriveAgentGraph } from './derive-agent-graph.ts';
import { graphNeighbour } from './graph-neighbour.ts';
import type { GraphWay } from './graph-neighbour.ts';
import { layoutGraph } from './layout/layout-graph.ts';
import { mirrorLayout } from './layout/mirror-layout.ts';

const { observations } = traceStructure(
  drawTrace(`
    plan           |==
    writer AGENT   |  =====
      llm          |  ==
    news           |  ===
    answer         |        ==
  `),
);

function walk(from: string, ways: readonly GraphWay[], isMirrored = false): string | null {
  const graph = deriveAgentGraph(observations);
  if (!graph) throw new Error('The trace has a graph.');
  const nodes = graph.nodes.map(({ id, namespace }) => ({ id, namespace, width: 100, height: 40 }));
  const placed = layoutGraph({ nodes, edges: graph.edges, direction: 'down' });
  const layout = isMirrored ? mirrorLayout(placed) : placed;
  return ways.reduce<string | null>(
    (at, way) => (at === null ? null : graphNeighbour(graph, layout, 'down', at, way)),
    from,
  );
}

it('follows the edges down and up', () => {
  expect(walk('__start__', ['down'])).toBe('plan');
  expect(walk('news', ['down'])).toBe('answer');
  expect(walk('answer', ['down', 'up'])).toBe('answer');
});

it('goes to what stands beside, in either reading direction', () => {
  expect(walk('writer', ['right'])).toBe('news');
  expect(walk('writer', ['left'], true)).toBe('news');
});

it('goes into a box and out of it again', () => {
  expect(walk('writer', ['down', 'down'])).toBe('writer|llm');
  expect(walk('writer|llm', ['down', 'down'])).toBe('answer');
  expect(walk('writer|llm', ['up', 'up'])).toBe('writer');
});

it('stays where nothing lies that way', () => {
  expect(walk('__start__', ['up'])).toBeNull();
  expect(walk('unheard of', ['up'])).toBeNull();
});
