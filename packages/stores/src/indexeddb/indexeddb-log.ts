import { StoreError } from '@oriel/core';
import type { Bytes, Patch, TraceId } from '@oriel/core';
import type { PatchLog, PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { encodePatches } from '../segments/encode-patches.ts';
import { encodeForgotten } from '../segments/forgotten.ts';
import type { Connection } from './connection.ts';
import { answerOf } from './requests.ts';
import { STORES } from './schema.ts';
import type { ObjectStoreName } from './schema.ts';
import { SegmentCache } from './segment-cache.ts';
import { SegmentDirectory, segmentKey } from './segment-directory.ts';
import type { SegmentEntry } from './segment-directory.ts';
import { listSegments, readHead, HEAD_KEY } from './log-records.ts';

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
    await this.#advance(STORES.segments, segmentKey(entry), bytes, patches.length);
    this.#list(entry);
    const block = Block.open(bytes);
    if (block !== null) this.#cache.put(entry, block);
    return first;
  }

  /** @throws LogMoved, `storage-full` */
  async forget(traceIds: readonly TraceId[], refs: readonly PatchRef[]): Promise<void> {
    if (traceIds.length === 0) return this.#expectPosition();
    const bytes = encodeForgotten(this.position, { traceIds, refs }).slice();
    await this.#advance(STORES.deletions, this.position, bytes, 1);
  }

  peek(ref: PatchRef): Patch | undefined {
    const entry = this.directory.find(ref);
    return entry && this.#cache.read(entry, ref);
  }

  async load(refs: readonly PatchRef[]): Promise<readonly (Patch | undefined)[]> {
    let loaded = await this.#loadSegments(refs);
    // Another tab has joined segments since this one listed them.
    if (loaded === null) {
      await this.refreshDirectory();
      loaded = await this.#loadSegments(refs);
    }
    const blocks = loaded;
    return refs.map((ref) => {
      const entry = this.directory.find(ref);
      return entry && (blocks?.get(entry.first)?.patch(ref - entry.first) ?? this.#cache.read(entry, ref));
    });
  }

  async refreshDirectory(): Promise<void> {
    const what = { stores: [STORES.segments], failure: 'The segments were not listed' };
    this.directory.replaceAll(await this.#connection.read(what, (transaction) => listSegments(transaction)));
    this.#cache.clear();
  }

  /** Keeps a segment at hand that was just read; `null` when nothing of it can be read. */
  hold(entry: SegmentEntry, bytes: Uint8Array): Block | null {
    const block = Block.open(bytes);
    this.#list(entry);
    if (block !== null) this.#cache.put(entry, block);
    if (!this.#checked.has(entry.first)) {
      this.#checked.add(entry.first);
      const lost = block === null ? entry.count : block.damage().length;
      if (lost > 0) this.#onDamage(lost);
    }
    return block;
  }

  get memoryUsage(): Bytes {
    return this.#cache.bytes;
  }

  close(): void {
    this.#cache.clear();
  }

  #list(entry: SegmentEntry): void {
    for (const { first } of this.directory.add(entry)) this.#cache.delete(first);
  }

  /** Another tab may have written what this one does not know. */
  async #expectPosition(): Promise<void> {
    const what = { stores: [STORES.head], failure: 'Nothing was deleted' };
    if ((await this.#connection.read(what, readHead)) !== this.position) throw new LogMoved();
  }

  async #advance(store: ObjectStoreName, key: IDBValidKey, bytes: Uint8Array, count: number): Promise<void> {
    const what = { stores: [store, STORES.head], failure: 'Nothing of this call was stored' };
    await this.#connection.change(what, async (transaction) => {
      if ((await readHead(transaction)) !== this.position) throw new LogMoved();
      transaction.objectStore(store).put(bytes, key);
      transaction.objectStore(STORES.head).put(this.position + count, HEAD_KEY);
    });
    this.position += count;
  }

  /** The segments these refs are in that are not at hand; `null` when one of them is not where it was. */
  async #loadSegments(refs: readonly PatchRef[]): Promise<Map<PatchRef, Block> | null> {
    const wanted = new Map<PatchRef, SegmentEntry>();
    for (const ref of refs) {
      const entry = this.directory.find(ref);
      if (entry !== undefined && !this.#cache.has(entry)) wanted.set(entry.first, entry);
    }
    const entries = [...wanted.values()];
    if (entries.length === 0) return new Map();
    const what = { stores: [STORES.segments], failure: 'Payloads were not read' };
    const values = await this.#connection.read(what, (transaction) =>
      Promise.all(
        entries.map((entry) => answerOf(transaction.objectStore(STORES.segments).get(segmentKey(entry)))),
      ),
    );
    const blocks = new Map<PatchRef, Block>();
    for (const [place, entry] of entries.entries()) {
      const bytes = values[place] as Uint8Array | undefined;
      if (bytes === undefined) return null;
      const block = this.hold(entry, bytes);
      if (block !== null) blocks.set(entry.first, block);
    }
    return blocks;
  }
}
