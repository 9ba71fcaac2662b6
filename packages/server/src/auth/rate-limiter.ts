import type { EpochMs } from '@oriel/core';

/** How often somebody may ask. */
export interface Quota {
  /** Requests in a minute, evenly over it; as many may come at once after a quiet minute. */
  readonly requestsPerMinute: number;
}

/** Whether a request may be answered now. */
export interface Ration {
  readonly isAllowed: boolean;
  /** Requests that may follow at once. */
  readonly remaining: number;
  /** Seconds until the next request may come; 0 when it may come now. */
  readonly retryAfterSeconds: number;
}

interface Bucket {
  tokens: number;
  filledAt: EpochMs;
}

/** Most holders remembered: a bucket that was forgotten is full, so forgetting the longest unused harms nobody. */
const MOST = 10_000;
const MINUTE = 60_000;

/** Counts requests by who sends them: a bucket of tokens each, that fills as time goes by. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  take(holder: string, { requestsPerMinute }: Quota, now: EpochMs): Ration {
    const bucket = this.#buckets.get(holder) ?? { tokens: requestsPerMinute, filledAt: now };
    const perMs = requestsPerMinute / MINUTE;
    const earned = Math.max(now - bucket.filledAt, 0) * perMs;
    const tokens = Math.min(bucket.tokens + earned, requestsPerMinute);
    const isAllowed = tokens >= 1;
    const left = isAllowed ? tokens - 1 : tokens;
    this.#keep(holder, { tokens: left, filledAt: now });
    const wait = left >= 1 ? 0 : (1 - left) / perMs / 1000;
    return { isAllowed, remaining: Math.floor(left), retryAfterSeconds: isAllowed ? 0 : Math.ceil(wait) };
  }

  #keep(holder: string, bucket: Bucket): void {
    this.#buckets.delete(holder);
    this.#buckets.set(holder, bucket);
    if (this.#buckets.size <= MOST) return;
    for (const oldest of this.#buckets.keys()) {
      this.#buckets.delete(oldest);
      return;
    }
  }
}
