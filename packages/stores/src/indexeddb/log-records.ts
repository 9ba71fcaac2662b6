import type { PatchRef } from '../log/patch-log.ts';
import type { Connection } from './connection.ts';
import { answerOf } from './requests.ts';
import { STORES } from './schema.ts';
import { readSegmentKey, segmentKey } from './segment-directory.ts';
import type { SegmentEntry } from './segment-directory.ts';

export const HEAD_KEY = 'head';

/** The next ref to be given; 0 for an empty log. */
export async function readHead(transaction: IDBTransaction): Promise<PatchRef> {
  const head: unknown = await answerOf(transaction.objectStore(STORES.head).get(HEAD_KEY));
  return typeof head === 'number' ? head : 0;
}

/** Every segment, by ref. */
export async function listSegments(transaction: IDBTransaction): Promise<SegmentEntry[]> {
  const keys = await answerOf(transaction.objectStore(STORES.segments).getAllKeys());
  return keys.map(readSegmentKey);
}

/** The bytes of segments; `undefined` for those that are not there any more. */
export async function readSegments(
  connection: Connection,
  entries: readonly SegmentEntry[],
): Promise<(readonly [SegmentEntry, Uint8Array | undefined])[]> {
  if (entries.length === 0) return [];
  const what = { stores: [STORES.segments], failure: 'Traces were not read' };
  return connection.read(what, (transaction) => {
    const segments = transaction.objectStore(STORES.segments);
    return Promise.all(
      entries.map(async (entry) => {
        const bytes: unknown = await answerOf(segments.get(segmentKey(entry)));
        return [entry, bytes as Uint8Array | undefined] as const;
      }),
    );
  });
}
