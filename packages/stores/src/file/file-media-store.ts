import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaIdFromSha256, StoreError, throwIfAborted } from '@oriel/core';
import type { Bytes, CallOptions, MediaContent, MediaId, MediaStore } from '@oriel/core';
import { replaceFile, syncFolder } from './durable-files.ts';
import { codeOf, fileFailure } from './file-failure.ts';
import type { LogFinding } from './log-findings.ts';
import { moveToQuarantine } from './open-log.ts';

const MAX_BYTES: Bytes = 256 * 1024 * 1024;

export interface FileMediaStoreOptions {
  readonly folder: string;
  readonly quarantine: string;
  readonly onFinding: (finding: LogFinding) => void;
}

/**
 * Media as files named by their content, which is therefore its own checksum:
 *
 *     media/<hex of the id's first byte>/<hex of the id>       JSON { contentType }, newline, the bytes
 *
 * Ids are written in hex because some file systems take "A" for "a".
 */
export function fileMediaStore({ folder, quarantine, onFinding }: FileMediaStoreOptions): MediaStore {
  let isClosed = false;
  const writing = new Set<Promise<unknown>>();

  function check(options: CallOptions | undefined): void {
    if (isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
  }

  function placeOf(id: MediaId): { place: string; file: string } {
    const file = Buffer.from(id, 'utf8').toString('hex');
    return { place: join(folder, file.slice(0, 4)), file };
  }

  async function read(id: MediaId): Promise<MediaContent | null> {
    const { place, file } = placeOf(id);
    const content = await readFile(join(place, file)).catch((error: unknown) => {
      if (['ENOENT', 'ENAMETOOLONG'].includes(codeOf(error))) return null;
      throw fileFailure('Media could not be read', error);
    });
    if (content === null) return null;
    const end = content.indexOf('\n');
    const bytes = new Uint8Array(content.subarray(end + 1));
    const sha256 = hashOf(bytes);
    if (end < 0 || mediaIdFromSha256(sha256) !== id) {
      await moveToQuarantine(join(place, file), file, place, quarantine);
      onFinding({ kind: 'damaged-file', file });
      return null;
    }
    const { contentType } = JSON.parse(content.toString('utf8', 0, end)) as { contentType: string };
    return { id, sha256, contentType, contentLength: bytes.length, bytes };
  }

  async function write(contentType: string, bytes: Uint8Array) {
    const sha256 = hashOf(bytes);
    const id = mediaIdFromSha256(sha256);
    const known = await read(id);
    if (known === null) {
      const { place, file } = placeOf(id);
      try {
        await mkdir(place, { recursive: true });
        await syncFolder(folder);
        await replaceFile(join(place, file), [Buffer.from(`${JSON.stringify({ contentType })}\n`), bytes]);
      } catch (error) {
        throw fileFailure('The media was not stored', error);
      }
    }
    return { id, sha256, contentType: known?.contentType ?? contentType, contentLength: bytes.length };
  }

  return {
    contract: 1,
    capabilities: { maxBytes: MAX_BYTES },

    async write({ contentType, bytes }, options) {
      check(options);
      if (bytes.length > MAX_BYTES) {
        throw new StoreError('too-large', `Media may have ${MAX_BYTES} bytes at most, not ${bytes.length}.`);
      }
      const written = write(contentType, bytes);
      writing.add(written);
      return written.finally(() => writing.delete(written));
    },

    async read(id, options) {
      check(options);
      return read(id);
    },

    async close() {
      isClosed = true;
      await Promise.allSettled(writing);
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
