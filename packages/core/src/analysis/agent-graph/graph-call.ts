import type { Observation, ObservationType } from '../../model/observation.ts';

/** A graph, or a subgraph inside a node. */
export interface GraphFrame {
  /** Names of the nodes around it, outermost first; empty at the top. */
  readonly path: readonly string[];
  /** The same, joined by `|`. */
  readonly pathId: string;
  /** Key of the call it ran in; `null` at the top. */
  readonly outerKey: string | null;
  /** Tells runs of it apart; unique in its trace. */
  readonly runKey: string;
}

/** A graph with the nodes of this path around it. */
export function graphFrame(path: readonly string[], outerKey: string | null, runKey: string): GraphFrame {
  return { path, pathId: path.join('|'), outerKey, runKey };
}

/** One execution of one node. */
export interface GraphCall {
  readonly frame: GraphFrame;
  /** Unique in its trace. */
  readonly key: string;
  readonly name: string;
  /** What its node is called in ids; the name, unless others of that name are something else. */
  readonly label: string;
  readonly type: ObservationType | null;
  /** Its outermost observations, by start: one, or one for each attempt; none where only its passing is known. */
  readonly attempts: readonly Observation[];
}

/** The last attempt decides: earlier ones were retried. */
export function hasSucceeded(attempts: readonly Observation[]): boolean {
  const last = attempts.at(-1);
  return last !== undefined && last.endTime !== null && last.level !== 'ERROR' && !last.isInterrupted;
}
