import { describe, expect, it } from 'vitest';
import { drawTrace } from '../../testing/draw-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { readDeclaredGraph } from './declared-graph.ts';
import { deriveAgentGraph } from './derive-agent-graph.ts';
import { findGraphNode } from './find-graph-node.ts';
import { graphClock, graphStepAt } from './graph-clock.ts';
import { mergeDeclaredGraph } from './merge-declared-graph.ts';

const STEPS: Readonly<Record<string, number>> = { plan: 1, search: 2, prices: 2, answer: 3 };

const { observations } = traceStructure(
  drawTrace(`
    plan    |==
    search  |  ===
      llm   |  ==
    prices  |   ===
    answer  |       ==
  `).map((patch) =>
    patch.name === 'llm'
      ? patch
      : {
          ...patch,
          graph: {
            node: patch.name ?? '',
            step: STEPS[patch.name ?? ''] ?? 0,
            namespace: null,
            triggers: [],
          },
        },
  ),
);

function derive() {
  const graph = deriveAgentGraph(observations);
  if (!graph) throw new Error('The trace has a graph.');
  return graph;
}

describe('a declared graph', () => {
  const declared = {
    nodes: [
      { id: '__start__', type: 'schema' },
      { id: 'plan', type: 'runnable', data: { id: ['langchain'], name: 'plan' } },
      { id: 'escalate', type: 'runnable' },
      { id: '__end__', type: 'schema' },
    ],
    edges: [
      { source: '__start__', target: 'plan' },
      { source: 'plan', target: 'search', conditional: true },
      { source: 'plan', target: 'escalate', conditional: true, data: 'no answer' },
      { source: 'escalate', target: '__end__' },
    ],
  };

  it('is read as LangGraph writes it', () => {
    expect(readDeclaredGraph(declared)).toEqual({
      nodes: ['__start__', 'plan', 'escalate', '__end__', 'search'],
      edges: [
        { from: '__start__', to: 'plan', isConditional: false },
        { from: 'plan', to: 'search', isConditional: true },
        { from: 'plan', to: 'escalate', isConditional: true },
        { from: 'escalate', to: '__end__', isConditional: false },
      ],
    });
  });

  it.each([null, 'graph', [], {}, { nodes: 1 }, { nodes: [], edges: [] }, { edges: [{ source: 1 }] }])(
    'is not read from %j',
    (value) => {
      expect(readDeclaredGraph(value)).toBeNull();
    },
  );

  it('shows under what ran what did not', () => {
    const graph = derive();
    const merged = mergeDeclaredGraph(graph, readDeclaredGraph(declared) ?? { nodes: [], edges: [] });
    expect(merged.nodes.find(({ id }) => id === 'escalate')).toMatchObject({ calls: 0, namespace: '' });
    expect(merged.edges.find(({ to }) => to === 'escalate')).toMatchObject({ count: 0, isConditional: true });
    expect(merged.edges.find(({ from, to }) => from === 'plan' && to === 'search')).toMatchObject({
      count: 1,
      isConditional: true,
    });
    // What ran is as it was.
    expect(merged.nodes.slice(0, graph.nodes.length)).toEqual(graph.nodes);
    expect(merged.edges.filter(({ count }) => count > 0)).toHaveLength(graph.edges.length);
  });

  it('goes through the start and end of a subgraph', () => {
    const read = readDeclaredGraph({
      nodes: ['plan', 'review:draft', 'publish'],
      edges: [
        { source: 'plan', target: 'review:draft' },
        { source: 'review:draft', target: 'publish' },
      ],
    });
    const { nodes, edges } = mergeDeclaredGraph(
      { ...derive(), nodes: [], edges: [] },
      read ?? { nodes: [], edges: [] },
    );
    expect(edges.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'plan → review',
      'review|__start__ → review|draft',
      'review|draft → review|__end__',
      'review → publish',
    ]);
    expect(nodes.find(({ id }) => id === 'review|draft')).toMatchObject({
      namespace: 'review',
      name: 'draft',
    });
  });
});

describe('a moment of a graph', () => {
  const namesAt = (time: number) => {
    const graph = derive();
    const running = new Set<number>();
    graphClock(graph).readRunning(time, running);
    return [...running].map((index) => graph.nodes[index]?.name);
  };

  it('has the nodes that ran then', () => {
    expect(namesAt(-1)).toEqual([]);
    expect(namesAt(0)).toEqual(['plan']);
    expect(namesAt(350)).toEqual(['search', 'prices']);
    expect(namesAt(650)).toEqual([]);
    expect(namesAt(700)).toEqual(['answer']);
    expect(namesAt(900)).toEqual([]);
  });

  it('is in the step that began last', () => {
    expect([-1, 0, 299, 300, 5_000].map((time) => graphStepAt(derive(), time))).toEqual([-1, 0, 0, 1, 2]);
  });
});

it('finds the node that an observation ran in, however deep', () => {
  const idOf = (name: string) => observations.find((observation) => observation.name === name)?.id ?? '';
  expect(findGraphNode(derive(), observations, idOf('search'))).toMatchObject({ id: 'search' });
  expect(findGraphNode(derive(), observations, idOf('llm'))).toMatchObject({ id: 'search' });
  expect(findGraphNode(derive(), observations, 'unheard of')).toBeNull();
});
