import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '@oriel/core';
import type { EpochMs, Milliseconds } from '@oriel/core';
import { codeOf } from './file-failure.ts';
import { isRunning, ownIdentity } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** What a lock's file says. */
interface LockOwner extends ProcessIdentity {
  readonly host: string;
  readonly since: EpochMs;
  readonly isReleased: boolean;
}

/** A lock of another host cannot be checked, so its owner touches it; untouched for this long, its owner is dead. */
const SILENT_FOR: Milliseconds = 60_000;
const TOUCH_EVERY: Milliseconds = 10_000;

const PATTERN = /^lock\.(\d+)$/;

/** The right to write to a folder. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process alone. The lock is the file `lock.n` with the highest n; whoever takes over from a dead
 * or gone owner makes `lock.n+1`, which only one can, as the file system makes a name once:
 *
 *     lock.4 (dead) ─▶ A makes lock.5 ✓        B makes lock.5 ✗, looks again, and finds A alive
 *
 * Numbers never go back: a released lock stays as a note that it is free. Whoever was so slow that its number is
 * no longer the highest gives up.
 *
 * @throws `unavailable` - somebody else has the folder open.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  for (;;) {
    const highest = await highestLock(folder);
    if (highest > 0) await refuseIfHeld(folder, highest);
    const number = highest + 1;
    if (!(await makeLock(folder, number))) continue;
    if ((await highestLock(folder)) === number) {
      for (const lower of (await listLocks(folder)).filter((other) => other < number)) {
        await unlink(lockPath(folder, lower)).catch(() => undefined);
      }
      return heldLock(folder, number);
    }
    await unlink(lockPath(folder, number));
  }
}

function heldLock(folder: string, number: number): FolderLock {
  const path = lockPath(folder, number);
  const touching = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, TOUCH_EVERY);
  touching.unref();
  return {
    async release() {
      clearInterval(touching);
      await replaceContent(path, owner(true));
    },
  };
}

async function refuseIfHeld(folder: string, number: number): Promise<void> {
  const path = lockPath(folder, number);
  const held = await readOwner(path);
  if (held === null || held.isReleased) return;
  const isHere = held.host === hostname();
  if (isHere ? !isRunning(held) : await isSilent(path)) return;
  const who =
    isHere && held.pid === process.pid ? 'this very process' : `process ${held.pid} on ${held.host}`;
  const advice =
    isHere && held.pid === process.pid
      ? 'Share the store that is open, or close it first.'
      : 'Only one process can write to it: stop the other one, or reach its store over http. If that process is gone, the folder opens by itself within a minute.';
  throw new StoreError(
    'unavailable',
    `The folder ${folder} has been open in ${who} since ${new Date(held.since).toISOString()}. ${advice}`,
  );
}

/** `null` when it is gone or says nothing: locks come into being with all they say, so nobody holds that one. */
async function readOwner(path: string): Promise<LockOwner | null> {
  try {
    const said: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isOwner(said) ? said : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isOwner(value: unknown): value is LockOwner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, since, isReleased } = value as Partial<LockOwner>;
  return (
    Number.isInteger(pid) &&
    typeof host === 'string' &&
    Number.isFinite(since) &&
    typeof isReleased === 'boolean'
  );
}

async function isSilent(path: string): Promise<boolean> {
  const touched = await stat(path).catch(() => null);
  return touched === null || Date.now() - touched.mtimeMs > SILENT_FOR;
}

/** False when somebody else has made it. */
async function makeLock(folder: string, number: number): Promise<boolean> {
  const draft = join(folder, `lock-draft.${randomUUID()}`);
  await writeFile(draft, owner(false));
  try {
    await link(draft, lockPath(folder, number));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // File systems without links: the name is made first and filled at once.
    return await writeFile(lockPath(folder, number), owner(false), { flag: 'wx' }).then(
      () => true,
      (failure: unknown) => {
        if (codeOf(failure) === 'EEXIST') return false;
        throw failure;
      },
    );
  } finally {
    await unlink(draft);
  }
}

async function replaceContent(path: string, content: string): Promise<void> {
  const draft = `${path}-draft.${randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, path);
}

async function highestLock(folder: string): Promise<number> {
  return Math.max(0, ...(await listLocks(folder)));
}

async function listLocks(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => PATTERN.exec(name)?.[1] ?? []).map(Number);
}

function lockPath(folder: string, number: number): string {
  return join(folder, `lock.${number}`);
}

function owner(isReleased: boolean): string {
  const content: LockOwner = { ...ownIdentity(), host: hostname(), since: Date.now(), isReleased };
  return JSON.stringify(content);
}
