import type { ObservationId } from '../../model/ids.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { END_NODE, START_NODE } from './agent-graph.ts';
import type { GraphBuilder, NodeIndex } from './graph-builder.ts';
import { graphFrame, hasSucceeded } from './graph-call.ts';
import type { GraphFrame } from './graph-call.ts';
import type { ExecutedTask } from './graph-tasks.ts';
import { groupBy } from './group-by.ts';
import { taskSources } from './task-sources.ts';

/**
 * Adds what a LangGraph agent walked. LangGraph does not send its edges. Within a run of a graph, a join names its
 * sources; any other task follows the tasks of the step before. A run ends where its last step ended well.
 *
 * @returns the node that each observation ran in, -1 for those outside of all.
 */
export function* walkTasks(
  graph: GraphBuilder,
  tasks: readonly ExecutedTask[],
  tree: TraceTreeLayout,
): Pausable<Int32Array> {
  const runs = groupBy(tasks, (task) => task.graphRun);
  const nodeOf = new Map<ObservationId, NodeIndex>();
  for (const [runKey, run] of runs) {
    yield;
    yield* walkRun(graph, run, runKey, nodeOf);
  }
  yield;
  return yield* nodesOfObservations(tree, nodeOf);
}

/** Everything inside a task ran in it, down to the next task. */
function* nodesOfObservations(
  { observations, order, parent, rowCount }: TraceTreeLayout,
  nodeOf: ReadonlyMap<ObservationId, NodeIndex>,
): Pausable<Int32Array> {
  const ranIn = new Int32Array(observations.length).fill(-1);
  for (let row = 0; row < rowCount; row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const observation = order[row] ?? -1;
    const own = nodeOf.get(observations[observation]?.id ?? '');
    const outer = order[parent[row] ?? -1] ?? -1;
    ranIn[observation] = own ?? ranIn[outer] ?? -1;
  }
  return ranIn;
}

/** Tasks of a run that are added before the work may be put aside. */
const TASKS_AT_ONCE = 256;

/** @param nodeOf - gets the node of each attempt. */
function* walkRun(
  graph: GraphBuilder,
  run: readonly ExecutedTask[],
  runKey: string,
  nodeOf: Map<ObservationId, NodeIndex>,
): Pausable<void> {
  const [first] = run;
  if (first === undefined) return;
  const frame = graphFrame(first.enclosing, first.outerKey, runKey);
  const { start, end } = graph.addFrame(frame);
  const indexOf = new Map<ExecutedTask, NodeIndex>();
  for (const [place, task] of run.entries()) {
    if (place % TASKS_AT_ONCE === 0) yield;
    const index = graph.addCall(toCall(task, frame));
    indexOf.set(task, index);
    // A start or an end is passed, not run.
    if (task.node === START_NODE || task.node === END_NODE) continue;
    for (const { id } of task.attempts) nodeOf.set(id, index);
  }

  const steps = [...groupBy(run, (task) => task.step)].toSorted(([a], [b]) => a - b);
  const latest = new Map<string, readonly ExecutedTask[]>();
  const followed = new Set<ExecutedTask>();
  let previousStep: readonly ExecutedTask[] = [];
  let walked = 0;
  for (const [step, tasks] of steps) {
    walked += tasks.length;
    if (walked >= TASKS_AT_ONCE) {
      walked = 0;
      yield;
    }
    graph.addStep(tasks.reduce((moment, { attempts }) => Math.max(moment, attempts[0]?.startTime ?? 0), 0));
    const sources = taskSources(tasks, { previousStep, latestOf: (node) => latest.get(node) ?? [] });
    for (const [task, from] of sources) {
      const to = indexOf.get(task) ?? -1;
      for (const source of from) {
        graph.addEdge(indexOf.get(source) ?? -1, to);
        followed.add(source);
      }
      // Clients that hide `__start__` begin at step 1; a resumed run begins where it was, without a start.
      if (from.length === 0 && step <= 1 && task.node !== START_NODE) graph.addEdge(start, to);
    }
    for (const [node, ofNode] of groupBy(tasks, (task) => task.node)) latest.set(node, ofNode);
    previousStep = tasks;
  }
  const last = run.filter((task) => !followed.has(task));
  if (!run.some((task) => task.node === START_NODE) && (steps[0]?.[0] ?? 0) <= 1) graph.addPassage(start);
  if (!last.every(({ attempts }) => hasSucceeded(attempts)) || run.some((task) => task.node === END_NODE))
    return;
  graph.addPassage(end);
  for (const task of last) graph.addEdge(indexOf.get(task) ?? -1, end);
}

function toCall({ key, node, attempts, enclosing, outerKey }: ExecutedTask, { runKey }: GraphFrame) {
  return {
    // A task inside a run may know more of the nodes around it than the run's first one.
    frame: graphFrame(enclosing, outerKey, runKey),
    key,
    name: node,
    label: node,
    type: attempts.at(-1)?.type ?? null,
    attempts,
  };
}
