import type { ExecutedTask } from './graph-tasks.ts';

/** The earlier tasks of one graph run, as their successors look for them. */
export interface EarlierTasks {
  /** Of the step before. */
  readonly previousStep: readonly ExecutedTask[];
  /** The latest tasks of a node, all of one step; empty when it has not run. */
  readonly latestOf: (node: string) => readonly ExecutedTask[];
}

/**
 * The tasks that started the tasks of one step. Triggers name the target and seldom the source: a join names all of
 * its sources, older LangGraph versions name the source node. Otherwise it was some task of the step before; tasks
 * of it that started something else by name are taken only when no others are left.
 */
export function taskSources(
  step: readonly ExecutedTask[],
  earlier: EarlierTasks,
): ReadonlyMap<ExecutedTask, readonly ExecutedTask[]> {
  const named = new Map(step.map((task) => [task, namedSources(task, earlier)]));
  const spent = new Set([...named.values()].flat());
  const unspent = earlier.previousStep.filter((task) => !spent.has(task));
  const unnamed = unspent.length > 0 ? unspent : earlier.previousStep;
  return new Map([...named].map(([task, sources]) => [task, sources.length > 0 ? sources : unnamed]));
}

function namedSources({ triggers }: ExecutedTask, { latestOf }: EarlierTasks): readonly ExecutedTask[] {
  const sources = triggers.flatMap((trigger) => triggerSources(trigger)).flatMap(latestOf);
  return [...new Set(sources)];
}

/** The nodes a trigger may name as sources. */
function triggerSources(trigger: string): readonly string[] {
  const [kind, ...rest] = trigger.split(':');
  if (kind === 'join') return (rest[0] ?? '').split('+');
  if (kind === 'start') return ['__start__'];
  if (kind === 'branch') return rest[0] === 'to' || rest[0] === undefined ? [] : [rest[0]];
  return [trigger];
}
