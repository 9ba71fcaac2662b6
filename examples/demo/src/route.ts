import { useMemo, useSyncExternalStore } from 'react';
import { parseTraceViewState, printTraceViewState } from '@oriel/react';
import type { TraceViewState } from '@oriel/react';

/** Where the page is: the list, or a trace by any id with what the reader sees of it. */
export interface Route {
  /** `null` for the list. */
  readonly traceId: string | null;
  readonly view: TraceViewState;
}

/** Reads `#/trace/<id>?observation=<id>&view=<view>`. Ids may hold anything, so they are URL-encoded. */
export function parseRoute(hash: string): Route {
  const match = /^#\/trace\/(?<id>[^?]+)(?:\?(?<query>.*))?$/.exec(hash);
  if (!match?.groups) return { traceId: null, view: {} };
  return {
    traceId: decode(match.groups['id'] ?? ''),
    view: parseTraceViewState(match.groups['query'] ?? ''),
  };
}

/** Hand-typed ids may hold a bare `%`. */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The address of a route, the inverse of {@link parseRoute}. */
export function printRoute({ traceId, view }: Route): string {
  if (traceId === null) return '#/';
  const query = printTraceViewState(view);
  return `#/trace/${encodeURIComponent(traceId)}${query && `?${query}`}`;
}

/** The route the address bar shows now. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Goes to a route: as a new step of the history, or in place of this one. */
export function goTo(route: Route, { replace = false } = {}): void {
  const url = printRoute(route);
  if (replace) {
    window.history.replaceState(null, '', url);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.location.hash = url;
  }
}
