/**
 * The LangGraph task an observation ran in. Everything a node starts inherits the task of the node, so many
 * observations may share one; a task is one execution of one node.
 */
export interface GraphTask {
  /** The node's name in its graph (`langgraph_node`). */
  readonly node: string;
  /** When in the run of its graph (`langgraph_step`): tasks of one step run in parallel. Subgraphs count from the start again. */
  readonly step: number;
  /**
   * Where the task is (`langgraph_checkpoint_ns`): `node:task`, and `outer:task|inner:task` in a subgraph. Unique for
   * each task. `null` when the client does not tell.
   */
  readonly namespace: string | null;
  /** What started the task (`langgraph_triggers`), such as `branch:to:tools`. */
  readonly triggers: readonly string[];
}
