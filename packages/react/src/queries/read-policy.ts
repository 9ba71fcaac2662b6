import { StoreError } from '@oriel/core';

const RETRIES = 3;

/** How every query of a store behaves: fresh until the store reports a change, and patient with its outages. */
export const readPolicy = {
  staleTime: Number.POSITIVE_INFINITY,
  // A store may well be in this very browser: being offline is for the store to judge.
  networkMode: 'always',
  retry: (failures: number, error: Error) => isRetryable(error) && failures < RETRIES,
  retryDelay: (failures: number) => Math.min(200 * 2 ** failures, 2000),
  // Structure is large and one payload may be 20 MB: let go of what nobody looks at after a minute. A server render
  // is over by then, and a timer would only keep its process awake.
  gcTime: typeof document === 'undefined' ? Number.POSITIVE_INFINITY : 60_000,
} as const;

/** True when asking the store again may help. */
export function isRetryable(error: Error): boolean {
  return StoreError.is(error) && error.retryable;
}
