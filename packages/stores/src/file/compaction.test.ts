import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFileStore } from './open-file-store.ts';
import { batchOf, OBSERVATIONS, traceIdOf } from './testing/batch.ts';
import { newFolders } from './testing/new-folder.ts';

const newFolder = newFolders();
const BATCHES = 60;

async function logBytes(folder: string): Promise<number> {
  const files = await readdir(join(folder, 'log'));
  const sizes = await Promise.all(
    files.map(async (file) => (await readFile(join(folder, 'log', file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function filled(options: { snapshotEvery?: number } = {}) {
  const folder = await newFolder();
  const store = await openFileStore({ folder, segmentBytes: 20_000, cacheBytes: 0, ...options });
  for (let batch = 0; batch < BATCHES; batch += 1) await store.traces.write(batchOf(`${batch}`, 100));
  return { folder, store };
}

it('gives the disk back what deleted traces took, and goes on answering meanwhile', async () => {
  const { folder, store } = await filled();
  const before = await logBytes(folder);
  const gone = Array.from({ length: 50 }, (_, batch) => traceIdOf(`${batch}`));
  await store.traces.deleteTraces(gone);
  const compacting = store.compact();
  const kept = Array.from({ length: 10 }, (_, place) => traceIdOf(`${50 + place}`));
  for (const traceId of kept) {
    const { observations } = await store.traces.readPayloads({ traceId, observationIds: ['observation-3'] });
    expect(observations).toHaveLength(1);
    await store.traces.write(batchOf(`new ${traceId}`, 10));
  }
  await compacting;
  expect(await logBytes(folder)).toBeLessThan(before / 2);
  await store.close();

  const again = await openFileStore({ folder });
  expect(again.report.findings).toEqual([]);
  const { items } = await again.traces.listTraces({ limit: 200 });
  expect(items).toHaveLength(2 * kept.length);
  expect(items.every(({ observationCount }) => observationCount === OBSERVATIONS)).toBe(true);
  await again.close();
});

it('does not bring back what was deleted after a snapshot that is older than the rewriting', async () => {
  const { folder, store } = await filled({ snapshotEvery: 100 });
  await store.traces.deleteTraces([traceIdOf('0'), traceIdOf('1')]);
  await store.compact();
  await store.close();
  const [newest = ''] = (await readdir(join(folder, 'snapshots'))).toSorted().toReversed();
  expect(newest).not.toBe('');
  const again = await openFileStore({ folder });
  expect(await again.traces.readTrace(traceIdOf('0'))).toBeNull();
  expect((await again.traces.listTraces({ limit: 200 })).items).toHaveLength(BATCHES - 2);
  await again.close();
});

it('lets go of the oldest traces beyond the retention, when asked and when opened', async () => {
  const folder = await newFolder();
  const store = await openFileStore({ folder });
  for (const [age, batch] of ['old', 'middle', 'young'].entries()) {
    const patches = batchOf(batch, 10).map((patch) => ({ ...patch, at: patch.at + age * 1000 }));
    await store.traces.write(patches);
  }
  expect(await store.applyRetention()).toBe(0);
  await store.close();
  const limited = await openFileStore({ folder, retention: { maxTraces: 2 } });
  await limited.applyRetention();
  const { items } = await limited.traces.listTraces();
  expect(items.map(({ id }) => id)).toEqual([traceIdOf('young'), traceIdOf('middle')]);
  await limited.close();
});
