'use client';

import { useMemo, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent } from 'react';
import {
  END_NODE,
  findGraphNode,
  graphClock,
  graphNeighbour,
  mergeDeclaredGraph,
  readDeclaredGraph,
  START_NODE,
} from '@oriel/core';
import type { AgentGraphMode, AgentGraphNode, GraphWay, Observation } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import type { Playhead } from '../trace-focus/playhead.ts';
import { usePlayhead } from '../trace-focus/use-playhead.ts';
import { useSelection } from '../trace-focus/use-selection.ts';
import type { SelectionOptions } from '../trace-focus/use-selection.ts';
import { useDerivedGraph } from './use-derived-graph.ts';
import { useGraphLayout } from './use-graph-layout.ts';

export interface UseAgentGraphOptions extends SelectionOptions {
  /** Observations of one trace, by start time. */
  observations: readonly Observation[];
  /** A node for each name, or for each call. @defaultValue kept by the graph */
  mode?: AgentGraphMode | undefined;
  /** First mode when the graph keeps it. @defaultValue `aggregated` */
  defaultMode?: AgentGraphMode | undefined;
  onModeChange?: ((mode: AgentGraphMode) => void) | undefined;
  /**
   * The graph as the program declares it, as LangGraph's `getGraph().toJSON()` writes it: what was not reached is
   * drawn dashed under what ran. @defaultValue only what ran is shown
   */
  declaredGraph?: unknown;
  /** A playhead of yours. @defaultValue shared with the `TraceFocus` around, else its own */
  playhead?: Playhead | undefined;
  /** Lays the graph out in a mirror. @defaultValue false */
  isRightToLeft?: boolean | undefined;
}

const WAYS: Readonly<Record<string, GraphWay>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * Behaviour of an agent graph without its markup: what ran, where it is placed, which node is picked, and the keys
 * that walk along its edges. Picking a node selects an observation of it; picking it again, that of its next call.
 *
 * @example
 * const graph = useAgentGraph({ observations });
 * <svg {...graph.canvasProps}>
 *   {graph.placed?.layout.nodes.map((box, index) => <rect key={index} {...box} />)}
 * </svg>
 */
export function useAgentGraph({
  observations,
  mode: controlledMode,
  defaultMode = 'aggregated',
  onModeChange,
  declaredGraph,
  playhead: givenPlayhead,
  isRightToLeft = false,
  ...selection
}: UseAgentGraphOptions) {
  const [mode, setMode] = useControlled(controlledMode, defaultMode, onModeChange);
  const [selectedId, setSelectedId] = useSelection(selection);
  const playhead = usePlayhead(givenPlayhead);
  const derived = useDerivedGraph(observations, mode);
  const ran = derived?.graph ?? null;
  const readFrom = derived?.observations ?? observations;
  const graph = useMemo(() => {
    const declared = readDeclaredGraph(declaredGraph);
    return ran && declared ? mergeDeclaredGraph(ran, declared) : ran;
  }, [ran, declaredGraph]);
  const placed = useGraphLayout(graph?.refusal === null ? graph : null, isRightToLeft);
  const shown = placed?.graph ?? graph;
  const clock = useMemo(() => (shown ? graphClock(shown) : null), [shown]);
  const selectedNode = useMemo(
    () => (graph && selectedId !== null ? findGraphNode(graph, readFrom, selectedId) : null),
    [graph, readFrom, selectedId],
  );

  // Keys move a node of their own, until something is selected.
  const [walked, setWalked] = useState<{ nodeId: string; selectedId: string | null } | null>(null);
  const activeId = walked?.selectedId === selectedId ? walked.nodeId : (selectedNode?.id ?? null);

  function pick(nodeId: string) {
    const ids = shown?.nodes.find(({ id }) => id === nodeId)?.observationIds ?? [];
    const next = ids[(selectedId === null ? 0 : ids.indexOf(selectedId) + 1) % Math.max(1, ids.length)];
    setWalked({ nodeId, selectedId: next ?? selectedId });
    if (next !== undefined) setSelectedId(next);
  }

  function walkTo(nodeId: string | null | undefined) {
    if (nodeId !== null && nodeId !== undefined) setWalked({ nodeId, selectedId });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !placed) return;
    const { nodes } = placed.graph;
    const first = nodes.find(({ name, namespace }) => name === START_NODE && namespace === '') ?? nodes[0];
    const way = WAYS[event.key];
    const current = nodes.some(({ id }) => id === activeId) ? activeId : null;
    if (way) {
      walkTo(
        current === null
          ? first?.id
          : graphNeighbour(placed.graph, placed.layout, placed.direction, current, way),
      );
    } else if (event.key === 'Home') walkTo(first?.id);
    else if (event.key === 'End')
      walkTo(nodes.find(({ name, namespace }) => name === END_NODE && namespace === '')?.id);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (current !== null) pick(current);
    } else return;
    event.preventDefault();
  }

  return {
    /** What ran, and what was declared; `null` when nothing ran, and while a large trace is read for the first time. */
    graph,
    /** Whether a large trace is being read for the first time. */
    isReading: derived === null,
    /** The graph on screen with its layout, which may be one behind; `null` until there is one. */
    placed,
    mode,
    setMode,
    selectedId,
    /** The node that the selected observation ran in; `null` when it has none. */
    selectedNode,
    /** Which of that node's calls is selected, from 0; -1 for what ran inside a call. */
    selectedCall: callIndex(selectedNode, selectedId),
    /** The node that keys act on. */
    activeId,
    pick,
    playhead,
    /** Tells which nodes ran at a moment. */
    clock,
    canvasProps: { tabIndex: 0, onKeyDown } satisfies HTMLAttributes<Element>,
  };
}

function callIndex(node: AgentGraphNode | null, selectedId: string | null): number {
  return node && selectedId !== null ? node.observationIds.indexOf(selectedId) : -1;
}
