import { expect } from 'vitest';
import { deriveAgentGraph } from '@oriel/core';
import type { AgentGraph } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import type { Replay } from '../replay.ts';
import { fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { countBy, expectSameItems } from './compare.ts';

/** A graph as its own program declares it. */
interface DeclaredGraph {
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

interface VisitedNode {
  readonly step: number;
  /** Names of the nodes around it and its own. */
  readonly checkpointNs: string;
}

const END = '__end__';

/** What a program knows of the graph it ran, over all traces of a recording. */
export const GRAPH_FACTS: Checks<Replay> = {
  graph: fact<DeclaredGraph, Replay>((declared, { traces }) => {
    const known = declared.edges.map(({ source, target }) => `${source} → ${target}`);
    for (const trace of traces) expect(known).toEqual(expect.arrayContaining([...edgesIn(trace, '')]));
  }),
  // Opened, a subgraph stands in place of its node.
  graphExpanded: fact<DeclaredGraph, Replay>((declared, { traces }) => {
    const known = declared.nodes.map((name) => name.replace(':', '|'));
    for (const trace of traces) {
      const { nodes } = graphOf(trace);
      const opened = new Set(nodes.map(({ namespace }) => namespace));
      const ids = nodes.map(({ id }) => id).filter((id) => !opened.has(id));
      expectSameItems(ids, known, 'nodes');
    }
  }),
  subgraph: fact<DeclaredGraph & { readonly node: string }, Replay>(({ node, nodes, edges }, { traces }) => {
    for (const trace of traces) {
      const inside = graphOf(trace).nodes.filter(({ namespace }) => namespace === node);
      expectSameItems(
        inside.map(({ name }) => name),
        nodes,
        'nodes of the subgraph',
      );
      expectSameItems(
        edgesIn(trace, node),
        edges.map(({ source, target }) => `${source} → ${target}`),
        'its edges',
      );
    }
  }),
  loops: fact<Record<string, number | readonly number[]>, Replay>((loops, { traces }) => {
    for (const [name, calls] of Object.entries(loops))
      expect(traces.map((trace) => callsOf(trace, name))).toEqual([calls].flat());
  }),
  fanOut: fact<{ from: string; to: Record<string, number>; joinedAt: string }, Replay>(
    ({ from, to, joinedAt }, { traces }) => {
      for (const trace of traces) {
        const { edges } = graphOf(trace);
        const out = edges.filter((edge) => edge.from === from).map((edge) => [edge.to, edge.count]);
        const back = edges.filter((edge) => edge.to === joinedAt).map((edge) => [edge.from, edge.count]);
        expect(Object.fromEntries(out)).toEqual(to);
        expect(Object.fromEntries(back)).toEqual(to);
      }
    },
  ),
};

/** The graph is exactly what ran: these nodes as often as they ran, and a way for every step that followed another. */
export function expectVisited(visited: readonly VisitedNode[], trace: ReplayedTrace): void {
  const ran = graphOf(trace).nodes.filter(({ name, calls }) => calls > 0 && name !== END);
  const expected = countBy(visited, ({ checkpointNs }) => checkpointNs);
  expect(Object.fromEntries(ran.map(({ id, calls }) => [id, calls]))).toEqual(expected);

  const ways = visited.flatMap((node) =>
    visited
      .filter((next) => next.step === node.step + 1 && around(next) === around(node))
      .map((next) => `${node.checkpointNs} → ${next.checkpointNs}`),
  );
  const walked = graphOf(trace)
    .edges.filter(({ to }) => !to.endsWith(END))
    .map(({ from, to }) => `${from} → ${to}`);
  expectSameItems(walked, [...new Set(ways)], 'ways');
}

function around({ checkpointNs }: VisitedNode): string {
  return checkpointNs.split('|').slice(0, -1).join('|');
}

/** The ways taken between nodes of one graph, by their own names. */
function edgesIn(trace: ReplayedTrace, namespace: string): readonly string[] {
  const { nodes, edges } = graphOf(trace);
  const names = new Map(
    nodes.filter((node) => node.namespace === namespace).map(({ id, name }) => [id, name]),
  );
  return edges.flatMap(({ from, to }) =>
    names.has(from) && names.has(to) ? [`${names.get(from)} → ${names.get(to)}`] : [],
  );
}

function callsOf(trace: ReplayedTrace, name: string): number {
  return graphOf(trace).nodes.find((node) => node.name === name)?.calls ?? 0;
}

function graphOf({ observations }: ReplayedTrace): AgentGraph {
  const graph = deriveAgentGraph(observations);
  if (graph === null) throw new Error('The trace has no graph.');
  return graph;
}
