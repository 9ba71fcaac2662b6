import type { DashboardHistory } from './dashboard-history.ts';

export interface BrowserHistoryOptions {
  /** Path of your page that the dashboard lives under, as `/admin/traces`. @defaultValue the root */
  readonly base?: string | undefined;
}

/**
 * Keeps the address in the page's own path, by the History API. The server has to answer every path under `base`
 * with the page.
 */
export function browserHistory({ base = '' }: BrowserHistoryOptions = {}): DashboardHistory {
  const root = base.replace(/\/+$/u, '');
  const listeners = new Set<() => void>();
  const href = (address: string) => `${root}${address}`;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    read: () => {
      const { pathname, search } = window.location;
      const isInside = pathname === root || pathname.startsWith(`${root}/`);
      return `${(isInside && pathname.slice(root.length)) || '/'}${search}`;
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      window.addEventListener('popstate', onChange);
      return () => {
        listeners.delete(onChange);
        window.removeEventListener('popstate', onChange);
      };
    },
    push: (address) => {
      window.history.pushState(null, '', href(address));
      tell();
    },
    follow: (to) => {
      window.history.pushState(null, '', to);
      tell();
    },
    replace: (address) => {
      window.history.replaceState(window.history.state, '', href(address));
      tell();
    },
    href,
  };
}
