import type { EpochMs, Patch, TraceStore } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';

const HOUR = 3_600_000;
const DAYS = 30;
const TRACES_PER_DAY = 100;

/**
 * Writes a month of a company's traffic up to now, unless the store has this calendar month's: 3,000 traces with about
 * 60,000 observations. The first batch is written last, so where its traces are, all are.
 */
export async function writeTraffic(
  traces: TraceStore,
  { now, onProgress }: { now: EpochMs; onProgress: (share: number) => void },
): Promise<void> {
  const date = new Date(now);
  const batches = generateTraffic({
    seed: date.getUTCFullYear() * 12 + date.getUTCMonth(),
    days: DAYS,
    tracesPerDay: TRACES_PER_DAY,
    until: Math.floor(now / HOUR) * HOUR,
  });
  const first: readonly Patch[] = batches.next().value ?? [];
  const known = first.find(({ kind }) => kind === 'trace');
  if (known && (await traces.readTrace(known.id)) !== null) return;
  const written = new Set<string>();
  onProgress(0);
  for (const batch of batches) {
    await traces.write(batch);
    for (const patch of batch) if (patch.kind === 'trace') written.add(patch.id);
    onProgress(Math.min(written.size / (DAYS * TRACES_PER_DAY), 0.999));
    // What the page asks in between is answered first.
    await new Promise((resolve) => setTimeout(resolve));
  }
  await traces.write(first);
  onProgress(1);
}
