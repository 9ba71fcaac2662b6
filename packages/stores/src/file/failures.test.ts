import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFileStore, openWithFiles } from './open-file-store.ts';
import { openAppendFile } from './segment-writer.ts';
import type { AppendFile } from './segment-writer.ts';
import { batchOf, OBSERVATIONS, traceIdOf } from './testing/batch.ts';
import { newFolders } from './testing/new-folder.ts';

const newFolder = newFolders();

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: the system says no`), { code });
}

/** Opens a store over files whose next calls fail as told. */
async function openFailing(folder: string) {
  const fails: { writeAt?: string; sync?: string; truncate?: string } = {};
  const syncs = { count: 0 };
  const store = await openWithFiles({ folder }, async (path) => {
    const file = await openAppendFile(path);
    const failing: AppendFile = {
      async writeAt(bytes, position) {
        // Half of it gets to the disk, as it does when a disk fills up.
        if (fails.writeAt) await file.writeAt(bytes.subarray(0, bytes.length / 2), position);
        if (fails.writeAt) throw systemError(fails.writeAt);
        await file.writeAt(bytes, position);
      },
      async sync() {
        syncs.count += 1;
        if (fails.sync) throw systemError(fails.sync);
        await file.sync();
      },
      async truncate(length) {
        if (fails.truncate) throw systemError(fails.truncate);
        await file.truncate(length);
      },
      close: () => file.close(),
    };
    return failing;
  });
  return { store, fails, syncs };
}

it('says that the disk is full, keeps what it confirmed, and goes on when there is room', async () => {
  const folder = await newFolder();
  const { store, fails } = await openFailing(folder);
  await store.traces.write(batchOf('before', 10));
  fails.writeAt = 'ENOSPC';
  const full = await store.traces.write(batchOf('refused', 10)).catch((error: unknown) => error);
  expect(full).toMatchObject({ code: 'storage-full', cause: { code: 'ENOSPC' } });
  expect(await store.traces.readTrace(traceIdOf('refused'))).toBeNull();
  delete fails.writeAt;
  await store.traces.write(batchOf('after', 10));
  await store.close();

  const again = await openFileStore({ folder });
  expect(again.report.findings).toEqual([]);
  const { items } = await again.traces.listTraces({ order: { field: 'id', direction: 'asc' } });
  expect(items.map(({ id, observationCount }) => [id, observationCount])).toEqual([
    [traceIdOf('after'), OBSERVATIONS],
    [traceIdOf('before'), OBSERVATIONS],
  ]);
  await again.close();
});

it('confirms nothing more after the disk failed to keep a batch, and has everything confirmed when opened again', async () => {
  const folder = await newFolder();
  const { store, fails } = await openFailing(folder);
  await store.traces.write(batchOf('before', 10));
  fails.sync = 'EIO';
  await expect(store.traces.write(batchOf('lost', 10))).rejects.toMatchObject({
    code: 'unavailable',
    cause: { code: 'EIO' },
  });
  delete fails.sync;
  await expect(store.traces.write(batchOf('later', 10))).rejects.toMatchObject({ code: 'unavailable' });
  await expect(store.traces.deleteTraces([traceIdOf('before')])).rejects.toMatchObject({
    code: 'unavailable',
  });
  expect(await store.traces.readTrace(traceIdOf('before'))).not.toBeNull();
  await store.close();

  const again = await openFileStore({ folder });
  expect((await again.traces.readTrace(traceIdOf('before')))?.observations).toHaveLength(OBSERVATIONS);
  expect(await again.traces.readTrace(traceIdOf('later'))).toBeNull();
  await again.close();
});

it('writes batches that arrive together with one wait for the disk', async () => {
  const { store, syncs } = await openFailing(await newFolder());
  await store.traces.write(batchOf('first', 10));
  const before = syncs.count;
  await Promise.all(Array.from({ length: 50 }, (_, batch) => store.traces.write(batchOf(`${batch}`, 10))));
  expect(syncs.count - before).toBeLessThanOrEqual(2);
  await store.close();
});

it('refuses a folder that is open, and says in which process and since when', async () => {
  const folder = await newFolder();
  const store = await openFileStore({ folder });
  const refused = await openFileStore({ folder }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'unavailable', retryable: true });
  expect(String(refused)).toMatch(/open in this very process since \d{4}-.*close it first/);
  await store.close();
  await (await openFileStore({ folder })).close();
});

it('lets only one of many open a folder that was left locked', async () => {
  const folder = await newFolder();
  const owner = { pid: 2 ** 22 + 1, startedAt: null, host: hostname(), since: 0, isReleased: false };
  await writeFile(join(folder, 'lock.1'), JSON.stringify(owner));
  const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openFileStore({ folder })));
  const stores = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(stores).toHaveLength(1);
  await stores[0]?.close();
});

it('says what to do when it may not write, and when the folder cannot be one', async () => {
  const { store, fails } = await openFailing(await newFolder());
  fails.writeAt = 'EACCES';
  const refused = await store.traces.write(batchOf('refused', 10)).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'unavailable', retryable: true, cause: { code: 'EACCES' } });
  expect(String(refused)).toContain('Check who owns the folder');
  await store.close();

  const file = join(await newFolder(), 'file');
  await writeFile(file, '');
  await expect(openFileStore({ folder: join(file, 'store') })).rejects.toMatchObject({
    code: 'unavailable',
    cause: { code: 'ENOTDIR' },
  });
});
