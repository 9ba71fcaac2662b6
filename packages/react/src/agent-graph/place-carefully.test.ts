import { expect, it } from 'vitest';
import { layoutGraph, placeLevel } from '@oriel/core';
import type { GraphLayoutInput } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';
import { countCrossings } from './count-crossings.ts';
import { placeCarefully } from './place-carefully.ts';

function graph(count: number, edges: readonly (readonly [number, number])[]): GraphLayoutInput {
  return {
    nodes: Array.from({ length: count }, (_, index) => ({
      id: `n${index}`,
      namespace: '',
      width: 120,
      height: 50,
    })),
    edges: edges.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
    direction: 'down',
  };
}

const crossingsOf = (input: GraphLayoutInput, place: typeof placeLevel) =>
  countCrossings({ routes: layoutGraph(input, place).edges });

it('counts edges that cross, not edges that meet', () => {
  expect(
    countCrossings({
      routes: [
        [0, 0, 10, 10],
        [10, 0, 0, 10],
      ],
    }),
  ).toBe(1);
  expect(
    countCrossings({
      routes: [
        [0, 0, 10, 10],
        [10, 10, 20, 0],
      ],
    }),
  ).toBe(0);
  expect(countCrossings({ routes: [[0, 0, 10, 0, 10, 10]] })).toBe(0);
});

it('never has more crossings than the plain placement, and is seldom as bad', () => {
  const random = seededRandom(4);
  let plain = 0;
  let careful = 0;
  for (let round = 0; round < 12; round += 1) {
    const count = 8 + Math.floor(random() * 16);
    const edges = Array.from({ length: count * 2 }, () => {
      return [Math.floor(random() * count), Math.floor(random() * count)] as const;
    });
    const input = graph(count, edges);
    const [one, other] = [crossingsOf(input, placeLevel), crossingsOf(input, placeCarefully)];
    expect(other).toBeLessThanOrEqual(one);
    plain += one;
    careful += other;
  }
  expect(careful).toBeLessThan(plain);
});

it('does not ask dagre about a chain of 3,000 nodes, which would overflow its stack', () => {
  const chain = graph(
    3_000,
    Array.from({ length: 2_999 }, (_, index) => [index, index + 1] as const),
  );
  expect(layoutGraph(chain, placeCarefully).nodes).toHaveLength(3_000);
});

it('keeps loops at their nodes', () => {
  const edges = [
    [0, 3],
    [0, 4],
    [0, 5],
    [1, 3],
    [1, 4],
    [1, 5],
    [2, 3],
    [2, 4],
    [2, 5],
    [3, 3],
  ] as const;
  const { nodes, edges: routes } = layoutGraph(graph(6, edges), placeCarefully);
  const box = nodes[3];
  expect(routes[9]?.[0]).toBeCloseTo((box?.x ?? 0) + (box?.width ?? 0), 5);
});
