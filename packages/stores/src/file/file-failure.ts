import { StoreError } from '@oriel/core';

/** What a person can do about the failures that people meet; of others the system's own words have to do. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space, or set a retention policy',
  EDQUOT: 'The quota of the disk is used up. Free some space, or set a retention policy',
  EFBIG: 'A file may not grow beyond the limit of this process. Raise it (`ulimit -f`)',
  EACCES: 'This process may not do that there. Check who owns the folder and its files',
  EPERM: 'This process may not do that there. Check who owns the folder and its files',
  EROFS: 'The file system is read-only. Mount it for writing',
  EMFILE: 'This process has too many files open. Raise its limit',
  EIO: 'The disk reports a failure. Check its health and back up the folder',
};

/** A failure of the file system in the words of the contract. */
export function fileFailure(what: string, cause: unknown): StoreError {
  if (StoreError.is(cause)) return cause;
  const code = codeOf(cause);
  const advice = ADVICE[code] ?? (cause instanceof Error ? cause.message : String(cause));
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  return new StoreError(
    isFull ? 'storage-full' : 'unavailable',
    `${what}: ${advice}${code === '' ? '' : ` (${code})`}.`,
    { cause },
  );
}

/** Such as `ENOENT`; empty for what is no failure of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
