import type { Observation } from '../../model/observation.ts';
import { layoutTraceTree } from '../layout-trace-tree.ts';
import type { AgentGraph, AgentGraphMode } from './agent-graph.ts';
import { GraphBuilder } from './graph-builder.ts';
import { graphTasks } from './graph-tasks.ts';
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
  { mode = 'aggregated' }: DeriveAgentGraphOptions = {},
): AgentGraph | null {
  const tasks = graphTasks(observations);
  const graph = new GraphBuilder(mode);
  if (tasks.length > 0) {
    walkTasks(graph, tasks);
    return graph.build('graph-keys', observations);
  }
  const tree = layoutTraceTree({ observations });
  walkNesting(graph, tree);
  return graph.build('nesting', observations, tree);
}
