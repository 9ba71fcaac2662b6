export interface Frames {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** @param frames - length of each frame, in milliseconds. */
export function summarizeFrames(frames: readonly number[]): Frames {
  return { p50Ms: quantile(frames, 0.5), p95Ms: quantile(frames, 0.95), maxMs: Math.max(...frames) };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
