import { cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import type { LogFinding } from './log-findings.ts';
import { openFileStore } from './open-file-store.ts';
import type { FileStore } from './open-file-store.ts';
import { BATCH_PATCHES, batchOf, OBSERVATIONS, traceIdOf } from './testing/batch.ts';
import { newFolders } from './testing/new-folder.ts';

const BATCHES = 40;
const ROUNDS = 40;
const newFolder = newFolders();

/** A closed store of {@link BATCHES} batches in several segments: batch n has the refs from n × BATCH_PATCHES on. */
async function filledFolder(snapshotEvery: number): Promise<string> {
  const folder = await newFolder();
  const store = await openFileStore({ folder, segmentBytes: 12_000, snapshotEvery });
  for (let batch = 0; batch < BATCHES; batch += 1) await store.traces.write(batchOf(`${batch}`, 40));
  await store.close();
  return folder;
}

/** Batches of which something is missing: structure or payloads. */
async function damagedBatches({ traces }: FileStore): Promise<number[]> {
  const damaged: number[] = [];
  const observationIds = Array.from({ length: OBSERVATIONS }, (_, place) => `observation-${place}`);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const { observations } = await traces.readPayloads({ traceId: traceIdOf(`${batch}`), observationIds });
    const whole = observations.filter(
      ({ input }) => typeof input === 'string' && input.startsWith(`${batch} ä`),
    );
    const trace = (await traces.readTrace(traceIdOf(`${batch}`)))?.trace;
    if (whole.length !== OBSERVATIONS || trace?.name !== `${batch}`) damaged.push(batch);
  }
  return damaged;
}

/** Batches that a report says something is lost of. */
function reportedBatches(findings: readonly LogFinding[]): number[] {
  const reported = new Set<number>();
  for (const finding of findings) {
    if (finding.kind === 'unfinished-write') reported.add(BATCHES - 1);
    if (finding.kind !== 'damaged-segment') continue;
    for (const { from, to } of finding.lost) {
      const last = to === null ? BATCHES * BATCH_PATCHES : to;
      for (let ref = from; ref < last; ref += 1) reported.add(Math.floor(ref / BATCH_PATCHES));
    }
  }
  return [...reported].toSorted((a, b) => a - b);
}

/** Resolves with how many batches that may cost at most. */
async function damageOne(folder: string, random: () => number): Promise<number> {
  const files = (await readdir(folder)).filter((file) => file !== 'end').toSorted();
  const path = join(folder, files[Math.floor(random() * files.length)] ?? '');
  const bytes = await readFile(path);
  const at = Math.floor(random() * bytes.length);
  if (random() < 0.2) {
    await truncate(path, at);
    return BATCHES;
  }
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  await writeFile(path, bytes);
  return 1;
}

for (const [title, snapshotEvery] of [
  ['from the log alone', Infinity],
  ['from a snapshot', 50],
] as const) {
  it(
    `loses only what flipped bits and cut files hit, and reports it, opened ${title}`,
    { timeout: 120_000 },
    async () => {
      const filled = await filledFolder(snapshotEvery);
      const random = seededRandom(20);
      for (let round = 0; round < ROUNDS; round += 1) {
        const folder = await newFolder();
        await cp(filled, folder, { recursive: true });
        const atMost = await damageOne(join(folder, 'log'), random);
        const store = await openFileStore({ folder, segmentBytes: 12_000, snapshotEvery });
        await store.verify();
        const damaged = await damagedBatches(store);
        const reported = reportedBatches(store.report.findings);
        expect(damaged.length, `round ${round}`).toBeLessThanOrEqual(atMost);
        expect(store.report.findings, `round ${round}`).not.toEqual([]);
        expect(reported, `round ${round}`).toEqual(expect.arrayContaining(damaged));
        await store.traces.write(batchOf('new', 1));
        await store.close();

        const again = await openFileStore({ folder, segmentBytes: 12_000, snapshotEvery });
        await again.verify();
        expect(again.report.findings, `round ${round}`).toEqual([]);
        expect(await damagedBatches(again)).toEqual(damaged);
        expect(await again.traces.readTrace(traceIdOf('new'))).not.toBeNull();
        await again.close();
      }
    },
  );
}

it('falls back to the snapshot before, and to the log, when snapshots are damaged', async () => {
  const folder = await filledFolder(50);
  const random = seededRandom(4);
  for (let round = 0; round < 6; round += 1) {
    await damageOne(join(folder, 'snapshots'), random);
    const store = await openFileStore({ folder, segmentBytes: 12_000, snapshotEvery: 50 });
    expect(await damagedBatches(store)).toEqual([]);
    await store.traces.write(batchOf(`more ${round}`, 10));
    await store.close();
  }
});

it('says which traces lost something when a snapshot knows them', async () => {
  const folder = await filledFolder(50);
  const [file = ''] = (await readdir(join(folder, 'log'))).toSorted();
  const bytes = await readFile(join(folder, 'log', file));
  const at = bytes.indexOf('"input":"1 ä');
  bytes[at + 9] = 88;
  await writeFile(join(folder, 'log', file), bytes);
  const store = await openFileStore({ folder });
  await store.traces.readPayloads({ traceId: 'trace-1', observationIds: ['observation-0'] });
  expect(store.report.findings).toMatchObject([
    { kind: 'damaged-segment', file, lost: [{ from: 8, to: 9 }], traceIds: ['trace-1'] },
  ]);
  await store.close();
});
