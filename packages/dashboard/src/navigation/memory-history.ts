import type { DashboardHistory } from './dashboard-history.ts';

/** Keeps the address to itself: for a dashboard in a dialog, on a server, or in a test. */
export function memoryHistory(first = '/'): DashboardHistory {
  const listeners = new Set<() => void>();
  let address = first;
  const set = (next: string) => {
    address = next;
    for (const listener of listeners) listener();
  };
  return {
    read: () => address,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    push: set,
    follow: (to) => set(to.replace(/^#/u, '')),
    replace: set,
    href: (to) => `#${to}`,
  };
}
