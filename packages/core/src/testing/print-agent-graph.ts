import { deriveAgentGraph } from '../analysis/agent-graph/derive-agent-graph.ts';
import type { AgentGraphNode } from '../analysis/agent-graph/agent-graph.ts';
import type { Observation } from '../model/observation.ts';

/**
 * The graph an agent walked, a line for each node with the ways out of it; empty without graph keys.
 *
 *     agent ×3 → tools ×2, __end__
 */
export function printAgentGraph(observations: readonly Observation[]): string {
  const graph = deriveAgentGraph(observations);
  if (graph?.source !== 'graph-keys') return '';
  const lines = graph.nodes.map((node) => {
    const ways = graph.edges.filter(({ from }) => from === node.id);
    const targets = ways.map(({ to, count }) => `${to}${times(count)}`).join(', ');
    return `  ${printNode(node)}${targets === '' ? '' : ` → ${targets}`}`;
  });
  return ['graph', ...lines].join('\n');
}

function printNode({ id, calls, errors, interrupted }: AgentGraphNode): string {
  const notes = [
    calls === 0 ? 'not reached' : null,
    errors === 0 ? null : `failed${times(errors)}`,
    interrupted === 0 ? null : `paused${times(interrupted)}`,
  ].filter((note) => note !== null);
  return `${id}${times(calls)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

function times(count: number): string {
  return count < 2 ? '' : ` ×${count}`;
}
