import { mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import zlib from 'node:zlib';
import { checksum } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { decodeSnapshot } from '../snapshot/decode-snapshot.ts';
import { encodeSnapshot } from '../snapshot/encode-snapshot.ts';
import type { Snapshot } from '../snapshot/take-snapshot.ts';
import { replaceFile, UNFINISHED } from './durable-files.ts';

/** The one before the newest is kept in case the newest is damaged. */
const KEPT = 2;
/** A snapshot is large and its checksum holds everybody up; Node 22.0 and 22.1 have none of their own. */
const sum = (zlib as Partial<typeof zlib>).crc32 ?? checksum;

const PATTERN = /^(\d{10})\.snapshot$/;

/** Snapshots as files named by the ref up to which they are whole. */
export class SnapshotFolder {
  readonly #folder: string;
  /** Ascending. */
  #refs: PatchRef[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<SnapshotFolder> {
    await mkdir(folder, { recursive: true });
    const snapshots = new SnapshotFolder(folder);
    const files = await readdir(folder);
    for (const file of files) if (file.endsWith(UNFINISHED)) await unlink(join(folder, file));
    snapshots.#refs = files
      .flatMap((file) => PATTERN.exec(file)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => a - b);
    return snapshots;
  }

  /** Ascending: the newest is the last one. */
  get refs(): readonly PatchRef[] {
    return this.#refs;
  }

  /** What deletions before this ref did is in every snapshot; any number is before it when there is none. */
  get oldest(): PatchRef {
    return this.#refs[0] ?? Infinity;
  }

  fileOf(ref: PatchRef): string {
    return `${String(ref).padStart(10, '0')}.snapshot`;
  }

  /** `null` when it is damaged. */
  async read(ref: PatchRef): Promise<Snapshot | null> {
    return decodeSnapshot(await readFile(this.#path(ref)), sum);
  }

  async write(snapshot: Snapshot): Promise<void> {
    const runs = await encodeSnapshot(snapshot, { sum, pause: setImmediate });
    await replaceFile(this.#path(snapshot.nextRef), runs);
    this.#refs = [...this.#refs.filter((ref) => ref !== snapshot.nextRef), snapshot.nextRef].toSorted(
      (a, b) => a - b,
    );
    while (this.#refs.length > KEPT) await this.remove(this.#refs[0] ?? 0);
  }

  async remove(ref: PatchRef): Promise<void> {
    await unlink(this.#path(ref));
    this.#refs = this.#refs.filter((other) => other !== ref);
  }

  #path(ref: PatchRef): string {
    return join(this.#folder, this.fileOf(ref));
  }
}
