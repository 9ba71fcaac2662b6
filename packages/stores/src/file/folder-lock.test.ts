import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { ownIdentity } from './process-identity.ts';
import { newFolders } from './testing/new-folder.ts';

const newFolder = newFolders();
const SINCE = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A folder with a lock that says this. */
async function lockedBy(owner: object | string): Promise<string> {
  const folder = await newFolder();
  const defaults = { host: hostname(), since: SINCE, isReleased: false };
  const text = typeof owner === 'string' ? owner : JSON.stringify({ ...defaults, ...owner });
  await writeFile(join(folder, 'lock.3'), text);
  return folder;
}

/** Makes the lock look as if its owner had not touched it for so many seconds. */
async function silentFor(folder: string, seconds: number): Promise<void> {
  const then = new Date(Date.now() - seconds * 1000);
  await utimes(join(folder, 'lock.3'), then, then);
}

it('says which process on which machine has the folder open, since when, and what to do', async () => {
  const folder = await lockedBy({ pid: 7, startedAt: null, host: 'elsewhere' });
  const refused = await lockFolder(folder).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'unavailable', retryable: true });
  expect(String(refused)).toContain(`The folder ${folder} has been open in process 7 on elsewhere since`);
  expect(String(refused)).toContain('2026-01-02T03:04:05');
  expect(String(refused)).toMatch(/stop the other one, or reach its store over http.*within a minute/);
});

it('takes a folder over from another machine that has been silent for a minute, and not before', async () => {
  const folder = await lockedBy({ pid: process.pid, startedAt: null, host: 'elsewhere' });
  await silentFor(folder, 50);
  await expect(lockFolder(folder)).rejects.toThrow('on elsewhere');
  await silentFor(folder, 70);
  const lock = await lockFolder(folder);
  expect(JSON.parse(await readFile(join(folder, 'lock.4'), 'utf8'))).toMatchObject({
    ...ownIdentity(),
    host: hostname(),
    isReleased: false,
  });
  await lock.release();
});

it('keeps a folder for a process of this machine that runs, however long it is silent', async () => {
  const folder = await lockedBy(ownIdentity());
  await silentFor(folder, 100_000);
  await expect(lockFolder(folder)).rejects.toThrow('open in this very process');
});

it('takes a folder over at once from a process that was killed', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const folder = await lockedBy({ pid: other.pid, startedAt: null });
  await expect(lockFolder(folder)).rejects.toThrow(`process ${other.pid} on ${hostname()}`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  await (await lockFolder(folder)).release();
});

it('takes a folder over from a dead process whose pid was given to a living one', async () => {
  // Linux tells when a process was started; elsewhere a living one with the pid counts as the owner.
  const { pid, startedAt } = ownIdentity();
  const folder = await lockedBy({ pid, startedAt: 'another time' });
  const outcome = await lockFolder(folder).then(
    async (lock) => lock.release().then(() => 'taken over'),
    () => 'refused',
  );
  expect(outcome).toBe(startedAt === null ? 'refused' : 'taken over');
});

it.each([
  ['an empty file', ''],
  ['half a lock', '{"pid":7,"sta'],
  ['a lock of nobody', '{}'],
  ['a lock without a time', `{"pid":${process.pid},"startedAt":null,"host":"elsewhere"}`],
  ['something else', '[1,2]'],
  ['null', 'null'],
])('opens a folder whose lock is %s', async (_, text) => {
  const folder = await lockedBy(text);
  const lock = await lockFolder(folder);
  expect(JSON.parse(await readFile(join(folder, 'lock.4'), 'utf8'))).toMatchObject(ownIdentity());
  await lock.release();
});

it('opens a folder that was released, again and again', async () => {
  const folder = await newFolder();
  for (let times = 0; times < 3; times += 1) await (await lockFolder(folder)).release();
  expect(JSON.parse(await readFile(join(folder, 'lock.3'), 'utf8'))).toMatchObject({ isReleased: true });
});
