import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
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
import { codeOf, fileFailure } from './file-failure.ts';
import { writeEnd } from './log-end.ts';
import type { LogFinding } from './log-findings.ts';
import { moveToQuarantine } from './open-log.ts';
import type { OpenedLog } from './open-log.ts';
import { readPatches } from './read-patches.ts';
import type { BlockPlace } from './segment-index.ts';
import { SegmentIndex } from './segment-index.ts';
import { formatSegmentName } from './segment-name.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { OpenAppendFile } from './segment-writer.ts';
import { segmentOf } from './segment.ts';
import type { Segment } from './segment.ts';
import { segmentStart, writeSegment } from './write-segment.ts';

/** Refs are below this. */
const MAX_REFS = 2 ** 32;

export interface FilePatchLogOptions {
  readonly folder: string;
  /** Where damaged segments go. */
  readonly quarantine: string;
  /** A segment is finished when it has this much. */
  readonly segmentBytes: Bytes;
  /** How much of the patches last used stays in memory. */
  readonly cacheBytes: Bytes;
  readonly openFile: OpenAppendFile;
  readonly onFinding: (finding: LogFinding) => void;
}

/**
 * Patches in segments of a folder. A batch is one block, and is answered for once the disk has it.
 *
 *     sealed: read only, until rewritten as a whole          active: appended to
 *     [1][2][3] … ────────────────────────────────────▶ [n]
 */
export class FilePatchLog implements PatchLog {
  readonly #options: FilePatchLogOptions;
  readonly #cache: BlockCache;
  readonly #forgotten = new RefSet();
  /** Refs that were reported as damaged: once is enough. */
  readonly #reported = new RefSet();
  #sealed: readonly Segment[];
  #active: Segment;
  #writer: SegmentWriter;
  #nextRef: PatchRef;
  #nextNumber: number;
  /** Refs forgotten while segments are being rewritten: the rewritten ones may still have them. */
  #forgottenMeanwhile: PatchRef[] | null = null;

  private constructor(
    options: FilePatchLogOptions,
    { sealed, nextRef, nextNumber }: OpenedLog,
    active: Segment,
    writer: SegmentWriter,
  ) {
    this.#options = options;
    this.#cache = new BlockCache(options.cacheBytes);
    this.#sealed = sealed;
    this.#nextRef = nextRef;
    this.#nextNumber = nextNumber;
    this.#active = active;
    this.#writer = writer;
  }

  static async start(options: FilePatchLogOptions, opened: OpenedLog): Promise<FilePatchLog> {
    const { active } = opened;
    const begun = active
      ? { segment: active, writer: await continueSegment(options.openFile, active) }
      : await beginSegment(options, opened.nextNumber, opened.nextRef);
    const next = { ...opened, nextNumber: active ? opened.nextNumber : opened.nextNumber + 1 };
    const log = new FilePatchLog(options, next, begun.segment, begun.writer);
    for (const { refs } of opened.forgotten) log.#markForgotten(refs);
    return log;
  }

  get nextRef(): PatchRef {
    return this.#nextRef;
  }

  /** All segments, ascending; the last one is being written. */
  get segments(): readonly Segment[] {
    return [...this.#sealed, this.#active];
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
    const place = this.#segmentOf(ref)?.index.find(ref);
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
    if (this.#active.index.entries > 0 || this.#nextRef > this.#active.firstRef) await this.#seal();
  }

  /** How many segments are finished. */
  get sealedCount(): number {
    return this.#sealed.length;
  }

  /** What patches take on the disk: their blocks' average. */
  bytesOf(refs: readonly PatchRef[]): Bytes {
    let bytes = 0;
    for (const ref of refs) {
      const place = this.#segmentOf(ref)?.index.find(ref);
      if (place) bytes += place.length / place.count;
    }
    return bytes;
  }

  /**
   * Writes neighbouring sealed segments anew as one, without what was forgotten. Reads and writes go on meanwhile.
   * Deletions that have done their work go when they lie before `deletionsBefore`. A damaged segment is moved away.
   */
  async rewrite(sources: readonly Segment[], deletionsBefore: PatchRef): Promise<void> {
    const [first] = sources;
    const last = sources.at(-1);
    if (first === undefined || last === undefined) return;
    this.#forgottenMeanwhile = [];
    try {
      const damaged = new Set<PatchRef>();
      const blocks: Block[] = [];
      const places = new Map<Segment, Set<Bytes>>();
      for (const source of sources) {
        const found = new Set<Bytes>();
        places.set(source, found);
        for (const { at, block } of scanBlocks(await readFile(source.path))) {
          if (block === null) continue;
          blocks.push(block);
          found.add(at);
        }
      }
      const name = {
        first: first.name.first,
        last: last.name.last,
        generation: Math.max(...sources.map((source) => source.name.generation)) + 1,
      };
      const isDone = (ref: PatchRef) => {
        const segment = this.#segmentOf(ref);
        return segment === undefined || segment.forgotten === 0 || sources.includes(segment);
      };
      const written = await writeSegment(this.#options.folder, name, first.firstRef, blocks, {
        isForgotten: (ref) => this.#forgotten.has(ref),
        isOver: (deletion, refs) => deletion < deletionsBefore && refs.every(isDone),
        onDamaged: (ref) => damaged.add(ref),
      });
      written.forgotten = this.#forgottenMeanwhile.filter((ref) => written.index.find(ref)).length;
      const place = this.#sealed.indexOf(first);
      this.#sealed = this.#sealed.toSpliced(place, sources.length, written);
      for (const source of sources) {
        const lost = lostRefs(source, places.get(source), damaged).filter((ref) => !this.#forgotten.has(ref));
        await this.#retire(source, lost);
      }
    } finally {
      this.#forgottenMeanwhile = null;
    }
  }

  /** Reads everything and moves what is damaged away. What is being written was read when the log was opened. */
  async verify(): Promise<void> {
    for (const segment of this.#sealed) {
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
    const index = this.segments.reduce((bytes, segment) => bytes + segment.index.memoryUsage, 0);
    return index + this.#cache.memoryUsage + this.#forgotten.memoryUsage;
  }

  async close(): Promise<void> {
    this.#cache.clear();
    await this.#writer.close();
    // Only a hint for who opens the log: without it, all is well, too.
    await writeEnd(this.#options.folder, this.#nextRef).catch(() => undefined);
  }

  async #write(block: Block): Promise<void> {
    if (this.#active.bytes >= this.#options.segmentBytes) await this.#seal();
    const at = await this.#writer.append(block.bytes);
    this.#active.index.add(at, block.head);
    this.#active.bytes = at + block.length;
  }

  async #seal(): Promise<void> {
    const { segment, writer } = await beginSegment(this.#options, this.#nextNumber, this.#nextRef).catch(
      (error: unknown) => {
        throw fileFailure('The batch was not stored', error);
      },
    );
    const before = this.#writer;
    this.#sealed = [...this.#sealed, this.#active];
    this.#active = segment;
    this.#writer = writer;
    this.#nextNumber += 1;
    await before.close();
  }

  /** Loads what it can; answers the refs whose segment was rewritten meanwhile. */
  async #loadOnce(refs: readonly PatchRef[], found: Map<PatchRef, Patch>): Promise<PatchRef[]> {
    const again: PatchRef[] = [];
    for (const [segment, wanted] of this.#places(refs)) {
      try {
        const read = await readPatches(segment.path, wanted);
        for (const [ref, patch] of read.patches) found.set(ref, patch);
        for (const block of read.blocks) this.#cache.add(block);
        if (read.damaged.length > 0) this.#reportDamage(segment, read.damaged);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || this.segments.includes(segment)) {
          throw fileFailure('Stored patches could not be read', error);
        }
        again.push(...[...wanted.values()].flat());
      }
    }
    return again;
  }

  #places(refs: readonly PatchRef[]): Map<Segment, Map<BlockPlace, PatchRef[]>> {
    const places = new Map<Segment, Map<BlockPlace, PatchRef[]>>();
    const known = new Map<PatchRef, PatchRef[]>();
    for (const ref of refs) {
      const segment = this.#segmentOf(ref);
      const place = segment?.index.find(ref);
      if (!segment || !place) continue;
      const others = known.get(place.firstRef);
      if (others) {
        others.push(ref);
        continue;
      }
      const wanted = [ref];
      known.set(place.firstRef, wanted);
      const ofSegment = places.get(segment) ?? new Map<BlockPlace, PatchRef[]>();
      places.set(segment, ofSegment.set(place, wanted));
    }
    return places;
  }

  #reportDamage(segment: Segment, damaged: readonly PatchRef[]): void {
    const lost = damaged.filter((ref) => !this.#reported.has(ref)).map((ref) => ({ from: ref, to: ref + 1 }));
    if (lost.length === 0) return;
    for (const ref of damaged) this.#reported.add(ref);
    this.#options.onFinding({
      kind: 'damaged-segment',
      file: formatSegmentName(segment.name),
      lost,
      traceIds: [],
    });
  }

  async #retire(source: Segment, lost: readonly PatchRef[]): Promise<void> {
    if (lost.length === 0) {
      await unlink(source.path);
      return;
    }
    const { folder, quarantine } = this.#options;
    await moveToQuarantine(source.path, formatSegmentName(source.name), folder, quarantine);
    this.#reportDamage(source, lost);
  }

  #segmentOf(ref: PatchRef): Segment | undefined {
    return ref >= this.#active.firstRef ? this.#active : segmentOf(this.#sealed, ref);
  }

  #markForgotten(refs: readonly PatchRef[]): void {
    for (const ref of refs) {
      this.#forgotten.add(ref);
      const segment = this.#segmentOf(ref);
      if (segment?.index.find(ref)) segment.forgotten += 1;
    }
    this.#forgottenMeanwhile?.push(...refs);
  }
}

async function continueSegment(openFile: OpenAppendFile, { path, bytes }: Segment): Promise<SegmentWriter> {
  const file = await openFile(path);
  // A killed process may have left whole batches that the disk does not have yet; they are shown from now on.
  await file.sync();
  return new SegmentWriter(file, bytes);
}

async function beginSegment(
  { folder, openFile }: FilePatchLogOptions,
  number: number,
  firstRef: PatchRef,
): Promise<{ segment: Segment; writer: SegmentWriter }> {
  const name = { first: number, last: number, generation: 0 };
  const path = join(folder, formatSegmentName(name));
  const writer = new SegmentWriter(await openFile(path), 0);
  try {
    await writer.append(segmentStart(firstRef));
  } catch (error) {
    await writer.close();
    throw error;
  }
  const bytes = writer.length;
  return { segment: { name, path, index: new SegmentIndex(), firstRef, bytes, forgotten: 0 }, writer };
}

function openOwn(bytes: Uint8Array): Block {
  const block = Block.open(bytes);
  if (block === null) throw new Error('A block that was just made is not whole.');
  return block;
}

/** Refs of a segment whose blocks were not found where they were, or whose entries are damaged. */
function lostRefs(
  { index }: Segment,
  found: ReadonlySet<Bytes> | undefined,
  damaged: ReadonlySet<PatchRef>,
): PatchRef[] {
  const lost: PatchRef[] = [];
  for (let block = 0; block < index.blocks; block += 1) {
    const { at, firstRef, count } = index.place(block);
    for (let ref = firstRef; ref < firstRef + count; ref += 1) {
      if (damaged.has(ref) || found?.has(at) !== true) lost.push(ref);
    }
  }
  return lost;
}
