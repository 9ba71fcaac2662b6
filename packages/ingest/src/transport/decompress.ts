import type { Bytes } from '@oriel/core';

/** What a compressed body held. */
export interface Decompressed {
  /** Everything that could be read: of a body cut off on its way, its beginning. */
  readonly bytes: Uint8Array;
  /** Why it is not everything, or `null`. */
  readonly problem: string | null;
  /** It unpacks to more than was allowed; `bytes` is empty. */
  readonly isTooLarge: boolean;
}

/** Slices given to the decompressor: a small bomb must not unfold at once. */
const SLICE: Bytes = 16 * 1024;

/** True for bytes that begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Unpacks a body, up to `maxBytes`. Never throws: what came out before a fault is kept, because an OTLP export can be
 * read as far as it goes.
 */
export async function decompress(
  packed: Uint8Array,
  format: CompressionFormat,
  maxBytes: Bytes,
): Promise<Decompressed> {
  const { readable, writable } = new DecompressionStream(format);
  const reader: ReadableStreamDefaultReader<Uint8Array> = readable.getReader();
  const writer = writable.getWriter();
  const writing = feed(writer, packed);
  const chunks: Uint8Array[] = [];
  let length = 0;
  let problem: string | null = null;
  for (;;) {
    // Chunks must be taken one by one: a fault throws away what was not taken yet.
    const step = await reader.read().catch(() => null);
    if (step === null) {
      problem =
        `The ${format} body is damaged or cut off after ${length} unpacked bytes, so the rest is lost. ` +
        'Send the body again, whole.';
      break;
    }
    if (step.done) break;
    length += step.value.length;
    if (length > maxBytes) {
      problem =
        `The body unpacks to more than ${maxBytes} bytes, the limit that protects this process; nothing of it was read. ` +
        'Send smaller batches, or raise `maxBytes`.';
      // Not awaited: a decompressor in the middle of a bomb answers when it is done with it.
      reader.cancel().catch(() => undefined);
      return { bytes: new Uint8Array(), problem, isTooLarge: true };
    }
    chunks.push(step.value);
  }
  await writing;
  return { bytes: join(chunks, length), problem, isTooLarge: false };
}

/** A fault shows on the reading side, where it is reported; here it only ends the feeding. */
async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array): Promise<void> {
  try {
    for (let start = 0; start < packed.length; start += SLICE) {
      await writer.write(packed.slice(start, start + SLICE));
    }
    await writer.close();
  } catch {
    return;
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const first = chunks[0];
  if (chunks.length === 1 && first !== undefined) return first;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
