import type { JsonValue } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';
import { STORE_ERROR_CODES, StoreError } from '../store/store-error.ts';
import type { StoreErrorCode } from '../store/store-error.ts';

/** A `StoreError` as it crosses a wire: neither cloning nor JSON keeps its code and its class. */
export interface WireStoreError {
  readonly code: StoreErrorCode;
  readonly message: string;
}

/** The code and the message. The cause stays: it may name what is nobody else's business. */
export function toWireStoreError({ code, message }: StoreError): WireStoreError {
  return { code, message };
}

/** The error that somebody on the far side sent; `null` when it is none, or of a code this version does not know. */
export function readWireStoreError(value: JsonValue | undefined): StoreError | null {
  if (!isJsonObject(value)) return null;
  const { code, message } = value;
  const known = STORE_ERROR_CODES.find((other) => other === code);
  return known !== undefined && typeof message === 'string' ? new StoreError(known, message) : null;
}
