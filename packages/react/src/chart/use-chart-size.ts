'use client';

import { useEffect, useState } from 'react';

/** Where a chart is drawn. */
export interface ChartBox {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** It reads from right to left. */
  readonly isRtl: boolean;
}

/** Follows the size and the direction of an element; `null` until it is known, as on a server. */
export function useChartSize() {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [box, setBox] = useState<ChartBox | null>(null);
  useEffect(() => {
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      const isRtl = getComputedStyle(element).direction === 'rtl';
      setBox((last) =>
        last?.width === width && last.height === height && last.isRtl === isRtl
          ? last
          : { width, height, isRtl },
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return { box, element, ref: setElement };
}
