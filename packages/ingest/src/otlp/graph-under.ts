import type { GraphTask } from '@oriel/core';
import { graphTask } from '../langgraph/graph-task.ts';
import { lookingAt } from './span-source.ts';
import type { SpanSource } from './span-source.ts';

/** LangGraph's task of a run whose metadata is one attribute for each key. */
export function graphUnder(prefix: string): SpanSource<GraphTask> {
  const nodeKey = `${prefix}langgraph_node`;
  return lookingAt(nodeKey, ({ attributes }) =>
    // Few spans are of a graph; the others need not be searched.
    attributes.has(nodeKey) ? graphTask((key) => attributes.get(prefix + key)) : undefined,
  );
}
