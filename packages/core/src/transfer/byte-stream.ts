import { recode } from './recode.ts';

/** A stream that takes from its source only what is asked for, and ends it when nobody asks any more. */
export function byteStream(source: AsyncGenerator<Uint8Array, unknown>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const step = await source.next();
        if (step.done) controller.close();
        else controller.enqueue(step.value);
      },
      async cancel() {
        await source.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The same bytes in gzip. */
export async function* packed(source: AsyncGenerator<Uint8Array, undefined>): AsyncGenerator<Uint8Array> {
  try {
    yield* recode(async () => (await source.next()).value ?? null, new CompressionStream('gzip'));
  } finally {
    await source.return(undefined);
  }
}
