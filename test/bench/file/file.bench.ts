// What durability costs in a folder: batches written by one and by many at once, and opening a million observations again,
// beside the disk's own `fdatasync`. `ORIEL_TRACES=5000` makes it smaller. Alone on the machine, or numbers mean little.
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Patch } from '@oriel/core';
import { openFileStore } from '@oriel/stores/file';
import type { FileStore, FileStoreReport } from '@oriel/stores/file';
import { batches } from '../stores/traffic.ts';

const TRACES = Number(process.env['ORIEL_TRACES'] ?? 50_000);
const SIZE = { traces: TRACES, observationsPerTrace: 20 };
const OBSERVATIONS = TRACES * SIZE.observationsPerTrace;
const AT_ONCE = 32;

interface Row {
  readonly case: string;
  readonly value: string;
}

const rows: Row[] = [];
const folder = await mkdtemp(join(tmpdir(), 'oriel-bench-'));
try {
  await measureDisk();
  for (const batch of [1, 20]) {
    await measureWrites(`one writer, batches of ${batch}`, batch, 1);
    await measureWrites(`${AT_ONCE} writers, batches of ${batch}`, batch, AT_ONCE);
  }
  const filled = await fill();
  await measureSnapshots(filled);
  await measureOpening(filled);
} finally {
  await rm(folder, { recursive: true });
}
console.table(rows);

/** The limit of whoever waits for the disk after each batch. */
async function measureDisk(): Promise<void> {
  const handle = await open(join(folder, 'bare'), 'w');
  const bytes = new Uint8Array(4096);
  const begun = performance.now();
  for (let count = 0; count < 200; count += 1) {
    await handle.write(bytes);
    await handle.datasync();
  }
  add('the disk: 4 KiB and fdatasync', 200 / seconds(begun), 'a second');
  await handle.close();
}

async function measureWrites(name: string, batchSize: number, atOnce: number): Promise<void> {
  const store = await openFileStore({ folder: join(folder, name) });
  const source = chunks(batchSize);
  let patches = 0;
  const begun = performance.now();
  async function write(): Promise<void> {
    for (const batch of source) {
      if (seconds(begun) > 4) return;
      await store.traces.write(batch);
      patches += batch.length;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, write));
  add(`durable patches, ${name}`, patches / seconds(begun), 'a second');
  await store.close();
}

/** Fills a store, and copies nothing: the folder it leaves is opened as it is. */
async function fill(): Promise<string> {
  const place = join(folder, 'million');
  const store = await openFileStore({ folder: place });
  let patches = 0;
  let longest = 0;
  const begun = performance.now();
  for (const batch of batches(SIZE, 2000)) {
    const started = performance.now();
    await store.traces.write(batch);
    longest = Math.max(longest, performance.now() - started);
    patches += batch.length;
  }
  add('durable patches, one writer, batches of 2,000', patches / seconds(begun), 'a second');
  add('the longest write, snapshots and joining in the background', longest, 'ms');
  report('while writing', store);
  const closing = performance.now();
  await store.close();
  add('closing, with a snapshot', seconds(closing) * 1000, 'ms');
  return place;
}

/** How long small batches wait while columns are saved, beside how long they wait when nothing is. */
async function measureSnapshots(place: string): Promise<void> {
  const snapshots = () => readdir(join(place, 'snapshots'));
  const store = await openFileStore({ folder: place, snapshotEvery: OBSERVATIONS });
  const calm = await waits(store, 'calm', 400);
  await store.close();
  const before = await snapshots();
  const busy = await openFileStore({ folder: place, snapshotEvery: 1 });
  const saving = await waits(busy, 'saving', 400);
  await busy.close();
  if ((await snapshots()).every((name) => before.includes(name)))
    throw new Error('Nothing was saved meanwhile.');
  const longest = Math.max(...saving);
  add('a batch of 20 in the full store, median of 400', calm[calm.length >> 1] ?? 0, 'ms');
  add('the longest of these', Math.max(...calm), 'ms');
  add('the longest while columns are saved', longest, `ms (≤ 100: ${longest <= 100 ? 'yes' : 'NO'})`);
}

/** How long each write took, ascending. */
async function waits(store: FileStore, name: string, count: number): Promise<number[]> {
  const taken: number[] = [];
  const source = chunks(20);
  for (let batch = 0; batch < count; batch += 1) {
    const patches = (source.next().value ?? []).map((patch) => renamed(patch, name));
    const begun = performance.now();
    await store.traces.write(patches);
    taken.push(performance.now() - begun);
  }
  return taken.toSorted((a, b) => a - b);
}

/** The same patch of another trace. */
function renamed(patch: Patch, name: string): Patch {
  if (patch.kind === 'trace') return { ...patch, id: `${name} ${patch.id}` };
  if (patch.kind === 'score') return { ...patch, id: `${name} ${patch.id}`, traceId: null };
  return { ...patch, traceId: `${name} ${patch.traceId}` };
}

async function measureOpening(place: string): Promise<void> {
  const store = await openFileStore({ folder: place });
  opened('opening from a snapshot', store.report);
  const page = performance.now();
  await store.traces.listTraces({ limit: 50 });
  add('the newest page after that', performance.now() - page, 'ms');
  report('after opening', store);
  await store.close();
  await rm(join(place, 'snapshots'), { recursive: true });
  const replayed = await openFileStore({ folder: place });
  opened('opening from the log alone', replayed.report);
  await replayed.close();
}

/** Batches of exactly this size. */
function* chunks(size: number): Generator<Patch[], void> {
  const patches = [...batches({ traces: 2000, observationsPerTrace: 20 }, 2000)].flat();
  for (let at = 0; at < patches.length; at += size) yield patches.slice(at, at + size);
}

function opened(name: string, { openedIn, replayed }: FileStoreReport): void {
  add(`${name}, ${replayed.toLocaleString('en')} patches replayed`, openedIn, 'ms');
}

function report(when: string, store: FileStore): void {
  const { structure, patches } = store.memoryUsage();
  add(`structure ${when}`, structure / OBSERVATIONS, 'bytes an observation');
  add(`patches in memory ${when}`, patches / 2 ** 20, 'MiB');
  add(`the process ${when}`, process.memoryUsage().rss / 2 ** 20, 'MiB');
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

function add(name: string, value: number, unit: string): void {
  rows.push({ case: name, value: `${Math.round(value).toLocaleString('en')} ${unit}` });
}
