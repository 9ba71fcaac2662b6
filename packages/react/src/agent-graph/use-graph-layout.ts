'use client';

import { useEffect, useMemo, useState } from 'react';
import { END_NODE, layoutGraph, mirrorLayout, START_NODE } from '@oriel/core';
import type { AgentGraph, GraphLayout, GraphLayoutInput } from '@oriel/core';
import { nodeSize } from './node-size.ts';
import { requestLayout } from './request-layout.ts';
import type { LaidOut } from './request-layout.ts';

/** Up to here a layout takes about a millisecond, and starting a worker many. */
const MAX_ON_PAGE = 60;

/** A graph together with its layout: nodes and edges of both are in the same order. */
export interface PlacedGraph {
  readonly graph: AgentGraph;
  readonly layout: GraphLayout;
  readonly direction: GraphLayoutInput['direction'];
  readonly isSimplified: boolean;
}

/**
 * Places a graph, in a worker unless it is small. While a graph that grew is placed, the one before stays; a graph
 * that only ran on keeps its layout.
 *
 * @returns `null` until the first layout is there.
 */
export function useGraphLayout(graph: AgentGraph | null, isRightToLeft: boolean): PlacedGraph | null {
  const key = useMemo(() => (graph ? JSON.stringify(toInput(graph)) : null), [graph]);
  const input = useMemo(() => (key === null ? null : (JSON.parse(key) as GraphLayoutInput)), [key]);
  const small = useMemo(
    () => (input && input.nodes.length + input.edges.length <= MAX_ON_PAGE ? layoutGraph(input) : null),
    [input],
  );
  const [large, setLarge] = useState<(LaidOut & { graph: AgentGraph; input: GraphLayoutInput }) | null>(null);

  useEffect(() => {
    if (!graph || !input || small || large?.input === input) return undefined;
    const aborter = new AbortController();
    requestLayout(input, { signal: aborter.signal }).then(
      (laidOut) => setLarge({ ...laidOut, graph, input }),
      () => {
        // Aborted: another graph is on its way.
      },
    );
    return () => aborter.abort();
  }, [graph, input, small, large]);

  return useMemo(() => {
    if (!graph || !input) return null;
    const isCurrent = large?.input === input;
    const shown = small || isCurrent ? { graph, input } : large;
    const layout = small ?? large?.layout;
    if (!shown || !layout) return null;
    const drawn = { ...layout, edges: layout.edges.slice(0, shown.graph.edges.length) };
    return {
      graph: shown.graph,
      layout: isRightToLeft ? mirrorLayout(drawn) : drawn,
      direction: shown.input.direction,
      isSimplified: small === null && large?.isSimplified === true,
    };
  }, [graph, input, small, large, isRightToLeft]);
}

function toInput({ mode, nodes, edges }: AgentGraph): GraphLayoutInput {
  return {
    nodes: nodes.map((node) => ({ id: node.id, namespace: node.namespace, ...nodeSize(node) })),
    edges: [...edges.map(({ from, to }) => ({ from, to })), ...waysOfUnreached({ nodes, edges })],
    direction: mode === 'aggregated' ? 'down' : 'right',
  };
}

/**
 * An end that no run came to, and a start that a resumed run did not pass, have no edges and would be placed beside the
 * steps: they belong behind and before all that ran. These edges place them, and are not drawn.
 */
function waysOfUnreached({ nodes, edges }: Pick<AgentGraph, 'nodes' | 'edges'>) {
  const entered = new Set(edges.map(({ to }) => to));
  const left = new Set(edges.map(({ from }) => from));
  const unreached = nodes.filter(
    ({ id, name }) => (name === END_NODE && !entered.has(id)) || (name === START_NODE && !left.has(id)),
  );
  return unreached.flatMap(({ id, name, namespace }) => {
    const isEnd = name === END_NODE;
    const outermost = nodes.filter(
      (node) => node.namespace === namespace && node.id !== id && !(isEnd ? left : entered).has(node.id),
    );
    return outermost
      .filter((node) => node.name !== (isEnd ? START_NODE : END_NODE))
      .map((node) => (isEnd ? { from: node.id, to: id } : { from: id, to: node.id }));
  });
}
