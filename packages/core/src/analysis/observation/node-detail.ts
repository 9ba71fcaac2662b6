import type { Observation } from '../../model/observation.ts';
import type { Score } from '../../model/score.ts';
import type { Trace, TraceStructure } from '../../model/trace.ts';
import type { TraceTreeNodeId } from '../trace-tree/layout-trace-tree.ts';

/** What is known of one node of a trace without its payload. */
export interface NodeDetail {
  readonly trace: Trace;
  /** `null` when the node is the trace itself. */
  readonly observation: Observation | null;
  /** Scores on this node, not on nodes below it. */
  readonly scores: readonly Score[];
}

/** Picks one node out of a trace; `null` when the trace has no such observation. */
export function nodeDetail(structure: TraceStructure, nodeId: TraceTreeNodeId): NodeDetail | null {
  const observation = structure.observations.find(({ id }) => id === nodeId) ?? null;
  if (nodeId !== null && observation === null) return null;
  return {
    trace: structure.trace,
    observation,
    scores: structure.scores.filter((score) => score.observationId === nodeId),
  };
}
