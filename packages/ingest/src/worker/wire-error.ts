import { StoreError } from '@oriel/core';
import { toWireStoreError } from '@oriel/core/protocol';
import type { WireStoreError } from '@oriel/core/protocol';
import { IngestError } from '../ingest-error.ts';
import type { IngestErrorCode } from '../ingest-error.ts';

/** An error as it crosses a port: cloning an `Error` would lose its code and its class. */
export type WireError =
  | ({ readonly name: 'StoreError' } & WireStoreError)
  | { readonly name: 'IngestError'; readonly code: IngestErrorCode; readonly message: string };

/** Any thrown value as a {@link WireError}. */
export function toWireError(error: unknown): WireError {
  if (StoreError.is(error)) return { name: 'StoreError', ...toWireStoreError(error) };
  if (IngestError.is(error)) return { name: 'IngestError', code: error.code, message: error.message };
  // Stores reject with nothing else, so this is a defect of the worker's: nobody can branch on more than this.
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { name: 'StoreError', code: 'unavailable', message: `The worker failed unexpectedly. ${text}` };
}

/** The error that was thrown in the worker, to throw again on the page. */
export function fromWireError(error: WireError): StoreError | IngestError {
  return error.name === 'IngestError'
    ? new IngestError(error.code, error.message)
    : new StoreError(error.code, error.message);
}
