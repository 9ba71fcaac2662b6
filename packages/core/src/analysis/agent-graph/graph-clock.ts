import type { EpochMs } from '../../model/units.ts';
import type { AgentGraph, AgentGraphCalls } from './agent-graph.ts';

/** Answers, as often as once per frame, what ran at a moment. */
export interface GraphClock {
  /** Adds to `running` the indexes of the nodes that ran at the moment; `running` is emptied first. */
  readonly readRunning: (time: EpochMs, running: Set<number>) => void;
}

/** Prepares a graph for a moving playhead; one look takes time with the number of nodes, not of calls. */
export function graphClock({ calls, nodes }: Pick<AgentGraph, 'calls' | 'nodes'>): GraphClock {
  const latestEnd = latestEnds(calls);
  return {
    readRunning(time, running) {
      running.clear();
      for (let node = 0; node < nodes.length; node += 1) {
        const first = calls.offset[node] ?? 0;
        const call = lastBegun(calls, node, time);
        // Something that began by then ends later: of all that began, the one with the latest end does.
        if (call >= first && (latestEnd[call] ?? 0) > time) running.add(node);
      }
    },
  };
}

/** The step that a moment is in: the last one that has begun; -1 before the first. */
export function graphStepAt({ steps }: Pick<AgentGraph, 'steps'>, time: EpochMs): number {
  return countUpTo(steps, 0, steps.length, time) - 1;
}

/** For each call, the latest end of it and all earlier calls of its node. */
function latestEnds({ offset, end }: AgentGraphCalls): Float64Array {
  const latest = Float64Array.from(end);
  for (let node = 0; node + 1 < offset.length; node += 1) {
    for (let call = (offset[node] ?? 0) + 1; call < (offset[node + 1] ?? 0); call += 1) {
      latest[call] = Math.max(latest[call] ?? 0, latest[call - 1] ?? 0);
    }
  }
  return latest;
}

/** The last call of a node that began by then; one before its first when none did. */
function lastBegun({ offset, start }: AgentGraphCalls, node: number, time: EpochMs): number {
  return countUpTo(start, offset[node] ?? 0, offset[node + 1] ?? 0, time) - 1;
}

/** Place behind the last of ascending values that is not over a limit. */
function countUpTo(values: Float64Array, from: number, to: number, limit: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
