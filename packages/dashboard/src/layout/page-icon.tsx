import type { PageName } from '../navigation/route.ts';

/** Strokes on a grid of 16 by 16. */
const SHAPES: Readonly<Record<PageName, string>> = {
  home: 'M2.5 7.2 8 2.8l5.5 4.4v6h-4v-3.6h-3v3.6h-4z',
  traces: 'M2.5 3.5h7M4.5 8h9M6.5 12.5h5M2.5 3.5v9M2.5 8h2M2.5 12.5h4',
  observations: 'M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11M6 3.5v9',
  sessions: 'M2.5 3.5h11v7h-6L4.5 13v-2.5h-2zM5 6h6M5 8.2h4',
  users: 'M8 2.8a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2M3 13.4c.5-2.6 2.4-4 5-4s4.5 1.4 5 4',
  costs:
    'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M9.8 6.2C9.6 5.4 9 5 8 5c-1.1 0-1.8.500-1.8 1.4 0 2.2 3.7.9 3.7 3.1 0 .900-.800 1.5-1.9 1.5-1.1 0-1.8-.500-2-1.300M8 4v8',
  quality: 'm8 2.3 1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11.1 4.5 13l.8-3.9-2.9-2.7 3.9-.5z',
  dashboards:
    'M2.5 2.5h4.5v6h-4.5zM9 2.5h4.5v3.500h-4.500zM9 8h4.500v5.500h-4.500zM2.5 10.500h4.500v3h-4.500z',
  releases:
    'M4 2.500v11M4 5.500c0 3 8 1.5 8 5M4 2.500a0 0 0 0 1 0 0M12 8.500l0 2-2 0M8.5 13.500l3.5-3M2.5 4 4 2.5 5.5 4',
  settings:
    'M2.5 4.500h6M12 4.500h1.500M2.5 11.500h1.500M7.5 11.500h6M10.2 2.800a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.400M5.8 9.800a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4',
};

/** Decorates the name of a page, which says the same. */
export function PageIcon({ page }: { page: PageName }) {
  return (
    <svg
      className="oriel-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[page]} />
    </svg>
  );
}
