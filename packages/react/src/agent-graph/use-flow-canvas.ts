'use client';

import { useEffect, useState } from 'react';
import type { FlowCanvas } from './flow-canvas.tsx';

export type FlowCanvasState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly Canvas: typeof FlowCanvas }
  | { readonly status: 'failed'; readonly retry: () => void };

/** Loads the picture with React Flow, once there is something to show: pages without a graph never load it. */
export function useFlowCanvas(isWanted: boolean): FlowCanvasState {
  const [state, setState] = useState<FlowCanvasState>({ status: 'loading' });
  const isMissing = isWanted && state.status === 'loading';
  useEffect(() => {
    if (!isMissing) return undefined;
    let isGone = false;
    const load = async () => {
      const next = await loadCanvas(() => setState({ status: 'loading' }));
      if (!isGone) setState(next);
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [isMissing]);
  return state;
}

async function loadCanvas(retry: () => void): Promise<FlowCanvasState> {
  try {
    const { FlowCanvas: Canvas } = await import('./flow-canvas.tsx');
    return { status: 'ready', Canvas };
  } catch {
    // A file that did not arrive: the reader is told, and may ask again.
    return { status: 'failed', retry };
  }
}
