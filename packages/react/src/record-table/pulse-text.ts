import type { PulseBucket } from '@oriel/core';
import type { usePresentation } from './presentation.ts';

/** A bar in words. */
export function pulseText(
  bucket: PulseBucket | null,
  { messages, format }: ReturnType<typeof usePresentation>,
): string {
  const texts = messages.recordTable;
  if (!bucket) return texts.pulseLoading;
  const { start, count, errors, cost, p50, p95 } = bucket;
  return [
    format.shortTime(start),
    texts.pulseCount(count, format.count(count)),
    texts.pulseErrors(errors, format.count(errors)),
    ...(cost === null ? [] : [format.cost(cost)]),
    ...(p50 === null || p95 === null ? [] : [texts.pulseLatency(format.duration(p50), format.duration(p95))]),
  ].join(', ');
}
