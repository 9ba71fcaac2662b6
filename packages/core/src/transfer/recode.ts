import type { Bytes } from '../model/units.ts';

/** The next bytes of a source, `null` at its end. */
export type NextBytes = () => Promise<Uint8Array | null>;

/** Bytes given to a codec at once: packed zeros must not unfold by the megabyte. */
const SLICE: Bytes = 64 * 1024;

/** A step of reading what a codec made; `damaged` when it could not go on. */
type Step = ReadableStreamReadResult<Uint8Array> | 'damaged';

/**
 * What a codec (`CompressionStream`, `DecompressionStream`) makes of bytes. It is given more only when nothing that it
 * made is waiting: Node's codecs take in whatever they are given, thousands of chunks ahead of their reader, and fail
 * with errors of their own where their source fails.
 *
 * @returns false when the bytes were damaged or ended too early; what came before was yielded.
 * @throws whatever the source throws.
 */
export async function* recode(
  next: NextBytes,
  codec: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array, boolean> {
  const reader: ReadableStreamDefaultReader<Uint8Array> = codec.readable.getReader();
  const writer = codec.writable.getWriter();
  const slices = sliced(next);
  let upcoming: ReturnType<typeof slices.next> | null = null;
  let writing: Promise<void> | null = null;
  let isFed = false;
  let output = new Read(reader);
  try {
    for (;;) {
      // A write may wait until what it made is taken.
      if (writing) await Promise.race([writing, output.arrival]);
      const step = isFed ? await output.arrival : await output.soon();
      if (step === null) {
        if (writing) continue;
        const slice = await (upcoming ?? slices.next());
        isFed = slice.done === true;
        // Faults show on the reading side.
        writing = (slice.done ? writer.close() : writer.write(slice.value))
          .catch(() => undefined)
          .finally(() => (writing = null));
        // The source works while the codec does; its failure shows when its turn comes.
        if (!slice.done) (upcoming = slices.next()).catch(() => undefined);
        continue;
      }
      if (step === 'damaged') return false;
      if (step.done) return true;
      yield step.value;
      output = new Read(reader);
    }
  } finally {
    // Not awaited: in Node it waits for a write that waits to be read.
    writer.abort().catch(() => undefined);
    await skipRest(reader);
  }
}

/** One read, which can be looked at without waiting for it. */
class Read {
  readonly arrival: Promise<Step>;
  #arrived: Step | null = null;

  constructor(reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.arrival = reader.read().then<Step, Step>(
      (step) => (this.#arrived = step),
      () => (this.#arrived = 'damaged'),
    );
  }

  /** What waits to be read comes within a few microtasks; `null` when nothing does. */
  async soon(): Promise<Step | null> {
    for (let turn = 0; turn < 10 && this.#arrived === null; turn += 1) await Promise.resolve();
    return this.#arrived;
  }
}

/** Reads to the end instead of cancelling: Node throws where nobody can catch it when a cancelled codec still has output. */
async function skipRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // It was aborted, or damaged before: that is an end, too.
  }
}

/** Copies: codecs take no views on memory that others share. */
async function* sliced(next: NextBytes): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  for (let bytes = await next(); bytes !== null; bytes = await next()) {
    for (let start = 0; start < bytes.length; start += SLICE) {
      yield new Uint8Array(bytes.subarray(start, start + SLICE));
    }
  }
  return undefined;
}
