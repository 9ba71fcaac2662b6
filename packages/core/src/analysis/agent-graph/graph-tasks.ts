import type { GraphTask } from '../../model/graph-task.ts';
import type { ObservationId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { enclosingNamespace, namespaceNodes } from './checkpoint-namespace.ts';

/** One execution of one node. */
export interface ExecutedTask {
  /** Unique in its trace. */
  readonly key: string;
  /** Key of the task around it; `null` at the top. */
  readonly outerKey: string | null;
  readonly node: string;
  readonly step: number;
  readonly triggers: readonly string[];
  /** Names of the nodes around it, outermost first; empty at the top. */
  readonly enclosing: readonly string[];
  /** The run of the graph it belongs to: steps mean something only inside one. */
  readonly graphRun: string;
  /** Its outermost observations, by start: one, or one for each attempt. */
  readonly attempts: readonly Observation[];
}

/**
 * The tasks that a trace's observations ran in, by start. Everything a node starts inherits the task of the node, so
 * the outermost observations of a task are its executions (reference 5.5).
 *
 *     report-writer                      no task
 *       review        review:1           attempt of review
 *         review      review:1           inherited: the compiled subgraph inside the node
 *           draft     review:1|draft:2   attempt of draft, inside review
 *             llm     review:1|draft:2   inherited
 *
 * @param observations - by start time.
 */
export function* graphTasks(observations: readonly Observation[]): Pausable<readonly ExecutedTask[]> {
  const byId = new Map<ObservationId, Observation>();
  for (const [index, observation] of observations.entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    byId.set(observation.id, observation);
  }
  const ancestors = new GraphAncestors(byId);
  const tasks = new Map<string, ExecutedTask & { attempts: Observation[] }>();
  const taskKeys = new Map<ObservationId, string>();
  let place = 0;
  for (const observation of ancestors.parentsFirst(observations)) {
    place += 1;
    if (place % ROWS_AT_ONCE === 0) yield;
    const { graph } = observation;
    if (graph === null) continue;
    const ancestor = ancestors.of(observation);
    const outerKey = ancestor ? taskKeys.get(ancestor.id) : undefined;
    const isInherited = isSameTask(ancestor?.graph ?? null, graph);
    const key =
      graph.namespace ?? (isInherited && outerKey !== undefined ? outerKey : `observation ${observation.id}`);
    taskKeys.set(observation.id, key);
    if (isInherited) continue;
    const known = tasks.get(key);
    if (known) {
      known.attempts.push(observation);
      continue;
    }
    const outer = outerKey === undefined ? undefined : tasks.get(outerKey);
    tasks.set(key, {
      key,
      outerKey: graph.namespace === null ? (outer?.key ?? null) : outerTaskKey(graph.namespace),
      node: graph.node,
      step: graph.step,
      triggers: graph.triggers,
      enclosing:
        graph.namespace === null
          ? outer
            ? [...outer.enclosing, outer.node]
            : []
          : namespaceNodes(graph.namespace).slice(0, -1),
      graphRun: graphRunOf(observation, byId),
      attempts: [observation],
    });
  }
  for (const { attempts } of tasks.values()) attempts.sort(byStart);
  return [...tasks.values()].toSorted((a, b) => byStart(a.attempts[0], b.attempts[0]));
}

function isSameTask(a: GraphTask | null, b: GraphTask): boolean {
  return a?.namespace === b.namespace && (b.namespace !== null || (a?.node === b.node && a.step === b.step));
}

/** The task around a task, by its namespace: counters, which name no node, are left out. */
function outerTaskKey(namespace: string): string | null {
  let outer = enclosingNamespace(namespace);
  while (/(^|\|)\d*$/.test(outer) && outer !== '') outer = enclosingNamespace(outer);
  return outer === '' ? null : outer;
}

/** Nodes of one run share a parent, the graph's own run. Where it never arrived, the namespace around them must do. */
function graphRunOf({ parentId, graph }: Observation, byId: ReadonlyMap<ObservationId, Observation>): string {
  const around = enclosingNamespace(graph?.namespace ?? '');
  return parentId !== null && byId.has(parentId) ? `${around} under ${parentId}` : around;
}

function byStart(a: Observation | undefined, b: Observation | undefined): number {
  return (a?.startTime ?? 0) - (b?.startTime ?? 0);
}

/** Finds the nearest ancestor with a task, once for each observation. */
class GraphAncestors {
  readonly #byId: ReadonlyMap<ObservationId, Observation>;
  readonly #found = new Map<ObservationId, Observation | null>();

  constructor(byId: ReadonlyMap<ObservationId, Observation>) {
    this.#byId = byId;
  }

  of(observation: Observation): Observation | null {
    const found = this.#found.get(observation.id);
    if (found !== undefined) return found;
    const path: Observation[] = [];
    let nearest: Observation | null = null;
    let current = this.#parent(observation);
    // The mark of a visit ends circles of parents, which hostile data may have.
    this.#found.set(observation.id, null);
    while (current !== null) {
      if (current.graph !== null) {
        nearest = current;
        break;
      }
      const known = this.#found.get(current.id);
      if (known !== undefined) {
        nearest = known;
        break;
      }
      this.#found.set(current.id, null);
      path.push(current);
      current = this.#parent(current);
    }
    for (const passed of [observation, ...path]) this.#found.set(passed.id, nearest);
    return nearest;
  }

  /** Every observation after the ancestors its task may come from. */
  *parentsFirst(observations: readonly Observation[]): Generator<Observation> {
    const done = new Set<ObservationId>();
    for (const observation of observations) {
      const waiting: Observation[] = [];
      let current: Observation | null = observation;
      while (current !== null && !done.has(current.id)) {
        done.add(current.id);
        waiting.push(current);
        current = this.of(current);
      }
      yield* waiting.toReversed();
    }
  }

  #parent({ parentId }: Observation): Observation | null {
    return parentId === null ? null : (this.#byId.get(parentId) ?? null);
  }
}
