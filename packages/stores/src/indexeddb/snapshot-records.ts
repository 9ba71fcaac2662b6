import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { SnapshotDecoder } from '../snapshot/decode-snapshot.ts';
import { encodeSnapshot } from '../snapshot/encode-snapshot.ts';
import type { Snapshot } from '../snapshot/take-snapshot.ts';
import type { Connection } from './connection.ts';
import { nextTask } from './next-task.ts';
import { answerOf } from './requests.ts';
import { STORES } from './schema.ts';

/** What one record of a snapshot holds, so that no transaction copies all of it at once. */
const RECORD_BYTES: Bytes = 16 * 1024 * 1024;
const MANIFEST_KEY = 'snapshot';

/** Names the snapshot that is whole. */
export interface SnapshotManifest {
  readonly nextRef: PatchRef;
  readonly records: number;
}

/** `null` when there is none. */
async function readManifest(transaction: IDBTransaction): Promise<SnapshotManifest | null> {
  const manifest: unknown = await answerOf(transaction.objectStore(STORES.head).get(MANIFEST_KEY));
  return (manifest as SnapshotManifest | undefined) ?? null;
}

/** The newest snapshot; `null` when there is none, `'damaged'` when it is not as it was written. */
export async function readSnapshot(connection: Connection): Promise<Snapshot | 'damaged' | null> {
  const what = { stores: [STORES.head, STORES.snapshots], failure: 'The columns were not read' };
  const decoder = new SnapshotDecoder();
  const isThere = await connection.read(what, async (transaction) => {
    const manifest = await readManifest(transaction);
    if (manifest === null) return false;
    const snapshots = transaction.objectStore(STORES.snapshots);
    const records = Array.from({ length: manifest.records }, (_, place) =>
      answerOf(snapshots.get([manifest.nextRef, place])),
    );
    // Who fails first is told below; the others fail for the same reason.
    void Promise.allSettled(records);
    // All are asked for at once, so each is put in its place while the disk has the next.
    for (const record of records) {
      const bytes: unknown = await record;
      if (bytes instanceof Uint8Array) decoder.add(bytes);
    }
    return true;
  });
  return isThere ? (decoder.finish() ?? 'damaged') : null;
}

/** The ref up to which the newest snapshot goes; 0 when there is none. */
export async function snapshotEnd(connection: Connection): Promise<PatchRef> {
  const what = { stores: [STORES.head], failure: 'The columns were not looked up' };
  return (await connection.read(what, readManifest))?.nextRef ?? 0;
}

/** Puts a snapshot in the place of older ones. Who gives up halfway leaves the older one in place. */
export async function writeSnapshot(connection: Connection, snapshot: Snapshot): Promise<void> {
  try {
    await writeRecords(connection, snapshot);
  } catch (error) {
    // Half of it would only take room.
    await dropUnnamed(connection, snapshot.nextRef);
    throw error;
  }
}

/** The columns are made anew of the log when it is opened next. */
export function dropSnapshot(connection: Connection): Promise<void> {
  const what = { stores: [STORES.head, STORES.snapshots], failure: 'The saved columns were not removed' };
  return connection.change(what, async (transaction) => {
    transaction.objectStore(STORES.head).delete(MANIFEST_KEY);
    transaction.objectStore(STORES.snapshots).clear();
  });
}

async function writeRecords(connection: Connection, snapshot: Snapshot): Promise<void> {
  const { nextRef } = snapshot;
  const saving = { failure: 'The columns were not saved', isSilent: true };
  let records = 0;
  for (const record of splitBytes(await encodeSnapshot(snapshot, { pause: nextTask }))) {
    const key = [nextRef, records];
    await connection.change({ stores: [STORES.snapshots], ...saving }, async (transaction) => {
      transaction.objectStore(STORES.snapshots).put(record, key);
    });
    records += 1;
  }
  await connection.change({ stores: [STORES.head, STORES.snapshots], ...saving }, async (transaction) => {
    const snapshots = transaction.objectStore(STORES.snapshots);
    const written = await answerOf(snapshots.count(recordsOf(nextRef)));
    const current = await readManifest(transaction);
    // Another tab was quicker.
    if (written !== records || (current !== null && current.nextRef > nextRef)) return;
    const manifest: SnapshotManifest = { nextRef, records };
    transaction.objectStore(STORES.head).put(manifest, MANIFEST_KEY);
    snapshots.delete(IDBKeyRange.upperBound([nextRef], true));
    snapshots.delete(IDBKeyRange.lowerBound([nextRef, []], true));
  });
}

async function dropUnnamed(connection: Connection, nextRef: PatchRef): Promise<void> {
  if (connection.ended() !== null) return;
  const what = { stores: [STORES.head, STORES.snapshots], failure: 'Half a snapshot was not removed' };
  await connection.change(what, async (transaction) => {
    if ((await readManifest(transaction))?.nextRef === nextRef) return;
    transaction.objectStore(STORES.snapshots).delete(recordsOf(nextRef));
  });
}

function recordsOf(nextRef: PatchRef): IDBKeyRange {
  return IDBKeyRange.bound([nextRef], [nextRef, []]);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The same bytes in runs that are long, and not too long. */
function* splitBytes(runs: readonly Uint8Array[]): Generator<Uint8Array, void> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const run of runs) {
    for (let at = 0; at < run.length;) {
      const piece = run.subarray(at, at + RECORD_BYTES - length);
      waiting.push(piece);
      length += piece.length;
      at += piece.length;
      if (length < RECORD_BYTES) continue;
      yield joinBytes(waiting);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield joinBytes(waiting);
}
