import type { Interval } from '@oriel/core';

interface IntervalBarProps {
  interval: Interval;
  difference: number;
}

/**
 * The range of a difference around nothing; drawn from the beginning of a line of text to its end:
 *
 *     less        0        more
 *     ├───────────┼──▐██●██▌──┤
 */
export function IntervalBar({ interval, difference }: IntervalBarProps) {
  const reach = Math.max(Math.abs(interval.low), Math.abs(interval.high), Number.MIN_VALUE) * 1.1;
  const place = (value: number) => `${50 + (value / reach) * 50}%`;
  return (
    <span className="oriel-release-compare-range" aria-hidden="true">
      <span className="oriel-release-compare-zero" />
      <span
        className="oriel-release-compare-interval"
        style={{
          insetInlineStart: place(interval.low),
          inlineSize: `${((interval.high - interval.low) / reach) * 50}%`,
        }}
      />
      <span className="oriel-release-compare-point" style={{ insetInlineStart: place(difference) }} />
    </span>
  );
}
