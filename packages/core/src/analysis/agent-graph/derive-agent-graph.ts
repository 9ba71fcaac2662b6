import type { Observation } from '../../model/observation.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { finish } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { sharedTraceTree } from '../trace-tree/shared-trace-tree.ts';
import type { AgentGraph, AgentGraphMode } from './agent-graph.ts';
import { GraphBuilder } from './graph-builder.ts';
import { graphTasks } from './graph-tasks.ts';
import type { ExecutedTask } from './graph-tasks.ts';
import { countNestedNames } from './nested-calls.ts';
import { walkNesting } from './walk-nesting.ts';
import { walkTasks } from './walk-tasks.ts';

export interface DeriveAgentGraphOptions {
  /** @defaultValue `aggregated` */
  readonly mode?: AgentGraphMode | undefined;
}

/**
 * The graph that an agent walked in a trace; `null` when nothing ran. LangGraph says which node ran in which step;
 * tasks are told apart by checkpoint namespace, so subgraphs and their steps stay apart (reference 5.5). For every
 * other framework the graph comes from nesting and time.
 *
 * @param observations - by start time.
 */
export function deriveAgentGraph(
  observations: readonly Observation[],
  options: DeriveAgentGraphOptions = {},
): AgentGraph | null {
  return finish(deriveAgentGraphInSteps(observations, options));
}

/** {@link deriveAgentGraph} as work that can be put aside, for a thread that has other things to do. */
export function* deriveAgentGraphInSteps(
  observations: readonly Observation[],
  { mode = 'aggregated' }: DeriveAgentGraphOptions = {},
): Pausable<AgentGraph | null> {
  const graph = new GraphBuilder(mode);
  const tasks = observations.some((observation) => observation.graph !== null)
    ? yield* graphTasks(observations)
    : [];
  yield;
  const tree = sharedTraceTree({ observations });
  yield;
  if (tasks.length > 0 && !isStray(tasks, observations)) {
    const ranIn = yield* walkTasks(graph, tasks, tree);
    return yield* graph.build('graph-keys', observations, ranIn);
  }
  const depth = yield* boxDepth(tree, mode);
  const ranIn = yield* walkNesting(graph, tree, depth);
  return yield* graph.build('nesting', observations, ranIn, depth === MAX_BOX_DEPTH ? null : depth);
}

/** One task alone, beside steps that know nothing of a graph, tells less than nesting does. */
function isStray([task, ...others]: readonly ExecutedTask[], observations: readonly Observation[]): boolean {
  const attempt = task?.attempts[0];
  if (!attempt || others.length > 0) return false;
  return observations.some(
    ({ graph, parentId, type }) =>
      graph === null && type !== 'EVENT' && parentId !== null && parentId === attempt.parentId,
  );
}

/** Deeper boxes could not be read, and their names would grow without end. */
const MAX_BOX_DEPTH = 8;
/** More differently named nodes than this nobody reads: rather fewer boxes. */
const MAX_READABLE = 80;

/** How deep agents inside each other may be boxes: as deep as leaves the graph readable. */
function* boxDepth(tree: TraceTreeLayout, mode: AgentGraphMode): Pausable<number> {
  if (mode === 'as-it-ran') return MAX_BOX_DEPTH;
  for (const depth of [MAX_BOX_DEPTH, 3, 2, 1]) {
    if (countNestedNames(tree, depth, MAX_READABLE) <= MAX_READABLE) return depth;
    yield;
  }
  return 0;
}
