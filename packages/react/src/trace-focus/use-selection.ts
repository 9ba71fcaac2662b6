'use client';

import type { TraceTreeNodeId } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import { useTraceFocus } from './trace-focus.tsx';

export interface SelectionOptions {
  /** The selected observation; `null` for the trace itself. @defaultValue shared with the `TraceFocus` around, else kept by the view */
  selectedId?: TraceTreeNodeId | undefined;
  /** First selection when the view keeps it. @defaultValue `null` */
  defaultSelectedId?: TraceTreeNodeId | undefined;
  /** Called when a node is picked by pointer or keyboard; `null` for the trace itself. */
  onSelect?: ((nodeId: TraceTreeNodeId) => void) | undefined;
}

/** The selection of a view: the host's where it gives one, else the one its neighbours share, else its own. */
export function useSelection({
  selectedId,
  defaultSelectedId = null,
  onSelect,
}: SelectionOptions): readonly [TraceTreeNodeId, (nodeId: TraceTreeNodeId) => void] {
  const focus = useTraceFocus();
  const isShared = selectedId === undefined && focus !== null;
  const pick = (nodeId: TraceTreeNodeId) => {
    if (isShared) focus.select(nodeId);
    onSelect?.(nodeId);
  };
  return useControlled(isShared ? focus.selectedId : selectedId, defaultSelectedId, pick);
}
