import { StoreError } from '@oriel/core';
import type { Milliseconds, StoreErrorCode } from '@oriel/core';
import { retryAfter } from '../waiting/retry-after.ts';

/** Why a request failed, in the terms of stores. */
export interface Failure {
  readonly error: StoreError;
  /** How long the server asks to wait; `null` when it does not say. */
  readonly retryAfter: Milliseconds | null;
}

/** What an error of Langfuse's client says. Known by its members: two copies of the client are two classes. */
export function readFailure(cause: unknown): Failure {
  if (StoreError.is(cause)) return { error: cause, retryAfter: null };
  const { statusCode, rawResponse } = (cause ?? {}) as ClientError;
  const headers = rawResponse?.headers;
  const wait = typeof headers?.get === 'function' ? headers.get('retry-after') : null;
  return { error: errorOf(statusCode, cause), retryAfter: retryAfter(wait) };
}

interface ClientError {
  readonly statusCode?: number | undefined;
  readonly rawResponse?: { readonly headers?: { get?: (name: string) => string | null } };
}

const NO_SUCH_READ = 'does not have this read. Choose `reads` as what it serves, `v3` or `v4`';

/** What a status says of the request itself; any other says that it may be answered later. */
const REFUSALS: Readonly<Record<number, readonly [StoreErrorCode, string]>> = {
  400: ['bad-query', 'does not take the question'],
  401: ['forbidden', 'does not know this client. Check its keys, and that they are of this server'],
  403: ['forbidden', 'does not let this client read. Check what its keys allow'],
  404: ['not-found', 'has nothing there'],
  405: ['unsupported', NO_SUCH_READ],
  410: ['unsupported', NO_SUCH_READ],
  413: ['too-large', 'does not give so much at once. Ask about a shorter time, or fewer traces'],
  422: ['bad-query', 'does not take the question'],
  501: ['unsupported', NO_SUCH_READ],
};

function errorOf(status: number | undefined, cause: unknown): StoreError {
  const [code, problem] = REFUSALS[status ?? 0] ?? ['unavailable', 'cannot answer now, and may later'];
  const message = `The Langfuse server ${problem} (${status ?? 'no answer'}): ${messageOf(cause)}`;
  return new StoreError(code, message, { cause });
}

function messageOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, 300);
}
