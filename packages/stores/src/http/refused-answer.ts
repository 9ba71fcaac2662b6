import { StoreError } from '@oriel/core';
import type { JsonValue, Milliseconds } from '@oriel/core';
import { readWireStoreError } from '@oriel/core/protocol';
import { retryAfter } from '../waiting/retry-after.ts';

/** A server's answer that is none, or that there was no answer. */
export interface Refused {
  readonly error: StoreError;
  /** Nothing was done: the call never reached the store. */
  readonly isUntouched: boolean;
  /** How long the server asks to wait; `null` when it does not say. */
  readonly retryAfter: Milliseconds | null;
}

/** What an answer with a status that is no success means to the caller. */
export async function readRefused(response: Response): Promise<Refused> {
  const { status } = response;
  const text = await response.text().catch(() => '');
  const isUntouched = status === 429;
  return {
    error: (isUntouched ? null : wireError(text)) ?? errorOfStatus(status),
    isUntouched,
    retryAfter: retryAfter(response.headers.get('retry-after')),
  };
}

function wireError(text: string): StoreError | null {
  try {
    const json = JSON.parse(text) as { readonly error?: JsonValue } | null;
    return readWireStoreError(json?.error);
  } catch {
    // Not from Oriel's server but from something before it: the status says what there is to say.
    return null;
  }
}

function errorOfStatus(status: number): StoreError {
  if (status === 401 || status === 403) {
    return new StoreError(
      'forbidden',
      `The server does not let this caller do that (${status}). Check the token, and what it allows.`,
    );
  }
  if (status === 413) {
    return new StoreError('too-large', 'The server takes no requests of this size (413). Send less at once.');
  }
  if (status === 408 || status === 429 || status >= 500) {
    return new StoreError(
      'unavailable',
      `The server cannot answer now (${status}). The same call may succeed later.`,
    );
  }
  return new StoreError(
    'unsupported',
    `There is no Oriel collector at the store's \`url\`, or not one that knows this call (${status}). Check the address and the versions of both sides.`,
  );
}
