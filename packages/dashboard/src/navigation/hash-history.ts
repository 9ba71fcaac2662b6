import type { DashboardHistory } from './dashboard-history.ts';

/** Keeps the address behind the `#` of the page: works on any file server, and leaves the host's paths alone. */
export function hashHistory(): DashboardHistory {
  const href = (address: string) => `#${address}`;
  return {
    read: () => window.location.hash.replace(/^#/u, '') || '/',
    subscribe: (onChange) => {
      window.addEventListener('hashchange', onChange);
      return () => window.removeEventListener('hashchange', onChange);
    },
    push: (address) => {
      window.location.hash = address;
    },
    follow: (to) => {
      window.location.hash = to.replace(/^#/u, '');
    },
    replace: (address) => {
      window.history.replaceState(window.history.state, '', href(address));
      // The browser tells of changes it made itself only.
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    },
    href,
  };
}
