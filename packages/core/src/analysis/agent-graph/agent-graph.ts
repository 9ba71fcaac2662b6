import type { ObservationId } from '../../model/ids.ts';
import type { ObservationType } from '../../model/observation.ts';
import type { Milliseconds, Usd } from '../../model/units.ts';

/** `aggregated`: each node once however often it ran. `as-it-ran`: a node for each call. */
export type AgentGraphMode = 'aggregated' | 'as-it-ran';

/** What ran of an agent's graph. */
export interface AgentGraph {
  readonly mode: AgentGraphMode;
  /**
   * `graph-keys`: the framework said in which node and step everything ran. `nesting`: it did not, so the graph was
   * read from who started whom, and what ended before something else began.
   */
  readonly source: 'graph-keys' | 'nesting';
  /**
   * Agents deeper inside each other than this share the graph around them, because the boxes would have been too
   * many to read; `null` when every agent that has a graph has a box.
   */
  readonly maxBoxDepth: number | null;
  /** In order of first execution, subgraphs behind the graph around them. */
  readonly nodes: readonly AgentGraphNode[];
  readonly edges: readonly AgentGraphEdge[];
  readonly calls: AgentGraphCalls;
  /** When something new began, ascending: what starts together is one step. */
  readonly steps: Float64Array;
  /** Index into `nodes` of the node each observation ran in; -1 outside of every node. */
  readonly nodeOfObservation: Int32Array;
  /** Why there are no nodes and edges although something ran; `null` when there are. */
  readonly refusal: AgentGraphRefusal | null;
}

/** More than a person could read, or a page could draw. */
export interface AgentGraphRefusal {
  readonly reason: 'too-many-nodes' | 'too-many-edges';
  /** How many there would be; of edges, how many there were when counting ended. */
  readonly count: number;
  readonly limit: number;
}

export interface AgentGraphNode {
  /** Aggregated: names of the nodes around it and its own, joined by `|` (`review|draft`). As it ran: unique for each call. */
  readonly id: string;
  /** As the program names it; empty when it has no name. Every graph has a `__start__` and an `__end__`. */
  readonly name: string;
  /** Id of the node whose subgraph this node is in; empty at the top. */
  readonly namespace: string;
  /** `null` for `__start__` and `__end__`, and for nodes that are only declared. */
  readonly type: ObservationType | null;
  /** How often the node ran; retries of one run count once. 0 where a run never came to `__end__`, was resumed, or never came here. */
  readonly calls: number;
  /** Calls whose last attempt failed. */
  readonly errors: number;
  /** Calls that stopped to wait for a person. */
  readonly interrupted: number;
  /** Attempts after the first of each call. */
  readonly retries: number;
  /** `null` while no call has ended. */
  readonly latency: AgentGraphLatency | null;
  /**
   * Of everything that ran in the node, except in other nodes of the same graph; a node with a subgraph includes it.
   * `null` when nothing in it was priced.
   */
  readonly cost: Usd | null;
  /** The observation of each attempt of each call, by start. */
  readonly observationIds: readonly ObservationId[];
}

/** How long the calls of a node took, from the first attempt to the end of the last. */
export interface AgentGraphLatency {
  /** Sum over all calls; more than the time that passed where calls ran in parallel. */
  readonly total: Milliseconds;
  readonly mean: Milliseconds;
  readonly longest: Milliseconds;
}

export interface AgentGraphEdge {
  readonly from: string;
  readonly to: string;
  /** How often it was taken; 0 for one that is only declared. */
  readonly count: number;
  /** The declared graph says that the program decides at run time whether to take it. */
  readonly isConditional?: boolean | undefined;
}

/** When each node ran, in columns: the calls of node `n` are `offset[n]` up to `offset[n + 1]`, by start. */
export interface AgentGraphCalls {
  /** One more than there are nodes. */
  readonly offset: Int32Array;
  readonly start: Float64Array;
  /** Infinity while it runs. */
  readonly end: Float64Array;
}

/** Names of the nodes that every graph has. */
export const START_NODE = '__start__';
export const END_NODE = '__end__';
