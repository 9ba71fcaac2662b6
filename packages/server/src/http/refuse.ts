import { StoreError } from '@oriel/core';
import type { StoreErrorCode } from '@oriel/core';
import { IngestError } from '@oriel/ingest';
import { Refusal } from './refusal.ts';

/** How long a sender should wait before it tries again, in seconds. */
export const RETRY_AFTER_SECONDS = 5;

const STATUS: Readonly<Record<StoreErrorCode, Refusal['status']>> = {
  aborted: 503,
  'bad-cursor': 400,
  'bad-query': 400,
  'bad-patch': 400,
  closed: 503,
  conflict: 409,
  'not-found': 404,
  forbidden: 403,
  'storage-full': 503,
  'too-large': 413,
  unavailable: 503,
  unsupported: 501,
};

/** What to answer to whatever was thrown. What nobody foresaw is a 500 that says nothing of our insides. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (IngestError.is(error) && error.code === 'closed') return unavailable();
  if (!StoreError.is(error)) {
    return new Refusal(
      500,
      'The request failed because of a mistake of the server’s. It was recorded there.',
    );
  }
  const status = STATUS[error.code];
  if (status !== 503) return new Refusal(status, error.message, {}, { cause: error });
  return unavailable(error);
}

/** The store's own reason may name paths and hosts: it is for the log of the server, not for its senders. */
function unavailable(cause?: unknown): Refusal {
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
  return new Refusal(503, 'The store cannot be used now. Send the request again later.', headers, { cause });
}

const NAMES: Readonly<Record<Refusal['status'], string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  413: 'ContentTooLarge',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  501: 'NotImplemented',
  503: 'ServiceUnavailable',
};

/** The answer as Langfuse clients read it: `{message, error}`. */
export function refusalResponse({ status, message, headers }: Refusal): Response {
  return Response.json({ message, error: NAMES[status] }, { status, headers });
}
