'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { DashboardHistory } from './dashboard-history.ts';
import { parseRoute, printRoute } from './route.ts';
import type { DashboardRoute } from './route.ts';

/** The route that a history shows now, and the ways to others. */
export function useHistory(history: DashboardHistory) {
  const address = useSyncExternalStore(history.subscribe, history.read, () => '/');
  const route = useMemo(() => parseRoute(address), [address]);
  const hrefOf = useCallback((to: DashboardRoute) => history.href(printRoute(to)), [history]);
  const go = useCallback(
    (to: DashboardRoute, { replace = false } = {}) =>
      replace ? history.replace(printRoute(to)) : history.push(printRoute(to)),
    [history],
  );
  return { route, hrefOf, go };
}
