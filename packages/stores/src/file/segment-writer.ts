import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreError } from '@oriel/core';
import type { Bytes } from '@oriel/core';
import { syncFolder, writeAll } from './durable-files.ts';
import { fileFailure } from './file-failure.ts';

/** What the writer needs of a file; tests give one that fails. */
export interface AppendFile {
  writeAt(bytes: Uint8Array, position: Bytes): Promise<void>;
  /** Resolves when everything written is on the disk. */
  sync(): Promise<void>;
  truncate(length: Bytes): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file to append to, and makes it if it is not there. */
export type OpenAppendFile = (path: string) => Promise<AppendFile>;

export const openAppendFile: OpenAppendFile = async (path) => {
  const handle = await open(path, 'a').then(async (made) => {
    await made.close();
    return open(path, 'r+');
  });
  await syncFolder(dirname(path));
  return {
    writeAt: (bytes, position) => writeAll(handle, bytes, position),
    sync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
};

/**
 * Appends to the segment that is being written. What it has said is kept lies below `length`, and nothing that fails later
 * changes a byte of it.
 */
export class SegmentWriter {
  readonly #file: AppendFile;
  #length: Bytes;
  /** Set when the disk may no longer hold what it was given: nothing can be proven to be kept from then on. */
  #broken: StoreError | null = null;

  constructor(file: AppendFile, length: Bytes) {
    this.#file = file;
    this.#length = length;
  }

  get length(): Bytes {
    return this.#length;
  }

  /** Resolves with where the bytes begin, once they are on the disk. */
  async append(bytes: Uint8Array): Promise<Bytes> {
    if (this.#broken !== null) throw this.#broken;
    const at = this.#length;
    try {
      await this.#file.writeAt(bytes, at);
    } catch (error) {
      await this.#cutBack(error);
      throw fileFailure('The batch was not stored', error);
    }
    try {
      await this.#file.sync();
    } catch (error) {
      throw this.#break(error);
    }
    this.#length = at + bytes.length;
    return at;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Takes back what was written of a batch that failed. */
  async #cutBack(error: unknown): Promise<void> {
    try {
      await this.#file.truncate(this.#length);
    } catch {
      this.#break(error);
    }
  }

  /**
   * After a failed sync, systems drop what they could not write and report success to the next one. So there is no second
   * try: only reading the file again tells what is in it.
   */
  #break(cause: unknown): StoreError {
    this.#broken = new StoreError(
      'unavailable',
      'The disk failed to keep a batch, so it cannot be told whether it is stored, and nothing more is written. Close the store, check the disk and open it again; everything confirmed before is there.',
      { cause },
    );
    return this.#broken;
  }
}
