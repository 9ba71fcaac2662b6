import { StoreError } from '@oriel/core';

/** What IndexedDB refused, as the contract's error. `what` is the half of a sentence that says what did not happen. */
export function storeFailure(error: unknown, what: string): StoreError {
  if (StoreError.is(error)) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') {
    return new StoreError(
      'storage-full',
      `${what}, because the browser gives this site no more room. What was stored before is all there. Delete traces, or set a retention, and try again.`,
      { cause: error },
    );
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new StoreError('unavailable', `${what}, because IndexedDB failed (${reason}).`, { cause: error });
}
