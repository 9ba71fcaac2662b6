import { StoreError } from '@oriel/core';
import type { Bytes, Patch, TraceId } from '@oriel/core';
import type { PatchLog, PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { encodePatches } from '../segments/encode-patches.ts';
import { encodeForgotten } from '../segments/forgotten.ts';
import type { Connection } from './connection.ts';
import { changeFromReserve, keepReserve } from './reserve.ts';
import { STORES } from './schema.ts';
import { SegmentCache } from './segment-cache.ts';
import { SegmentDirectory, segmentKey } from './segment-directory.ts';
import type { SegmentEntry } from './segment-directory.ts';
import { HEAD_KEY, listSegments, readHead, readSegments } from './log-records.ts';

/** Another tab has written since this one last looked. Never leaves the store: it looks and tries again. */
export class LogMoved extends StoreError {
  constructor() {
    super('conflict', 'Another tab wrote to the log first.');
  }
}

export interface IndexedDbLogOptions {
  readonly connection: Connection;
  /** How many bytes of segments to keep in memory. */
  readonly cacheBytes: Bytes;
  /** Called once for each segment in which something is damaged, with how many patches are lost. */
  readonly onDamage: (lostPatches: number) => void;
}

/**
 * Patches in segments of the database: a batch is one record, written in one transaction with the count of refs, so
 * it is there whole or not at all, and two tabs never give the same ref. Who has not seen what other tabs wrote cannot
 * write: columns of all tabs are made of the same patches.
 */
export class IndexedDbLog implements PatchLog {
  readonly directory = new SegmentDirectory();
  /** The next ref, as far as this tab has read. */
  position: PatchRef = 0;
  readonly #connection: Connection;
  readonly #cache: SegmentCache;
  readonly #onDamage: IndexedDbLogOptions['onDamage'];
  /** Segments whose damage was told already, or that have none. */
  readonly #checked = new Set<PatchRef>();

  constructor({ connection, cacheBytes, onDamage }: IndexedDbLogOptions) {
    this.#connection = connection;
    this.#cache = new SegmentCache(cacheBytes);
    this.#onDamage = onDamage;
  }

  /** @throws LogMoved, `storage-full` */
  async append(patches: readonly Patch[]): Promise<PatchRef> {
    const first = this.position;
    if (patches.length === 0) return first;
    const bytes = encodePatches(first, patches).slice();
    const entry = { first, count: patches.length, bytes: bytes.length };
    const what = { stores: [STORES.segments, STORES.head], failure: 'Nothing of this call was stored' };
    await this.#connection.change(what, async (transaction) => {
      await Promise.all([this.#advance(transaction, patches.length), keepReserve(transaction)]);
      transaction.objectStore(STORES.segments).put(bytes, segmentKey(entry));
    });
    this.position += patches.length;
    this.list(entry);
    const block = Block.open(bytes);
    if (block !== null) this.#cache.put(entry, block);
    return first;
  }

  /**
   * Goes through without room on the disk, unless what was set aside for it was given up and not put back since.
   *
   * @throws LogMoved, `storage-full`
   */
  async forget(traceIds: readonly TraceId[], refs: readonly PatchRef[]): Promise<void> {
    if (traceIds.length === 0) return this.#expectPosition();
    const bytes = encodeForgotten(this.position, { traceIds, refs }).slice();
    const what = { stores: [STORES.deletions, STORES.head], failure: 'Nothing was deleted' };
    await changeFromReserve(this.#connection, what, async (transaction) => {
      await this.#advance(transaction, 1);
      transaction.objectStore(STORES.deletions).put(bytes, this.position);
    });
    this.position += 1;
  }

  peek(ref: PatchRef): Patch | undefined {
    const entry = this.directory.find(ref);
    return entry && this.#cache.read(entry, ref);
  }

  async load(refs: readonly PatchRef[]): Promise<readonly (Patch | undefined)[]> {
    const patches = await this.#loadListed(refs);
    if (patches !== null) return patches;
    // Another tab has joined segments since this one listed them, or what is asked for was forgotten.
    await this.refreshDirectory();
    return (await this.#loadListed(refs)) ?? refs.map((ref) => this.peek(ref));
  }

  async refreshDirectory(): Promise<void> {
    const what = { stores: [STORES.segments], failure: 'The segments were not listed' };
    this.directory.replaceAll(await this.#connection.read(what, (transaction) => listSegments(transaction)));
    this.#cache.clear();
  }

  /** Lists a segment that another tab wrote. */
  list(entry: SegmentEntry): void {
    for (const { first } of this.directory.add(entry)) this.#cache.delete(first);
  }

  /** Opens a segment that was read from the disk, and keeps it at hand; `null` when nothing of it can be read. */
  open(entry: SegmentEntry, bytes: Uint8Array): Block | null {
    const block = Block.open(bytes);
    if (block !== null && this.directory.has(entry)) this.#cache.put(entry, block);
    if (!this.#checked.has(entry.first)) {
      this.#checked.add(entry.first);
      const lost = block === null ? entry.count : block.damage().length;
      if (lost > 0) this.#onDamage(lost);
    }
    return block;
  }

  /** What patches take on the disk, as if those of a segment were of one size. */
  bytesOf(refs: readonly PatchRef[]): Bytes {
    return refs.reduce((sum, ref) => {
      const entry = this.directory.find(ref);
      return sum + (entry === undefined ? 0 : entry.bytes / entry.count);
    }, 0);
  }

  get memoryUsage(): Bytes {
    return this.#cache.bytes;
  }

  close(): void {
    this.#cache.clear();
  }

  /** Another tab may have written what this one does not know. */
  async #expectPosition(): Promise<void> {
    const what = { stores: [STORES.head], failure: 'Nothing was deleted' };
    if ((await this.#connection.read(what, readHead)) !== this.position) throw new LogMoved();
  }

  async #advance(transaction: IDBTransaction, count: number): Promise<void> {
    if ((await readHead(transaction)) !== this.position) throw new LogMoved();
    transaction.objectStore(STORES.head).put(this.position + count, HEAD_KEY);
  }

  /** `null` when one of them is not where this tab believes it to be. */
  async #loadListed(refs: readonly PatchRef[]): Promise<(Patch | undefined)[] | null> {
    const places = refs.map((ref) => this.directory.find(ref));
    const blocks = new Map<SegmentEntry, Block | null>();
    const wanted = new Set<SegmentEntry>();
    for (const entry of places) {
      if (entry === undefined) return null;
      if (blocks.has(entry)) continue;
      const block = this.#cache.get(entry);
      if (block === undefined) wanted.add(entry);
      else blocks.set(entry, block);
    }
    for (const [entry, bytes] of await readSegments(this.#connection, [...wanted])) {
      if (bytes === undefined) return null;
      blocks.set(entry, this.open(entry, bytes));
    }
    return refs.map((ref, index) => {
      const entry = places[index];
      return entry && blocks.get(entry)?.patch(ref - entry.first);
    });
  }
}
