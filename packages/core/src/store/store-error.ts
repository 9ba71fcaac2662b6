/**
 * - `aborted`: the caller's signal was aborted; nothing was changed.
 * - `bad-cursor`: the cursor is not of this query, or not a cursor.
 * - `bad-query`: a filter, order or limit does not fit the view it asks.
 * - `bad-patch`: a patch breaks the record's shape; nothing of its batch was stored.
 * - `closed`: the store was closed.
 * - `conflict`: the document's version is not the expected one.
 * - `not-found`: what the call names does not exist.
 * - `forbidden`: the scope does not allow the call.
 * - `storage-full`: the disk, or the browser's share of it, has no room for the call; nothing of it was stored.
 * - `too-large`: more than the store's capabilities allow in one call, or an answer with more rows than one may have.
 * - `unavailable`: the backend cannot be reached now; the same call may succeed later.
 * - `unsupported`: the store's capabilities exclude the call.
 */
export type StoreErrorCode = (typeof STORE_ERROR_CODES)[number];

export const STORE_ERROR_CODES = [
  'aborted',
  'bad-cursor',
  'bad-query',
  'bad-patch',
  'closed',
  'conflict',
  'not-found',
  'forbidden',
  'storage-full',
  'too-large',
  'unavailable',
  'unsupported',
] as const;

const marker = Symbol.for('@oriel/core/StoreError');

/** The only error a store rejects with. Branch on `code`; the message is for people. */
export class StoreError extends Error {
  readonly [marker] = true;
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }

  /** True when repeating the same call later may succeed. */
  get retryable(): boolean {
    return this.code === 'unavailable';
  }

  /** Works across duplicate copies of this package, where `instanceof` does not. */
  static is(error: unknown): error is StoreError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
