import { StoreError } from '@oriel/core';
import type { StoreErrorCode } from '@oriel/core';
import { toWireStoreError } from '@oriel/core/protocol';
import type { Refusal } from '../../http/refusal.ts';

const CODES: Partial<Readonly<Record<Refusal['status'], StoreErrorCode>>> = {
  400: 'bad-query',
  401: 'forbidden',
  403: 'forbidden',
  404: 'unsupported',
  405: 'unsupported',
  413: 'too-large',
  429: 'unavailable',
  501: 'unsupported',
};

/** A refusal as `httpStore` reads it: the store's own code where it was the store's. */
export function refuseAsStore(_request: Request, { status, message, headers, cause }: Refusal): Response {
  const code = codeOf(cause) ?? CODES[status] ?? 'unavailable';
  const error = toWireStoreError(new StoreError(code, message));
  return Response.json({ error }, { status, headers });
}

/** A store that was closed is one that cannot be reached: the caller's own is open. */
function codeOf(cause: unknown): StoreErrorCode | null {
  if (!StoreError.is(cause)) return null;
  return cause.code === 'closed' || cause.code === 'aborted' ? 'unavailable' : cause.code;
}
