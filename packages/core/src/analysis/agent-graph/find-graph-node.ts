import type { Observation } from '../../model/observation.ts';
import type { ObservationId } from '../../model/ids.ts';
import type { AgentGraph, AgentGraphNode } from './agent-graph.ts';

/**
 * The node an observation ran in, itself or inside; `null` when the graph has none.
 *
 * @param observations - those the graph was derived from, in the same order.
 */
export function findGraphNode(
  { nodes, nodeOfObservation }: Pick<AgentGraph, 'nodes' | 'nodeOfObservation'>,
  observations: readonly Observation[],
  observationId: ObservationId,
): AgentGraphNode | null {
  const index = observations.findIndex(({ id }) => id === observationId);
  return nodes[nodeOfObservation[index] ?? -1] ?? null;
}
