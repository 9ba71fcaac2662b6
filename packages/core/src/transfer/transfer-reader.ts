import type { DocumentVersion } from '../model/document.ts';
import type { Patch } from '../model/patch.ts';
import type { Bytes } from '../model/units.ts';
import type { MediaContent } from '../store/media-store.ts';
import { MediaAssembler } from './media-assembler.ts';
import { isDamaged, isUndamaged } from './line-checksum.ts';
import { notAnExport, readTransferHeader, readTransferLine } from './read-transfer-line.ts';
import type { ReadLine } from './read-transfer-line.ts';
import { LineSplitter } from './split-lines.ts';
import type { SplitLine } from './split-lines.ts';
import { TransferError } from './transfer-error.ts';
import type { TransferHeader } from './transfer-format.ts';

/** A line of a file that could not be kept. All others were. */
export interface RejectedLine {
  /** From 1, as editors count. */
  readonly line: number;
  /** What is wrong. */
  readonly reason: string;
}

/** What a file holds, piece by piece, in its order. `line` is where it is, for media where they begin. */
export type TransferItem =
  | { readonly kind: 'patch'; readonly line: number; readonly patch: Patch; readonly size: Bytes }
  | { readonly kind: 'document'; readonly line: number; readonly document: DocumentVersion }
  | { readonly kind: 'media'; readonly line: number; readonly media: MediaContent }
  | ({ readonly kind: 'rejected' } & RejectedLine);

const DAMAGED =
  'The line is damaged: its bytes do not fit its checksum. It was left out and all others were kept. Get the file again, whole, and import it again: nothing doubles.';

const MAX_MEDIA: Bytes = 256 * 1024 * 1024;

/**
 * Reads an unpacked file of `exportStore` as its bytes come, in chunks of any size.
 *
 * @example
 * const reader = new TransferReader();
 * const items = [...reader.push(bytes), ...reader.end()];
 */
export class TransferReader {
  readonly #splitter = new LineSplitter();
  readonly #maxMedia: Bytes;
  #line = 0;
  #header: TransferHeader | null = null;
  /** What was wrong with the first line, until the next one shows whether this is a file all the same. */
  #headerFault: TransferError | null = null;
  #hasBegun = false;
  #hasChecksums = true;
  #media: MediaAssembler | null = null;
  #isEnded = false;
  /** The line before were bytes that belong to no media, which was said. */
  #isAstray = false;

  /** @param maxMedia - Longest media that is put together; longer ones are rejected unread. Default 256 MiB. */
  constructor(maxMedia: Bytes = MAX_MEDIA) {
    this.#maxMedia = maxMedia;
  }

  /** `null` until the first line has come, and when it was damaged. */
  get header(): TransferHeader | null {
    return this.#header;
  }

  /** @throws TransferError - the first line is not that of an export this library reads. */
  *push(chunk: Uint8Array): Generator<TransferItem> {
    for (const line of this.#splitter.push(chunk)) yield* this.#read(line);
  }

  /**
   * The rest, after the last chunk; a file without its last line is rejected there.
   *
   * @param problem - Why the bytes ended before their end. Default: not known.
   * @throws TransferError - there was no first line.
   */
  *end(problem?: string): Generator<TransferItem> {
    // What stands behind the last break of a file that was cut off is half a line.
    if (problem === undefined || !this.#hasBegun) {
      for (const line of this.#splitter.end()) yield* this.#read(line);
    }
    if (!this.#hasBegun)
      throw problem === undefined ? (this.#headerFault ?? notAnExport()) : unreadable(problem);
    yield* this.#finishMedia();
    if (problem !== undefined || !this.#isEnded) {
      const reason = `${problem ?? 'The file ends without its last line.'} What came before was kept; what followed is missing. Get the file again, whole, and import it again: nothing doubles.`;
      yield { kind: 'rejected', line: this.#line + 1, reason };
    }
  }

  *#read(bytes: SplitLine): Generator<TransferItem> {
    this.#line += 1;
    const line = this.#line;
    if (!this.#hasBegun) yield* this.#begin(bytes);
    if (line === 1 || bytes?.length === 0) return;
    const read = this.#lineOf(bytes);
    if ('bytes' in read) {
      yield* this.#addBytes(read.bytes, line);
      return;
    }
    this.#isAstray = false;
    yield* this.#finishMedia();
    if ('problem' in read) {
      yield { kind: 'rejected', line, reason: read.problem };
    } else if ('patch' in read) {
      yield { kind: 'patch', line, patch: read.patch, size: bytes?.length ?? 0 };
    } else if ('document' in read) {
      yield { kind: 'document', line, document: read.document };
    } else if ('media' in read) {
      this.#media = new MediaAssembler(read.media, line, this.#maxMedia);
      if (this.#media.isWhole) yield* this.#finishMedia();
    } else {
      this.#isEnded = true;
    }
  }

  /** A damaged first line costs what it says of the file, no more: the line after it proves what file it is. */
  *#begin(bytes: SplitLine): Generator<TransferItem> {
    if (this.#headerFault !== null) {
      if (bytes === null || !isUndamaged(bytes)) throw this.#headerFault;
      this.#hasBegun = true;
      yield { kind: 'rejected', line: 1, reason: DAMAGED };
      return;
    }
    try {
      if (bytes && isDamaged(bytes)) throw notAnExport();
      this.#header = readTransferHeader(bytes);
    } catch (error) {
      if (!TransferError.is(error) || error.code !== 'not-an-export') throw error;
      this.#headerFault = error;
      return;
    }
    this.#hasBegun = true;
    this.#hasChecksums = this.#header.version > 1;
    if (this.#hasChecksums && bytes && !isUndamaged(bytes)) {
      this.#header = null;
      yield { kind: 'rejected', line: 1, reason: DAMAGED };
    }
  }

  #lineOf(bytes: SplitLine): ReadLine {
    if (bytes === null) return { problem: 'It is too long to be read.' };
    if (this.#hasChecksums && !isUndamaged(bytes)) return { problem: DAMAGED };
    return readTransferLine(bytes);
  }

  *#addBytes(base64: string, line: number): Generator<TransferItem> {
    if (this.#media === null) {
      if (!this.#isAstray) {
        yield {
          kind: 'rejected',
          line,
          reason: 'These bytes belong to no media: its first line is missing.',
        };
      }
      this.#isAstray = true;
      return;
    }
    this.#media.add(base64);
    if (this.#media.isWhole) yield* this.#finishMedia();
  }

  *#finishMedia(): Generator<TransferItem> {
    if (this.#media === null) return;
    const { line } = this.#media;
    const media = this.#media.finish();
    this.#media = null;
    if ('problem' in media) yield { kind: 'rejected', line, reason: media.problem };
    else yield { kind: 'media', line, media };
  }
}

/** Nothing came out of the bytes, so nothing is known of them but why. */
function unreadable(problem: string): TransferError {
  const message = `${problem} Not even its first line could be read, so nothing was. Get the file again, whole.`;
  return new TransferError('not-an-export', message);
}
