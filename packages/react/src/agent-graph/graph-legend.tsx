'use client';

import type { AgentGraph } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface GraphLegendProps {
  graph: AgentGraph;
}

/** What the lines mean, as far as there are such lines. */
export function GraphLegend({ graph }: GraphLegendProps) {
  const { messages } = usePresentation();
  const texts = messages.agentGraph;
  const entries = [
    { kind: 'untaken', text: texts.notTaken, isShown: graph.edges.some(({ count }) => count === 0) },
    {
      kind: 'conditional',
      text: texts.conditional,
      isShown: graph.edges.some((edge) => edge.isConditional && edge.count > 0),
    },
  ].filter(({ isShown }) => isShown);
  if (entries.length === 0) return null;
  return (
    <ul className="oriel-agent-graph-legend" aria-label={texts.legend}>
      {entries.map(({ kind, text }) => (
        <li key={kind}>
          <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
            <path
              className="oriel-agent-graph-edge"
              data-kind={kind === 'conditional' ? 'plain' : kind}
              data-conditional={kind === 'conditional' ? '' : undefined}
              d="M1 5h26"
            />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
