'use client';

import { ReactFlow, ReactFlowProvider, useReactFlow, ViewportPortal } from '@xyflow/react';
import type { NodeMouseHandler, Viewport } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { HTMLAttributes, MouseEvent as ReactMouseEvent } from 'react';
import type { GraphClock } from '@oriel/core';
import type { Playhead } from '../trace-focus/playhead.ts';
import { FlowEdges } from './flow-edges.tsx';
import { FlowNode } from './flow-node.tsx';
import type { FlowNodeType } from './flow-node.tsx';
import { GraphOverview } from './graph-overview.tsx';
import type { PlacedGraph } from './use-graph-layout.ts';
import {
  bounds,
  centeredView,
  firstView,
  fittingView,
  isInView,
  MAX_ZOOM,
  MIN_ZOOM,
  nodeAt,
  shownArea,
  visibleParts,
} from './visible-parts.ts';
import type { VisibleParts } from './visible-parts.ts';

/** What the panel's buttons and keys do with the picture. */
export interface CanvasControls {
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

export interface FlowCanvasProps {
  /** Of the element that takes the focus, which React Flow calls an application. */
  canvasProps: Pick<
    HTMLAttributes<HTMLDivElement>,
    'tabIndex' | 'onKeyDown' | 'aria-label' | 'aria-describedby'
  >;
  placed: PlacedGraph;
  /** Node of the selected observation. */
  selectedNodeId: string | null;
  /** Which of its calls, from 0; -1 for none. */
  selectedCall: number;
  activeId: string | null;
  onPick: (nodeId: string) => void;
  clock: GraphClock;
  playhead: Playhead;
  /** Called with the controls when they are there, and with `null` when they go. */
  onControls: (controls: CanvasControls | null) => void;
}

const NODE_TYPES = { node: FlowNode };
const UNMOVED: Viewport = { x: 0, y: 0, zoom: 1 };
const NOTHING: VisibleParts = { isDetailed: true, nodes: [], edges: [] };

/** The picture: React Flow moves and zooms it, everything in it is ours. Loaded when there is a graph to show. */
export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({
  canvasProps,
  placed,
  selectedNodeId,
  selectedCall,
  activeId,
  onPick,
  clock,
  playhead,
  onControls,
}: FlowCanvasProps) {
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const [view, setView] = useState<Viewport | null>(null);
  const isReady = size.width > 0;

  const ways = useMemo(() => placed.layout.edges.map(bounds), [placed]);
  const { x, y, width, height } = shownArea(view ?? UNMOVED, size.width, size.height);
  const scale = view?.zoom ?? null;
  const parts = useMemo(
    // What the first view will not show is not drawn before it.
    () => (scale === null ? NOTHING : visibleParts(placed, ways, { x, y, width, height }, scale)),
    [placed, ways, x, y, width, height, scale],
  );
  const nodes = useMemo(
    () => flowNodes(placed, parts.nodes, { selectedNodeId, selectedCall, activeId }),
    [placed, parts, selectedNodeId, selectedCall, activeId],
  );

  // The first view of a layout shows all of it, or what is selected; one that grew stays where it was.
  const shape = `${placed.graph.mode} ${placed.graph.source}`;
  const shownShape = useRef<string | null>(null);
  useEffect(() => {
    if (!isReady || shownShape.current === shape) return;
    shownShape.current = shape;
    const focus = placed.graph.nodes.findIndex(({ id }) => id === (activeId ?? selectedNodeId));
    const first = firstView(placed, Math.max(0, focus), size.width, size.height);
    setView(first);
    void flow.setViewport(first);
  }, [flow, placed, shape, isReady, size, activeId, selectedNodeId]);

  // Keys and other views may lead out of the picture.
  const shownId = useRef(activeId);
  useEffect(() => {
    if (!isReady || shownId.current === activeId) return;
    shownId.current = activeId;
    const box = placed.layout.nodes[placed.graph.nodes.findIndex(({ id }) => id === activeId)];
    const now = flow.getViewport();
    if (!box || isInView(box, now, size.width, size.height)) return;
    const next = centeredView(box, Math.max(now.zoom, 0.5), size.width, size.height);
    void flow.setViewport(next);
  }, [flow, placed, isReady, size, activeId]);

  useEffect(() => {
    const moveTo = (next: Viewport) => void flow.setViewport(next);
    onControls({
      zoomBy(factor) {
        const now = flow.getViewport();
        const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, now.zoom * factor));
        const middle = (offset: number, length: number) =>
          length / 2 - ((length / 2 - offset) * zoom) / now.zoom;
        moveTo({ zoom, x: middle(now.x, size.width), y: middle(now.y, size.height) });
      },
      fit: () => moveTo(fittingView(placed.layout, size.width, size.height)),
    });
    return () => onControls(null);
  }, [flow, placed, size, onControls]);

  // The playhead moves with every frame, and changes only an attribute of what began or ended.
  useEffect(() => {
    if (nodes.length === 0) return undefined;
    const running = new Set<number>();
    const draw = () => {
      const time = playhead.read();
      running.clear();
      if (time !== null) clock.readRunning(time, running);
      for (const element of frame.current?.querySelectorAll<HTMLElement>('[data-node]') ?? []) {
        element.toggleAttribute('data-running', running.has(Number(element.dataset['node'])));
      }
    };
    draw();
    // React Flow has nodes in the document a moment after it was given them.
    const later = requestAnimationFrame(draw);
    const unsubscribe = playhead.subscribe(draw);
    return () => {
      cancelAnimationFrame(later);
      unsubscribe();
    };
  }, [nodes, clock, playhead]);

  const onNodeClick: NodeMouseHandler<FlowNodeType> = (_, { id }) => onPick(id);
  const onPaneClick = (event: ReactMouseEvent) => {
    if (parts.isDetailed) return;
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const node = placed.graph.nodes[nodeAt(placed, point.x, point.y)];
    if (node) onPick(node.id);
  };

  return (
    <div ref={frame} className="oriel-agent-graph-flow" data-detail={parts.isDetailed ? 'near' : 'far'}>
      <ReactFlow
        {...canvasProps}
        className="oriel-agent-graph-canvas"
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        onNodeClick={onNodeClick}
        onPaneClick={onPaneClick}
        onMove={(_, next) => setView(next)}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        panOnScroll
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        disableKeyboardA11y
      >
        <ViewportPortal>
          {parts.isDetailed ? (
            <FlowEdges placed={placed} visible={parts.edges} activeId={activeId} />
          ) : (
            <GraphOverview
              placed={placed}
              selectedId={selectedNodeId}
              activeId={activeId}
              clock={clock}
              playhead={playhead}
            />
          )}
        </ViewportPortal>
      </ReactFlow>
    </div>
  );
}

interface Marks {
  readonly selectedNodeId: string | null;
  readonly selectedCall: number;
  readonly activeId: string | null;
}

function flowNodes(
  { graph, layout }: PlacedGraph,
  visible: readonly number[],
  { selectedNodeId, selectedCall, activeId }: Marks,
): FlowNodeType[] {
  const longest = Math.max(1, ...graph.nodes.map(({ latency }) => latency?.total ?? 0));
  return visible.flatMap((index): FlowNodeType[] => {
    const node = graph.nodes[index];
    const box = layout.nodes[index];
    if (!node || !box) return [];
    const isSelected = node.id === selectedNodeId;
    return [
      {
        id: node.id,
        type: 'node',
        position: { x: box.x, y: box.y },
        width: box.width,
        height: box.height,
        // Boxes lie under their edges, cards over them.
        zIndex: box.hasInner ? -1 : 1,
        data: {
          node,
          index,
          hasInner: box.hasInner,
          isSelected,
          isActive: node.id === activeId,
          selectedCall: isSelected ? selectedCall : -1,
          share: (node.latency?.total ?? 0) / longest,
        },
      },
    ];
  });
}

function useSize(element: { readonly current: HTMLElement | null }) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const measure = () => setSize({ width: observed.clientWidth, height: observed.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
