import type { Observation } from '../../model/observation.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import type { Exits } from './frontier.ts';
import type { NodeIndex } from './graph-builder.ts';
import { graphFrame } from './graph-call.ts';
import type { GraphFrame } from './graph-call.ts';

/** One call of a trace without graph keys. */
export interface NestedCall {
  readonly observation: Observation;
  /** It and its retries, by start. */
  readonly attempts: Observation[];
  readonly frame: GraphFrame;
  /** The calls it made, by start; retries stand with what they repeat. */
  inner: readonly NestedCall[];
  /** The frame of what it calls, when it is an agent with a graph of its own. */
  readonly ownFrame: GraphFrame | null;
  /** Its node in the graph that is being made. */
  node: NodeIndex;
  /** The nodes it is left by; `null` for its own. */
  exits: Exits | null;
}

export interface NestedCalls {
  /** All of them, each before what it called. */
  readonly calls: readonly NestedCall[];
  /** Those inside no other, by start. */
  readonly roots: readonly NestedCall[];
  /** The call each row of the tree ran in; none for what ran outside of all. */
  readonly callOf: readonly (NestedCall | undefined)[];
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
 *
 * @param maxBoxDepth - agents deeper inside each other have no graph of their own.
 */
export function* nestedCalls(tree: TraceTreeLayout, maxBoxDepth: number): Pausable<NestedCalls> {
  const top = graphFrame([], null, '');
  const calls: NestedCall[] = [];
  const roots: NestedCall[] = [];
  const callOf: (NestedCall | undefined)[] = [];
  const hasCalls = rowsWithCalls(tree);
  const rootCount = countRootCalls(tree);
  for (let row = 0; row < tree.rowCount; row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const observation = tree.observations[tree.order[row] ?? -1];
    const parent = tree.parent[row] ?? -1;
    const outer = parent === -1 ? undefined : callOf[parent];
    if (!observation || observation.type === 'EVENT') {
      callOf[row] = outer;
      continue;
    }
    const siblings = outer ? outer.inner : roots;
    const previous = siblings[siblings.length - 1];
    if (previous && isRetry(previous, observation)) {
      previous.attempts.push(observation);
      callOf[row] = previous;
      continue;
    }
    const frame = outer ? (outer.ownFrame ?? outer.frame) : top;
    const isBoxed =
      observation.type === 'AGENT' &&
      hasCalls[row] === 1 &&
      frame.path.length < maxBoxDepth &&
      (outer !== undefined || rootCount > 1);
    const call: NestedCall = {
      observation,
      attempts: [observation],
      frame,
      inner: NO_CALLS,
      ownFrame: isBoxed
        ? graphFrame([...frame.path, observation.name ?? ''], observation.id, observation.id)
        : null,
      node: -1,
      exits: null,
    };
    calls.push(call);
    if (!outer) roots.push(call);
    else if (outer.inner.length === 0) outer.inner = [call];
    else (outer.inner as NestedCall[]).push(call);
    callOf[row] = call;
  }
  return { calls, roots, callOf };
}

/** Most calls have none inside. */
const NO_CALLS: readonly NestedCall[] = [];

/** The same thing again, right after it failed. */
function isRetry({ attempts }: NestedCall, observation: Observation): boolean {
  const last = attempts[attempts.length - 1];
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

/** How many different names there are, up to a limit: of calls within the agents around them, agents as boxes. */
export function countNestedNames(tree: TraceTreeLayout, maxBoxDepth: number, limit: number): number {
  const names = new Map<string, Set<string>>();
  const pathOf: string[] = [];
  const depthOf = new Uint8Array(tree.rowCount);
  let count = 0;
  for (let row = 0; row < tree.rowCount && count <= limit; row += 1) {
    const parent = tree.parent[row] ?? -1;
    const path = pathOf[parent] ?? '';
    const depth = depthOf[parent] ?? 0;
    const { type, name } = tree.observations[tree.order[row] ?? -1] ?? { type: 'EVENT', name: null };
    const isBox = type === 'AGENT' && depth < maxBoxDepth && parent !== -1;
    pathOf[row] = isBox ? `${path}|${name ?? ''}` : path;
    depthOf[row] = depth + (isBox ? 1 : 0);
    if (type === 'EVENT') continue;
    let known = names.get(path);
    if (!known) names.set(path, (known = new Set()));
    if (known.has(name ?? '')) continue;
    known.add(name ?? '');
    count += 1;
  }
  return count;
}
