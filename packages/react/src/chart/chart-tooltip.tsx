'use client';

import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface ChartTooltipProps {
  /** The element that the place is in. */
  plot: HTMLElement;
  /** Pixels from the left and the top edge of the plot. */
  at: { readonly x: number; readonly y: number };
  children: ReactNode;
}

/** Pixels between the point and its tooltip. */
const DISTANCE = 14;
const EDGE = 8;

/**
 * What is known of a point, beside it, above everything: a popover is not cut off by the panels and cards around it.
 * Those who do not see it are told by the plot itself.
 */
export function ChartTooltip({ plot, at, children }: ChartTooltipProps) {
  const ref = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const own = ref.current;
    if (!own) return;
    if (typeof own.showPopover === 'function' && !own.matches(':popover-open')) own.showPopover();
    const { left, top } = plot.getBoundingClientRect();
    const { width, height } = own.getBoundingClientRect();
    const right = left + at.x + DISTANCE;
    const fits = right + width + EDGE <= document.documentElement.clientWidth;
    const x = fits ? right : Math.max(EDGE, left + at.x - DISTANCE - width);
    const lowest = document.documentElement.clientHeight - height - EDGE;
    const y = Math.max(EDGE, Math.min(lowest, top + at.y - height / 2));
    own.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  });

  return (
    <div ref={ref} popover="manual" className="oriel-chart-tooltip" aria-hidden="true">
      {children}
    </div>
  );
}
