'use client';

import { memo } from 'react';
import type { AgentGraph } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { nodeSentence } from './node-facts.ts';

const MAX_LISTED = 120;

interface GraphListProps {
  graph: AgentGraph;
  /** The node that keys are on; said when it changes. */
  activeId: string | null;
}

/** The same graph for people who do not see it: a sentence for each node, and one for the node they are on. */
export const GraphList = memo(function GraphList({ graph, activeId }: GraphListProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const active = graph.nodes.find(({ id }) => id === activeId);
  const more = graph.nodes.length - MAX_LISTED;
  return (
    <div className="oriel-visually-hidden">
      <output>{active ? nodeSentence(active, graph, presentation) : ''}</output>
      <ul aria-label={messages.agentGraph.title}>
        {graph.nodes.slice(0, MAX_LISTED).map((node) => (
          <li key={node.id}>{nodeSentence(node, graph, presentation)}</li>
        ))}
        {more > 0 && <li>{messages.agentGraph.moreNodes(more, format.count(more))}</li>}
      </ul>
    </div>
  );
});
