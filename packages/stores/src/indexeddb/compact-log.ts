import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { encodeForgotten, readForgotten } from '../segments/forgotten.ts';
import type { Forgotten } from '../segments/forgotten.ts';
import { joinBlocks, JOINED_BYTES } from '../segments/join-blocks.ts';
import { RefSet } from '../segments/ref-set.ts';
import type { Connection } from './connection.ts';
import { listSegments } from './log-records.ts';
import { readDeletions } from './read-log.ts';
import { answerOf } from './requests.ts';
import { changeFromReserve, isStorageFull } from './reserve.ts';
import { STORES } from './schema.ts';
import { segmentKey } from './segment-directory.ts';
import type { SegmentEntry } from './segment-directory.ts';

/** How much one transaction rewrites: other tabs' writes wait no longer than that takes. */
const STEP_BYTES: Bytes = 4 * 1024 * 1024;
const SMALL_BYTES: Bytes = JOINED_BYTES / 2;
/** So many small segments in a row are worth joining: a byte is rewritten a few times in its life, not each time. */
const SMALL_RUN = 16;

const COMPACTING = {
  stores: [STORES.segments, STORES.deletions],
  failure: 'Segments were not joined',
  isSilent: true,
};

/**
 * Joins small segments, and rewrites those with forgotten patches without them. Refs stay what they are. Resolves with
 * whether anything was rewritten; `isOver` ends it between two transactions. Without room on the disk it still makes
 * some, and joins nothing.
 *
 * @throws `storage-full` - there is none for a segment with forgotten patches.
 */
export async function compactLog(connection: Connection, isOver: () => boolean): Promise<boolean> {
  let hasChanged = await connection.change(COMPACTING, dropForgotten);
  try {
    while (!isOver() && (await connection.change(COMPACTING, compactSome))) hasChanged = true;
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    if (await compactOneByOne(connection, isOver)) hasChanged = true;
  }
  return hasChanged;
}

/** Drops segments of which all is forgotten. Only deletes, so it needs no room, and makes it for what comes after. */
async function dropForgotten(transaction: IDBTransaction): Promise<boolean> {
  const refs = refsOf(await openDeletions(transaction));
  const gone = withAny(await listSegments(transaction), refs).filter(
    ({ first, count }) => countWithin(refs, first, first + count) === count,
  );
  for (const entry of gone) transaction.objectStore(STORES.segments).delete(segmentKey(entry));
  return gone.length > 0;
}

/** Resolves with whether it rewrote anything. */
async function compactSome(transaction: IDBTransaction): Promise<boolean> {
  const entries = await listSegments(transaction);
  const deletions = await openDeletions(transaction);
  const refs = refsOf(deletions);
  if (refs.length > 0) {
    const dirty = upTo(STEP_BYTES, withAny(entries, refs));
    await rewrite(transaction, dirty, refs);
    const last = dirty.at(-1);
    letGoOfRefs(transaction, deletions, 0, last === undefined ? Infinity : last.first + last.count);
    return true;
  }
  return rewrite(transaction, upTo(STEP_BYTES, smallRun(entries)), refs);
}

/** Rewrites segments with forgotten patches in as little room as can be. Those that need too much come last, in vain. */
async function compactOneByOne(connection: Connection, isOver: () => boolean): Promise<boolean> {
  const tooLarge = new Set<PatchRef>();
  let hasChanged = false;
  let failure: unknown = null;
  for (;;) {
    let tried: SegmentEntry | undefined;
    const compactOne = async (transaction: IDBTransaction) => {
      const deletions = await openDeletions(transaction);
      const refs = refsOf(deletions);
      tried = withAny(await listSegments(transaction), refs).find(({ first }) => !tooLarge.has(first));
      if (tried === undefined) return;
      await rewrite(transaction, [tried], refs);
      letGoOfRefs(transaction, deletions, tried.first, tried.first + tried.count);
    };
    if (isOver()) return hasChanged;
    try {
      await changeFromReserve(connection, COMPACTING, compactOne);
      if (tried === undefined) break;
      hasChanged = true;
    } catch (error) {
      if (!isStorageFull(error) || tried === undefined) throw error;
      tooLarge.add(tried.first);
      failure = error;
    }
  }
  if (failure !== null) throw failure;
  return hasChanged;
}

/** Writes segments anew, as few as possible. What cannot be read stays as it is. */
async function rewrite(
  transaction: IDBTransaction,
  entries: readonly SegmentEntry[],
  forgotten: Uint32Array,
): Promise<boolean> {
  const segments = transaction.objectStore(STORES.segments);
  const blocks: Block[] = [];
  for (const entry of entries) {
    const block = Block.open((await answerOf(segments.get(segmentKey(entry)))) as Uint8Array);
    if (block === null) continue;
    blocks.push(block);
    segments.delete(segmentKey(entry));
  }
  const isForgotten = new RefSet();
  for (const ref of forgotten) isForgotten.add(ref);
  for (const joined of joinBlocks(blocks, (ref) => isForgotten.has(ref))) {
    const { head, length } = Block.open(joined) ?? unreadable();
    segments.put(joined.slice(), segmentKey({ first: head.firstRef, count: head.count, bytes: length }));
  }
  return blocks.length > 1;
}

function unreadable(): never {
  throw new Error('A segment that was just joined cannot be read.');
}

async function openDeletions(transaction: IDBTransaction): Promise<Map<PatchRef, Forgotten>> {
  const deletions = new Map<PatchRef, Forgotten>();
  for (const { ref, bytes } of await readDeletions(transaction, 0, Infinity)) {
    const block = Block.open(bytes);
    const forgotten = block && readForgotten(block);
    if (forgotten && forgotten.refs.length > 0) deletions.set(ref, forgotten);
  }
  return deletions;
}

/** Every forgotten ref that may still be somewhere, ascending. */
function refsOf(deletions: ReadonlyMap<PatchRef, Forgotten>): Uint32Array {
  const refs = new Set([...deletions.values()].flatMap((deletion) => deletion.refs));
  return Uint32Array.from(refs).toSorted();
}

/** The traces stay named, for tabs that have yet to drop them; patches between these refs are nowhere any more. */
function letGoOfRefs(
  transaction: IDBTransaction,
  deletions: ReadonlyMap<PatchRef, Forgotten>,
  from: PatchRef,
  end: PatchRef,
): void {
  const store = transaction.objectStore(STORES.deletions);
  for (const [ref, { traceIds, refs }] of deletions) {
    const left = refs.filter((gone) => gone < from || gone >= end);
    if (left.length < refs.length) store.put(encodeForgotten(ref, { traceIds, refs: left }).slice(), ref);
  }
}

/** The segments that cover any of these refs; both ascending. */
function withAny(entries: readonly SegmentEntry[], refs: Uint32Array): SegmentEntry[] {
  let at = 0;
  return entries.filter(({ first, count }) => {
    while ((refs[at] ?? Infinity) < first) at += 1;
    return (refs[at] ?? Infinity) < first + count;
  });
}

/** How many of these refs, ascending, lie in a range. */
function countWithin(refs: Uint32Array, from: PatchRef, end: PatchRef): number {
  const place = (limit: PatchRef) => {
    let [low, high] = [0, refs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((refs[middle] ?? limit) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return place(end) - place(from);
}

/** The first long row of small segments; empty when there is none. */
function smallRun(entries: readonly SegmentEntry[]): SegmentEntry[] {
  let run: SegmentEntry[] = [];
  for (const entry of entries) {
    if (entry.bytes < SMALL_BYTES) run.push(entry);
    else if (run.length >= SMALL_RUN) break;
    else run = [];
  }
  return run.length >= SMALL_RUN ? run : [];
}

/** The first of them that have so many bytes together. */
function upTo(limit: Bytes, entries: readonly SegmentEntry[]): SegmentEntry[] {
  let bytes = 0;
  return entries.filter((entry) => {
    bytes += entry.bytes;
    return bytes <= limit || bytes === entry.bytes;
  });
}
