import type { WaitFor } from './page-probes.ts';

/** Every card has its drawing and its numbers: nothing of them is being loaded or of another time. */
export const HOME: WaitFor = {
  address: '/',
  selector: '.oriel-tile .oriel-metric-chart:is([data-state=ready], [data-state=empty])',
  count: 12,
  without: '.oriel-tile :is([data-stale], [data-state=loading], .oriel-metric-chart-skeleton-line)',
};
