import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { StoreError } from '@oriel/core';
import type { Bytes, Patch, TraceId } from '@oriel/core';
import type { PatchLog, PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { encodePatches } from '../segments/encode-patches.ts';
import { encodeForgotten } from '../segments/forgotten.ts';
import { RefSet } from '../segments/ref-set.ts';
import { scanBlocks } from '../segments/scan-blocks.ts';
import { BlockCache } from './block-cache.ts';
import { DamageReports } from './damage-reports.ts';
import type { DamageReportsOptions } from './damage-reports.ts';
import { codeOf, fileFailure } from './file-failure.ts';
import { joinSegments } from './join-segments.ts';
import { writeEnd } from './log-end.ts';
import { LogSegments } from './log-segments.ts';
import type { OpenedLog } from './open-log.ts';
import { readPatches } from './read-patches.ts';
import type { SegmentWriter } from './segment-writer.ts';
import type { Segment } from './segment.ts';
import { beginSegment, continueSegment } from './start-segment.ts';
import type { SegmentPlace, StartedSegment } from './start-segment.ts';

/** Refs are below this. */
const MAX_REFS = 2 ** 32;

export interface FilePatchLogOptions extends SegmentPlace, DamageReportsOptions {
  /** A segment is finished when it has this much. */
  readonly segmentBytes: Bytes;
  /** How much of the patches last used stays in memory. */
  readonly cacheBytes: Bytes;
}

/** Patches in segments of a folder. A batch is one block, and is answered for once the disk has it. */
export class FilePatchLog implements PatchLog {
  readonly #options: FilePatchLogOptions;
  readonly #cache: BlockCache;
  readonly #segments: LogSegments;
  readonly #damage: DamageReports;
  readonly #forgotten = new RefSet();
  #writer: SegmentWriter;
  #nextRef: PatchRef;
  #nextNumber: number;
  /** Refs forgotten while segments are being rewritten: the rewritten ones may still have them. */
  #forgottenMeanwhile: PatchRef[] | null = null;

  private constructor(
    options: FilePatchLogOptions,
    { sealed, nextRef, nextNumber }: Pick<OpenedLog, 'sealed' | 'nextRef' | 'nextNumber'>,
    { segment, writer }: StartedSegment,
  ) {
    this.#options = options;
    this.#cache = new BlockCache(options.cacheBytes);
    this.#damage = new DamageReports(options);
    this.#segments = new LogSegments(sealed, segment);
    this.#nextRef = nextRef;
    this.#nextNumber = nextNumber;
    this.#writer = writer;
  }

  static async start(options: FilePatchLogOptions, opened: OpenedLog): Promise<FilePatchLog> {
    const { active, nextNumber, nextRef } = opened;
    const started = active
      ? await continueSegment(options, active)
      : await beginSegment(options, nextNumber, nextRef);
    const next = { ...opened, nextNumber: active ? nextNumber : nextNumber + 1 };
    const log = new FilePatchLog(options, next, started);
    for (const { refs } of opened.forgotten) log.#markForgotten(refs);
    return log;
  }

  get nextRef(): PatchRef {
    return this.#nextRef;
  }

  /** All segments, ascending; the last one is being written. */
  get segments(): readonly Segment[] {
    return this.#segments.all;
  }

  isForgotten(ref: PatchRef): boolean {
    return this.#forgotten.has(ref);
  }

  async append(patches: readonly Patch[]): Promise<PatchRef> {
    const first = this.#nextRef;
    if (patches.length === 0) return first;
    if (first + patches.length > MAX_REFS) {
      throw new StoreError(
        'unsupported',
        'This folder has given each of its 2³² places away. Open a new folder.',
      );
    }
    const block = openOwn(encodePatches(first, patches));
    await this.#write(block);
    this.#nextRef = first + patches.length;
    this.#cache.add(block);
    return first;
  }

  peek(ref: PatchRef): Patch | undefined {
    if (this.#forgotten.has(ref)) return undefined;
    const place = this.#segments.find(ref);
    return place ? this.#cache.patch(place.firstRef, ref) : undefined;
  }

  async load(refs: readonly PatchRef[]): Promise<readonly (Patch | undefined)[]> {
    const found = new Map<PatchRef, Patch>();
    let missing = refs.filter((ref) => !this.#forgotten.has(ref));
    while (missing.length > 0) missing = await this.#loadOnce(missing, found);
    return refs.map((ref) => found.get(ref));
  }

  async forget(traceIds: readonly TraceId[], refs: readonly PatchRef[]): Promise<void> {
    if (traceIds.length === 0) return;
    await this.#write(openOwn(encodeForgotten(this.#nextRef, { traceIds, refs })));
    this.#nextRef += 1;
    this.#markForgotten(refs);
  }

  /** Finishes the segment that is being written, if it has anything. No change may be under way. */
  async sealActive(): Promise<void> {
    const { active } = this.#segments;
    if (active.index.entries > 0 || this.#nextRef > active.firstRef) await this.#seal();
  }

  /** How many segments are finished. */
  get sealedCount(): number {
    return this.#segments.sealed.length;
  }

  /** What patches take on the disk: their blocks' average. */
  bytesOf(refs: readonly PatchRef[]): Bytes {
    return this.#segments.bytesOf(refs);
  }

  /**
   * Writes neighbouring sealed segments anew as one, without what was forgotten. Reads and writes go on meanwhile.
   * Deletions that have done their work go when they lie before `deletionsBefore`. A damaged segment is moved away.
   */
  async rewrite(sources: readonly Segment[], deletionsBefore: PatchRef): Promise<void> {
    const [first, ...others] = sources;
    if (first === undefined) return;
    const isDone = (ref: PatchRef) => {
      const segment = this.#segments.of(ref);
      return segment === undefined || segment.forgotten === 0 || sources.includes(segment);
    };
    this.#forgottenMeanwhile = [];
    try {
      const { written, lost } = await joinSegments(this.#options.folder, [first, ...others], {
        isForgotten: (ref) => this.#forgotten.has(ref),
        isOver: (deletion, refs) => deletion < deletionsBefore && refs.every(isDone),
      });
      written.forgotten = this.#forgottenMeanwhile.filter((ref) => written.index.find(ref)).length;
      this.#segments.replace(sources, written);
      for (const [source, refs] of lost) {
        await this.#damage.retire(
          source,
          refs.filter((ref) => !this.#forgotten.has(ref)),
        );
      }
    } finally {
      this.#forgottenMeanwhile = null;
    }
  }

  /** Reads everything and moves what is damaged away. What is being written was read when the log was opened. */
  async verify(): Promise<void> {
    for (const segment of this.#segments.sealed) {
      let isWhole = true;
      for (const { block } of scanBlocks(await readFile(segment.path))) {
        isWhole &&= block !== null && block.damage().length === 0;
        // Others have their turn between two blocks.
        await setImmediate();
      }
      if (!isWhole) await this.rewrite([segment], 0);
    }
  }

  get memoryUsage(): Bytes {
    return this.#segments.memoryUsage + this.#cache.memoryUsage + this.#forgotten.memoryUsage;
  }

  async close(): Promise<void> {
    this.#cache.clear();
    await this.#writer.close();
    // Only a hint for who opens the log: without it, all is well, too.
    await writeEnd(this.#options.folder, this.#nextRef).catch(() => undefined);
  }

  async #write(block: Block): Promise<void> {
    if (this.#segments.active.bytes >= this.#options.segmentBytes) await this.#seal();
    const at = await this.#writer.append(block.bytes);
    const { active } = this.#segments;
    active.index.add(at, block.head);
    active.bytes = at + block.length;
  }

  async #seal(): Promise<void> {
    const started = await beginSegment(this.#options, this.#nextNumber, this.#nextRef).catch(
      (error: unknown) => {
        throw fileFailure('The batch was not stored', error);
      },
    );
    const before = this.#writer;
    this.#segments.begin(started.segment);
    this.#writer = started.writer;
    this.#nextNumber += 1;
    await before.close();
  }

  /** Loads what it can; answers the refs whose segment was rewritten meanwhile. */
  async #loadOnce(refs: readonly PatchRef[], found: Map<PatchRef, Patch>): Promise<PatchRef[]> {
    const again: PatchRef[] = [];
    for (const [segment, wanted] of this.#segments.places(refs)) {
      try {
        const read = await readPatches(segment.path, wanted);
        for (const [ref, patch] of read.patches) found.set(ref, patch);
        for (const block of read.blocks) this.#cache.add(block);
        if (read.damaged.length > 0) this.#damage.tell(segment, read.damaged);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || this.segments.includes(segment)) {
          throw fileFailure('Stored patches could not be read', error);
        }
        again.push(...[...wanted.values()].flat());
      }
    }
    return again;
  }

  #markForgotten(refs: readonly PatchRef[]): void {
    for (const ref of refs) {
      this.#forgotten.add(ref);
      const segment = this.#segments.of(ref);
      if (segment?.index.find(ref)) segment.forgotten += 1;
    }
    this.#forgottenMeanwhile?.push(...refs);
  }
}

function openOwn(bytes: Uint8Array): Block {
  const block = Block.open(bytes);
  if (block === null) throw new Error('A block that was just made is not whole.');
  return block;
}
