import type { Bytes } from '@oriel/core';
import { Refusal } from './refusal.ts';

/**
 * The body as it came, read no further than allowed.
 *
 * @throws Refusal 413, 400
 */
export async function readBody(request: Request, maxBytes: Bytes): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  if (request.body === undefined) return readWhole(request, maxBytes);
  if (!request.body) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const step = await reader.read().catch(() => {
      throw new Refusal(
        400,
        'The body ended before it was complete, so nothing of it was read. Send it again.',
      );
    });
    if (step.done) return join(chunks, length);
    length += step.value.length;
    if (length > maxBytes) {
      // Not awaited: a sender that goes on sending must not hold the answer.
      reader.cancel().catch(() => undefined);
      throw tooLarge(maxBytes);
    }
    chunks.push(step.value);
  }
}

/** Firefox has requests without `body`. They were made from bytes that its page already held. */
async function readWhole(request: Request, maxBytes: Bytes): Promise<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

function tooLarge(maxBytes: Bytes): Refusal {
  return new Refusal(
    413,
    `The body is longer than the ${maxBytes} bytes this server takes, so nothing of it was read. Send it in smaller parts.`,
  );
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
