import { open, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ends the name of a file that is being written. Whoever opens the folder deletes it: it was never whole. */
export const UNFINISHED = '.unfinished';

/** Makes names durable: which files a folder has is content of the folder, and a crash may lose it. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no handles of folders to sync; its file systems keep names in a journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Puts a file in place, whole or not at all, durable once it resolves. After a failure the file is what it was.
 *
 *     write to name.unfinished ─▶ sync ─▶ rename to name ─▶ sync the folder
 */
export async function replaceFile(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const unfinished = path + UNFINISHED;
  try {
    const handle = await open(unfinished, 'w');
    try {
      for await (const chunk of chunks) await writeAll(handle, chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Writes all of the bytes, however many turns it takes; at the file's position, or at `position`. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position?: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const at = position === undefined ? null : position + done;
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at);
    done += bytesWritten;
  }
}

/** The bytes from `position` on; fewer than `length` at the end of the file. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
