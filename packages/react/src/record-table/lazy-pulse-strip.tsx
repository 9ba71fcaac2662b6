'use client';

import { lazyPart } from '../data-grid/lazy-part.tsx';
import type { PulseStripProps } from './pulse-strip.tsx';

/** The strip above a table, as high from the beginning as it will be. */
export const LazyPulseStrip = lazyPart<PulseStripProps>(
  async () => (await import('./pulse-strip.tsx')).PulseStrip,
  <div className="oriel-pulse oriel-pulse-pending" />,
);
