import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { Connection } from './connection.ts';
import { readHead } from './log-records.ts';
import { answerOf, walk } from './requests.ts';
import { STORES } from './schema.ts';
import { readSegmentKey, segmentKey } from './segment-directory.ts';
import type { SegmentEntry } from './segment-directory.ts';

/** How much is read at once. */
const PART_BYTES: Bytes = 4 * 1024 * 1024;

/** One change that some tab made. */
export type LogEntry =
  | { readonly type: 'segment'; readonly entry: SegmentEntry; readonly bytes: Uint8Array }
  | { readonly type: 'deletion'; readonly ref: PatchRef; readonly bytes: Uint8Array };

/** Changes in the order they were made. */
export interface LogPart {
  readonly entries: readonly LogEntry[];
  /** Where the part ends and the next begins. */
  readonly end: PatchRef;
}

/**
 * The next changes from a position on; nothing when there are none. A segment may begin before the position: its
 * first patches were joined with what followed.
 */
export function readLogFrom(connection: Connection, position: PatchRef): Promise<LogPart> {
  const stores = [STORES.segments, STORES.deletions, STORES.head];
  return connection.read({ stores, failure: 'What other tabs wrote was not read' }, async (transaction) => {
    const head = await readHead(transaction);
    if (head <= position) return { entries: [], end: position };
    const segments = transaction.objectStore(STORES.segments);
    const { taken, end } = firstPart(await segmentsFrom(segments, position), head);
    const values = await Promise.all(taken.map((entry) => answerOf(segments.get(segmentKey(entry)))));
    const written = taken.map((entry, place): LogEntry => {
      return { type: 'segment', entry, bytes: values[place] as Uint8Array };
    });
    const deleted = await readDeletions(transaction, position, end);
    return { entries: [...written, ...deleted].toSorted((a, b) => refOf(a) - refOf(b)), end };
  });
}

/** The deletions from a position on, before another. */
export async function readDeletions(
  transaction: IDBTransaction,
  from: PatchRef,
  end: PatchRef,
): Promise<(LogEntry & { readonly type: 'deletion' })[]> {
  if (from >= end) return [];
  const deletions = transaction.objectStore(STORES.deletions);
  const range = IDBKeyRange.bound(from, end, false, true);
  const [refs, values] = await Promise.all([
    answerOf(deletions.getAllKeys(range)),
    answerOf(deletions.getAll(range)),
  ]);
  return refs.map((ref, place) => ({
    type: 'deletion',
    ref: ref as PatchRef,
    bytes: values[place] as Uint8Array,
  }));
}

async function segmentsFrom(segments: IDBObjectStore, position: PatchRef): Promise<SegmentEntry[]> {
  const found: SegmentEntry[] = [];
  await walk(segments.openKeyCursor(null, 'prev'), ({ key }) => {
    const entry = readSegmentKey(key);
    if (entry.first + entry.count <= position) return 'stop';
    found.push(entry);
    return 'next';
  });
  return found.toReversed();
}

/** As many segments as are read at once, and the ref before which everything is in them. */
function firstPart(all: readonly SegmentEntry[], head: PatchRef) {
  let bytes = 0;
  const taken: SegmentEntry[] = [];
  for (const entry of all) {
    if (bytes >= PART_BYTES) return { taken, end: entry.first };
    taken.push(entry);
    bytes += entry.bytes;
  }
  return { taken, end: head };
}

function refOf(entry: LogEntry): PatchRef {
  return entry.type === 'segment' ? entry.entry.first : entry.ref;
}
