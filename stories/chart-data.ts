import type { ChartBar, ChartSeries } from '@oriel/react';

const HOUR = 3_600_000;
/** The night in which clocks in Berlin go back. */
const START = Date.UTC(2026, 9, 24, 6);

const MODELS = ['gpt-5', 'claude-sonnet-4-5', 'gemini-2.5-flash', 'gpt-4.1', 'deepseek-chat'];

/** Two days of an ordinary service, the same every time: busy by day, quiet by night. */
export function hours(count = 48): { buckets: number[]; end: number } {
  return {
    buckets: Array.from({ length: count }, (_, hour) => START + hour * HOUR),
    end: START + count * HOUR,
  };
}

/** How much of something each model did. */
export function modelSeries(count = 48, scale = 1): ChartSeries[] {
  return MODELS.map((label, model) => ({
    key: label,
    label,
    values: Array.from({ length: count }, (_, hour) => {
      const day = 1 + Math.sin(((hour - 4) / 24) * 2 * Math.PI);
      return Math.round(((day * 20 + ((hour * 7919 + model * 104_729) % 17)) / (model + 1)) * scale);
    }),
  }));
}

/** Latencies: nothing at night, when nobody asks, and one call alone in the middle of it. */
export function latencySeries(): ChartSeries[] {
  return modelSeries(48, 90)
    .slice(0, 3)
    .map((series, model) => ({
      ...series,
      values: series.values.map((value, hour) =>
        hour > 16 && hour < 24 && !(model === 0 && hour === 20) ? null : (value ?? 0) + 400,
      ),
    }));
}

/** Names of traces with how many there are. */
export function nameBars(): ChartBar[] {
  return [
    ['support chat', 812],
    ['help center answer', 640],
    ['order agent with a long name that does not fit', 301],
    ['refund approval', 120],
    ['market report', 44],
    ['voice call', 3],
  ].map(([label, value]) => ({ key: String(label), label: String(label), value: Number(value) }));
}
