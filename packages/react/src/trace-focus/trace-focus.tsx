'use client';

import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { TraceTreeNodeId } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import { createPlayhead } from './playhead.ts';
import type { Playhead } from './playhead.ts';

/** What the views of one trace share: which node is picked, and which moment they point at. */
export interface TraceFocusValue {
  /** The picked observation; `null` for the trace itself. */
  readonly selectedId: TraceTreeNodeId;
  readonly select: (nodeId: TraceTreeNodeId) => void;
  readonly playhead: Playhead;
}

export interface TraceFocusProps {
  /** The picked observation; `null` for the trace itself. @defaultValue kept here */
  selectedId?: TraceTreeNodeId | undefined;
  /** First pick when it is kept here. @defaultValue `null` */
  defaultSelectedId?: TraceTreeNodeId | undefined;
  /** Called when any view below picks a node. */
  onSelect?: ((nodeId: TraceTreeNodeId) => void) | undefined;
  /** A playhead of yours, to drive the views from outside. @defaultValue one of its own */
  playhead?: Playhead | undefined;
  children?: ReactNode;
}

const TraceFocusContext = createContext<TraceFocusValue | null>(null);

/**
 * Makes the views of one trace below it agree on a selection and a playhead, wherever they stand on your page.
 * A view that is given its own `selectedId` or `playhead` keeps to that.
 *
 * @example
 * <TraceFocus>
 *   <TraceTree traceId={id} />
 *   <TimelineChart traceId={id} />
 * </TraceFocus>
 */
export function TraceFocus({
  selectedId: controlledSelectedId,
  defaultSelectedId = null,
  onSelect,
  playhead: givenPlayhead,
  children,
}: TraceFocusProps) {
  const [selectedId, select] = useControlled(controlledSelectedId, defaultSelectedId, onSelect);
  const [ownPlayhead] = useState(() => createPlayhead());
  const playhead = givenPlayhead ?? ownPlayhead;
  const focus = useMemo(() => ({ selectedId, select, playhead }), [selectedId, select, playhead]);
  return <TraceFocusContext.Provider value={focus}>{children}</TraceFocusContext.Provider>;
}

/** What the views around share; `null` outside a `TraceFocus`. */
export function useTraceFocus(): TraceFocusValue | null {
  return useContext(TraceFocusContext);
}
