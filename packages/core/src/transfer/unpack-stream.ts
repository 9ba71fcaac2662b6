import { recode } from './recode.ts';
import type { NextBytes } from './recode.ts';

/** Bytes, unpacked if they are in gzip. */
export interface Unpacked {
  /** Rejects with whatever the source rejects with. */
  readonly chunks: AsyncGenerator<Uint8Array>;
  /** After the last chunk: why there are no more although there should be; `undefined` when the end is the end. */
  readonly problem: () => string | undefined;
}

/**
 * Gzip shows in the first two bytes. What came out of it before a fault is kept: a file that was cut off is read as far
 * as it goes.
 */
export function unpackStream(next: NextBytes): Unpacked {
  let problem: string | undefined;

  async function* unpack() {
    const first = await firstBytes(next);
    const chunks = chunksFrom(first, next);
    if (first[0] !== 0x1f || first[1] !== 0x8b) {
      yield* chunks;
      return;
    }
    const more = async () => (await chunks.next()).value ?? null;
    const isWhole = yield* recode(more, new DecompressionStream('gzip'));
    // Gzip finds a flipped byte late, or at its end only: what came out of it until then has checksums of its own.
    if (!isWhole) problem = 'The gzip stream is damaged or cut off.';
  }

  return { chunks: unpack(), problem: () => problem };
}

async function* chunksFrom(first: Uint8Array, next: NextBytes): AsyncGenerator<Uint8Array, undefined> {
  for (let chunk: Uint8Array | null = first; chunk !== null; chunk = await next()) yield chunk;
  return undefined;
}

/** Enough to see whether it is gzip, however small the chunks are. */
async function firstBytes(next: NextBytes): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  while (bytes.length < 2) {
    const chunk = await next();
    if (chunk === null) break;
    const longer = new Uint8Array(bytes.length + chunk.length);
    longer.set(bytes);
    longer.set(chunk, bytes.length);
    bytes = longer;
  }
  return bytes;
}
