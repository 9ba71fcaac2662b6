'use client';

import type { Trend } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface SparklineProps {
  trend: Trend;
  /** The count that fills the height. @defaultValue the largest of this trend */
  most?: number | undefined;
}

const HEIGHT = 20;
const STEP = 4;

/** How often something happened over time, as bars the size of a word; a sentence says the same. */
export function Sparkline({ trend, most }: SparklineProps) {
  const { messages, format } = usePresentation();
  const { counts, from, to } = trend;
  const highest = Math.max(1, most ?? 0, ...counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <svg
      className="oriel-sparkline"
      viewBox={`0 0 ${counts.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={messages.people.trendOf(
        format.count(total),
        format.shortTime(from),
        format.shortTime(to),
        format.count(Math.max(...counts)),
      )}
    >
      {counts.map((count, place) => {
        // What happened once must be seen beside what happened a thousand times.
        const height = count === 0 ? 1 : Math.max(3, (count / highest) * HEIGHT);
        return (
          <rect
            key={place}
            data-empty={count === 0 ? '' : undefined}
            x={place * STEP}
            y={HEIGHT - height}
            width={STEP - 1}
            height={height}
          />
        );
      })}
    </svg>
  );
}
