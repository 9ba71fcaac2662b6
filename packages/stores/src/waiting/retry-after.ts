import type { Milliseconds } from '@oriel/core';

/** How long a `Retry-After` header asks to wait: seconds, or a date. `null` when it does not say. */
export function retryAfter(header: string | null): Milliseconds | null {
  if (header === null) return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
