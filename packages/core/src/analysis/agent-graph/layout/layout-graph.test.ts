import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from './layout-graph.ts';
import type { GraphLayout, GraphLayoutBox, GraphLayoutInput } from './layout-graph.ts';

/** `a → b` per line; `box|a` is drawn inside `box`. Nodes are 100 × 40. */
function layout(drawing: string, direction: GraphLayoutInput['direction'] = 'down') {
  const edges = drawing.split(',').map((pair) => {
    const [from = '', to = ''] = pair.split('→').map((name) => name.trim());
    return { from, to };
  });
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const boxes = ids.flatMap((id) => (id.includes('|') ? [id.slice(0, id.lastIndexOf('|'))] : []));
  const nodes = [...new Set([...ids, ...boxes])].map((id) => ({
    id,
    namespace: id.slice(0, Math.max(0, id.lastIndexOf('|'))),
    width: 100,
    height: 40,
  }));
  const placed = layoutGraph({ nodes, edges, direction });
  const boxOf = (id: string): GraphLayoutBox =>
    placed.nodes[nodes.findIndex((node) => node.id === id)] ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
      hasInner: false,
    };
  return { ...placed, boxOf, input: { nodes, edges } };
}

it('puts what follows below, in one line', () => {
  const { boxOf } = layout('start → plan, plan → act, act → end');
  const all = ['start', 'plan', 'act', 'end'].map(boxOf);
  expect(new Set(all.map(({ x }) => Math.round(x))).size).toBe(1);
  expect(all.map(({ y }) => y)).toEqual(all.map(({ y }) => y).toSorted((a, b) => a - b));
});

it('puts what follows to the right when asked to', () => {
  const { boxOf } = layout('start → plan, plan → act', 'right');
  expect(boxOf('plan').x).toBeGreaterThan(boxOf('start').x + 100);
  expect(boxOf('plan').y).toBe(boxOf('start').y);
});

it('puts parallel branches side by side, and their join in the middle', () => {
  const { boxOf } = layout('plan → a, plan → b, plan → c, a → join, b → join, c → join');
  expect(new Set(['a', 'b', 'c'].map((id) => boxOf(id).y)).size).toBe(1);
  expect(boxOf('join').x).toBeCloseTo(boxOf('b').x, 5);
  expect(boxOf('plan').x).toBeCloseTo(boxOf('b').x, 5);
});

it('draws the way there and the way back side by side', () => {
  const { edges } = layout('agent → tools, tools → agent');
  const [there, back] = edges;
  expect(there?.[0]).not.toBe(back?.at(-2));
  // The way back ends at the node above.
  expect(back?.at(-1)).toBe(there?.[1]);
});

it('leads a way over several layers around the nodes between', () => {
  const placed = layout('a → b, b → c, c → d, a → d');
  const route = placed.edges[3] ?? [];
  expect(route.length).toBeGreaterThan(4);
  for (let place = 0; place < route.length; place += 2) {
    for (const name of ['b', 'c']) {
      const box = placed.boxOf(name);
      const isInside =
        (route[place] ?? 0) > box.x &&
        (route[place] ?? 0) < box.x + box.width &&
        (route[place + 1] ?? 0) > box.y &&
        (route[place + 1] ?? 0) < box.y + box.height;
      expect(isInside).toBe(false);
    }
  }
});

it('draws a subgraph inside its node', () => {
  const { boxOf } = layout('plan → review, review|draft → review|critique, review → publish');
  const box = boxOf('review');
  expect(box.hasInner).toBe(true);
  for (const inner of ['review|draft', 'review|critique'].map(boxOf)) {
    expect(inner.x).toBeGreaterThan(box.x);
    expect(inner.y).toBeGreaterThan(box.y);
    expect(inner.x + inner.width).toBeLessThan(box.x + box.width);
    expect(inner.y + inner.height).toBeLessThan(box.y + box.height);
  }
  expect(boxOf('publish').y).toBeGreaterThan(box.y + box.height);
});

describe('whatever graph it is', () => {
  const graphs = fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc.record({
      nodes: fc.constant(count),
      edges: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 80 }),
      outer: fc.array(fc.integer({ min: -1, max: count - 1 }), { minLength: count, maxLength: count }),
      direction: fc.constantFrom<GraphLayoutInput['direction']>('down', 'right'),
    }),
  );

  it('no two nodes overlap unless one is inside the other, and edges touch what they join', () => {
    fc.assert(
      fc.property(graphs, ({ nodes: count, edges, outer, direction }) => {
        const nodes = Array.from({ length: count }, (_, index) => ({
          id: `n${index}`,
          namespace: (outer[index] ?? -1) < 0 ? '' : `n${outer[index]}`,
          width: 60 + (index % 5) * 20,
          height: 30,
        }));
        const input = {
          nodes,
          direction,
          edges: edges.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
        };
        const placed = layoutGraph(input);
        expectApart(placed);
        for (const [index, points] of placed.edges.entries()) {
          if (points.length === 0) continue;
          const [from = 0, to = 0] = edges[index] ?? [];
          expectTouch(placed.nodes[from], points[0], points[1]);
          expectTouch(placed.nodes[to], points.at(-2), points.at(-1));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ends with chains, trees and circles of 20,000 nodes', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const nodes = ids.map((id) => ({ id, namespace: '', width: 100, height: 40 }));
    const chain = ids.slice(1).map((to, index) => ({ from: `n${index}`, to }));
    const tree = ids.slice(1).map((to, index) => ({ from: `n${index >> 2}`, to }));
    for (const edges of [chain, tree, [...chain, { from: 'n19999', to: 'n0' }]]) {
      const placed = layoutGraph({ nodes, edges, direction: 'down' });
      expect(placed.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    }
  });

  it('ends with boxes inside boxes, 2,000 deep', () => {
    const nodes = Array.from({ length: 2_000 }, (_, index) => ({
      id: `n${index}`,
      namespace: index === 0 ? '' : `n${index - 1}`,
      width: 100,
      height: 40,
    }));
    expect(layoutGraph({ nodes, edges: [], direction: 'down' }).nodes[1_999]?.hasInner).toBe(false);
  });

  it('has nothing to place of nothing', () => {
    expect(layoutGraph({ nodes: [], edges: [], direction: 'down' })).toEqual({
      width: 0,
      height: 0,
      nodes: [],
      edges: [],
    });
  });
});

function expectApart({ nodes }: GraphLayout): void {
  for (const [index, a] of nodes.entries()) {
    for (const b of nodes.slice(index + 1)) {
      const isApart =
        a.x + a.width <= b.x + 0.01 ||
        b.x + b.width <= a.x + 0.01 ||
        a.y + a.height <= b.y + 0.01 ||
        b.y + b.height <= a.y + 0.01;
      expect(isApart || contains(a, b) || contains(b, a)).toBe(true);
    }
  }
}

function contains(outer: GraphLayoutBox, inner: GraphLayoutBox): boolean {
  return (
    outer.hasInner &&
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function expectTouch(box: GraphLayoutBox | undefined, x: number | undefined, y: number | undefined): void {
  if (!box || x === undefined || y === undefined) throw new Error('The edge has no end.');
  expect(x).toBeGreaterThanOrEqual(box.x - 0.01);
  expect(x).toBeLessThanOrEqual(box.x + box.width + 0.01);
  expect(y).toBeGreaterThanOrEqual(box.y - 0.01);
  expect(y).toBeLessThanOrEqual(box.y + box.height + 0.01);
}
