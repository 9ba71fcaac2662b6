import type { Bytes } from '@oriel/core';
import { decompress, isGzip } from './decompress.ts';
import type { Decompressed } from './decompress.ts';

interface PackedBody {
  readonly body: Uint8Array;
  /** The `content-encoding` header. */
  readonly contentEncoding?: string | null | undefined;
}

/** The body without its packing, which shows in its first bytes even where nobody declared it. */
export async function unpackBody(
  { body, contentEncoding }: PackedBody,
  maxBytes: Bytes,
): Promise<Decompressed> {
  if (body.length > maxBytes) {
    return {
      bytes: new Uint8Array(),
      problem: `The body is longer than ${maxBytes} bytes, the limit that protects this process, so it was not read. Send smaller batches, or raise \`maxBytes\`.`,
      isTooLarge: true,
    };
  }
  if (isGzip(body)) return decompress(body, 'gzip', maxBytes);
  if (contentEncoding?.trim().toLowerCase() === 'deflate') return decompress(body, 'deflate', maxBytes);
  return { bytes: body, problem: null, isTooLarge: false };
}
