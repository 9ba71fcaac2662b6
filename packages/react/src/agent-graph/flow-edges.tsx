'use client';

import { memo, useId } from 'react';
import { graphEdgeLabel, graphEdgePath } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { PlacedGraph } from './use-graph-layout.ts';

interface FlowEdgesProps {
  placed: PlacedGraph;
  /** Indexes of the edges to draw. */
  visible: readonly number[];
  /** Its ways stand out. */
  activeId: string | null;
}

const KINDS = ['plain', 'linked', 'untaken'] as const;

/** Edges with how often they were taken; those that were only declared are dashed. */
export const FlowEdges = memo(function FlowEdges({ placed, visible, activeId }: FlowEdgesProps) {
  const { format } = usePresentation();
  const baseId = useId();
  const { graph, layout, direction } = placed;
  return (
    <svg className="oriel-agent-graph-edges" width={1} height={1} aria-hidden="true">
      <defs>
        {KINDS.map((kind) => (
          <marker
            key={kind}
            id={`${baseId}${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerUnits="userSpaceOnUse"
            markerWidth="9"
            markerHeight="9"
            orient="auto"
          >
            <path className="oriel-agent-graph-arrow" data-kind={kind} d="M0 .5 8 4 0 7.5z" />
          </marker>
        ))}
      </defs>
      {visible.map((index) => {
        const edge = graph.edges[index];
        const points = layout.edges[index];
        if (!edge || !points || points.length === 0) return null;
        const isLinked = activeId !== null && (edge.from === activeId || edge.to === activeId);
        const kind = edge.count === 0 ? 'untaken' : isLinked ? 'linked' : 'plain';
        const isLoop = edge.from === edge.to;
        const [x, y] = graphEdgeLabel(points, direction, isLoop);
        return [
          <path
            key={index}
            className="oriel-agent-graph-edge"
            data-kind={kind}
            data-conditional={edge.isConditional ? '' : undefined}
            d={graphEdgePath(points, direction, isLoop)}
            markerEnd={`url(#${baseId}${kind})`}
          />,
          edge.count > 1 && (
            <text
              key={`${index} count`}
              className="oriel-agent-graph-edge-count"
              data-kind={kind}
              x={x}
              y={y}
              dy=".35em"
            >
              ×{format.count(edge.count)}
            </text>
          ),
        ];
      })}
    </svg>
  );
});
