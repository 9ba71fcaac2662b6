import type { Bytes, EpochMs } from '@oriel/core';
import { IngestError } from './ingest-error.ts';
import { readJsonBody } from './json/read-json-body.ts';
import { readMediaBytes } from './media/read-media.ts';
import { parseBody, parseMediaDeclaration } from './parse-body.ts';
import { parsedPayload, passedOver, tooLarge, unreadable } from './parsed-payload.ts';
import type { ParsedPayload } from './parsed-payload.ts';
import { routeRequest } from './transport/route-request.ts';
import { unpackBody } from './transport/unpack-body.ts';

/** A request as it came, or a file. Everything but the body may be missing or wrong; the bytes tell. */
export interface RawPayload {
  readonly body: Uint8Array;
  /** The `content-type` header. */
  readonly contentType?: string | null | undefined;
  /** The `content-encoding` header. */
  readonly contentEncoding?: string | null | undefined;
  /** Path of the URL, with or without its query. Needed to recognise uploads and requests without trace data. */
  readonly path?: string | null | undefined;
  readonly method?: string | null | undefined;
}

export interface ParseOptions {
  /** Longest body that is read, unpacked. Default 256 MiB. */
  readonly maxBytes?: Bytes | undefined;
  /** The time of spans that carry none. Default: the clock. */
  readonly now?: (() => EpochMs) | undefined;
}

const DEFAULT_MAX_BYTES: Bytes = 256 * 1024 * 1024;

/**
 * Reads a request of a Langfuse or OpenTelemetry client: event batches, OTLP traces as JSON or protobuf, packed with
 * gzip or not, and media uploads. Bad data never throws: what cannot be kept is listed with a reason, and
 * everything else is kept.
 *
 * @example
 * const { patches, rejected } = await parsePayload({ body, contentType, path: '/v1/traces' });
 * await store.write(patches);
 *
 * @throws IngestError `bad-option` - `maxBytes` is no positive number.
 */
export async function parsePayload(payload: RawPayload, options: ParseOptions = {}): Promise<ParsedPayload> {
  const maxBytes = maxBytesOf(options);
  const { body, method, path } = payload;
  const route = routeRequest(method, path);
  if (route.kind === 'ignored') return passedOver(route.why);
  if (body.length === 0) {
    return unreadable(
      'The body is empty, so there is nothing to keep. Send the payload as the body of the request.',
    );
  }
  const contentType = payload.contentType?.trim().toLowerCase() || null;
  if (route.kind === 'media-bytes') return parsedPayload({ media: [readMediaBytes(body, contentType)] });
  const { bytes, problem, isTooLarge } = await unpackBody(payload, maxBytes);
  if (isTooLarge && problem !== null) return tooLarge(problem);
  if (bytes.length === 0) {
    return unreadable(
      problem ?? 'The body unpacks to nothing, so there is nothing to keep. Send the payload itself.',
    );
  }
  if (route.kind === 'media-declaration') {
    const json = readJsonBody(bytes);
    return 'value' in json ? parseMediaDeclaration(json.value) : unreadable(problem ?? json.problem);
  }
  return parseBody({ bytes, contentType, problem, now: options.now?.() ?? Date.now() });
}

/** @throws IngestError `bad-option` - `maxBytes` is no positive number. */
export function maxBytesOf({ maxBytes = DEFAULT_MAX_BYTES }: ParseOptions): Bytes {
  if (maxBytes > 0) return maxBytes;
  throw new IngestError(
    'bad-option',
    `maxBytes is ${maxBytes}, so no body could ever be read. Give a positive number of bytes.`,
  );
}
