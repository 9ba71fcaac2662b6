'use client';

import { memo, useEffect, useMemo, useRef } from 'react';
import type { GraphClock } from '@oriel/core';
import { graphEdgePath } from '@oriel/core';
import type { Playhead } from '../trace-focus/playhead.ts';
import type { PlacedGraph } from './use-graph-layout.ts';

interface GraphOverviewProps {
  placed: PlacedGraph;
  selectedId: string | null;
  activeId: string | null;
  clock: GraphClock;
  playhead: Playhead;
}

/**
 * A graph from afar, where no text could be read: one path for all nodes of a type and one for all edges, so that
 * thousands cost no more elements than a few.
 */
export const GraphOverview = memo(function GraphOverview(props: GraphOverviewProps) {
  const { placed, selectedId, activeId, clock, playhead } = props;
  const { graph, layout, direction } = placed;
  const shapes = useMemo(() => nodeShapes(placed), [placed]);
  const edges = useMemo(
    () =>
      layout.edges
        .map((points, index) => {
          const edge = graph.edges[index];
          return graphEdgePath(points, direction, edge?.from === edge?.to);
        })
        .join(''),
    [graph, layout, direction],
  );

  const runningPath = useRef<SVGPathElement>(null);
  useEffect(() => {
    const running = new Set<number>();
    const draw = () => {
      const time = playhead.read();
      running.clear();
      if (time !== null) clock.readRunning(time, running);
      const rects = Array.from(running, (index) => rect(placed, index));
      runningPath.current?.setAttribute('d', rects.join(''));
    };
    draw();
    return playhead.subscribe(draw);
  }, [placed, clock, playhead]);

  const outline = (id: string | null) =>
    rect(
      placed,
      graph.nodes.findIndex((node) => node.id === id),
    );
  return (
    <svg className="oriel-agent-graph-overview" width={1} height={1} aria-hidden="true">
      <path className="oriel-agent-graph-edge" data-kind="plain" d={edges} />
      {[...shapes].map(([type, path]) => (
        <path key={type} className="oriel-agent-graph-shape" data-type={type} d={path} />
      ))}
      <path ref={runningPath} className="oriel-agent-graph-shape" data-state="running" />
      <path className="oriel-agent-graph-shape" data-state="active" d={outline(activeId)} />
      <path className="oriel-agent-graph-shape" data-state="selected" d={outline(selectedId)} />
    </svg>
  );
});

/** Failed nodes are a shape of their own. */
function nodeShapes(placed: PlacedGraph): ReadonlyMap<string, string> {
  const shapes = new Map<string, string>();
  for (const [index, { type, errors }] of placed.graph.nodes.entries()) {
    const kind = placed.layout.nodes[index]?.hasInner ? 'BOX' : errors > 0 ? 'FAILED' : (type ?? 'NONE');
    shapes.set(kind, (shapes.get(kind) ?? '') + rect(placed, index));
  }
  return shapes;
}

function rect({ layout }: PlacedGraph, index: number): string {
  const box = layout.nodes[index];
  return box ? `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z` : '';
}
