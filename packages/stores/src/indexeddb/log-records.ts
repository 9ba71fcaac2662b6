import type { PatchRef } from '../log/patch-log.ts';
import { answerOf } from './requests.ts';
import { STORES } from './schema.ts';
import { readSegmentKey } from './segment-directory.ts';
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
