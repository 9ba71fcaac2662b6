import type { Observation } from '../../model/observation.ts';
import type { TraceTreeLayout } from '../layout-trace-tree.ts';
import type { GraphFrame } from './graph-call.ts';

/** Deeper boxes could not be read, and their names would grow without end. */
const MAX_FRAMES = 16;

/** One call of a trace without graph keys, linked by indexes into the list of all of them. */
export interface NestedCall {
  readonly observation: Observation;
  /** It and its retries, by start. */
  readonly attempts: Observation[];
  readonly frame: GraphFrame;
  /** The calls it made, by start; retries stand with what they repeat. */
  readonly inner: NestedCall[];
  /** The frame of what it calls, when it is an agent with a graph of its own. */
  readonly ownFrame: GraphFrame | null;
}

/**
 * The calls of a trace, outermost first. Events are moments, not calls. An agent inside another, or beside another,
 * has a graph of its own; the one agent around everything has not: the trace is its graph.
 *
 *     crew                    the graph
 *       researcher AGENT      a node of it, with a graph inside
 *         llm                 a node of that graph
 *         search  ERROR
 *         search              the same call, tried again
 */
export function nestedCalls(tree: TraceTreeLayout): readonly NestedCall[] {
  const top: GraphFrame = { path: [], outerKey: null, runKey: '' };
  const roots: NestedCall[] = [];
  const callOf: (NestedCall | undefined)[] = [];
  const hasCalls = rowsWithCalls(tree);
  const rootCount = countRootCalls(tree);
  for (let row = 0; row < tree.rowCount; row += 1) {
    const observation = tree.observations[tree.order[row] ?? -1];
    const outer = callOf[tree.parent[row] ?? -1];
    if (!observation || observation.type === 'EVENT') {
      callOf[row] = outer;
      continue;
    }
    const siblings = outer ? outer.inner : roots;
    const previous = siblings.at(-1);
    if (previous && isRetry(previous, observation)) {
      previous.attempts.push(observation);
      callOf[row] = previous;
      continue;
    }
    const frame = outer ? (outer.ownFrame ?? outer.frame) : top;
    const isBoxed =
      observation.type === 'AGENT' &&
      hasCalls[row] === 1 &&
      frame.path.length < MAX_FRAMES &&
      (outer !== undefined || rootCount > 1);
    const call: NestedCall = {
      observation,
      attempts: [observation],
      frame,
      inner: [],
      ownFrame: isBoxed
        ? { path: [...frame.path, observation.name ?? ''], outerKey: observation.id, runKey: observation.id }
        : null,
    };
    siblings.push(call);
    callOf[row] = call;
  }
  return roots;
}

/** The same thing again, right after it failed. */
function isRetry({ attempts }: NestedCall, observation: Observation): boolean {
  const last = attempts.at(-1);
  return (
    last !== undefined &&
    last.level === 'ERROR' &&
    last.name === observation.name &&
    last.type === observation.type &&
    last.endTime !== null &&
    last.endTime <= observation.startTime
  );
}

/** 1 for rows with something below that is not an event. */
function rowsWithCalls(tree: TraceTreeLayout): Uint8Array {
  const hasCalls = new Uint8Array(tree.rowCount);
  for (let row = tree.rowCount - 1; row >= 0; row -= 1) {
    const parent = tree.parent[row] ?? -1;
    if (parent === -1) continue;
    const isEvent = tree.observations[tree.order[row] ?? -1]?.type === 'EVENT';
    if (!isEvent || hasCalls[row] === 1) hasCalls[parent] = 1;
  }
  return hasCalls;
}

function countRootCalls(tree: TraceTreeLayout): number {
  const isInside = new Uint8Array(tree.rowCount);
  let count = 0;
  for (let row = 0; row < tree.rowCount; row += 1) {
    const observation = tree.observations[tree.order[row] ?? -1];
    const isOuterInside = isInside[tree.parent[row] ?? -1] === 1;
    const isCall = observation !== undefined && observation.type !== 'EVENT';
    if (isCall && !isOuterInside) count += 1;
    if (isCall || isOuterInside) isInside[row] = 1;
  }
  return count;
}
