import type { TraceTreeNodeId } from '@oriel/core';

/** The views that ship with a trace view; a host adds its own by name. */
export const TRACE_VIEW_MODES = ['tree'] as const;

export type TraceViewMode = (typeof TRACE_VIEW_MODES)[number];

/**
 * What a reader sees of a trace, as plain JSON: keep it in an address, a database or a message. Whatever is absent
 * stands at its default.
 */
export interface TraceViewState {
  /** The picked observation; `null` for the trace itself. @defaultValue `null` */
  readonly selectedId?: TraceTreeNodeId | undefined;
  /** The open view: one of ours or the name of yours. @defaultValue `'tree'` */
  readonly mode?: string | undefined;
}

const KEYS = { selectedId: 'observation', mode: 'view' } as const;

/**
 * Writes a state as query parameters, without leading `?`: `observation=4f1c&view=timeline`. Defaults are left out,
 * so a plain link stays plain.
 */
export function printTraceViewState({ selectedId, mode }: TraceViewState): string {
  const parameters = new URLSearchParams();
  if (selectedId !== undefined && selectedId !== null) parameters.set(KEYS.selectedId, selectedId);
  if (mode !== undefined && mode !== 'tree') parameters.set(KEYS.mode, mode);
  return parameters.toString();
}

/**
 * Reads what {@link printTraceViewState} wrote out of a query string, with or without `?`. Other parameters are the
 * host's own and are passed over.
 */
export function parseTraceViewState(query: string): TraceViewState {
  const parameters = new URLSearchParams(query);
  const selectedId = parameters.get(KEYS.selectedId);
  const mode = parameters.get(KEYS.mode);
  return {
    ...(selectedId && { selectedId }),
    ...(mode && { mode }),
  };
}
