import { StoreError } from '@oriel/core';
import type { Bytes } from '@oriel/core';
import type { Connection, Transacting } from './connection.ts';
import { answerOf } from './requests.ts';
import { STORES } from './schema.ts';
import { dropSnapshot } from './snapshot-records.ts';

/** Some segments rewritten one at a time, or notes of many deletions. */
const RESERVE_BYTES: Bytes = 1024 * 1024;
const RESERVE_KEY = 'reserve';
/** What browsers fill at once. */
const NOISE_BYTES: Bytes = 65_536;

/**
 * A record of nothing, given up when there is no room left to note what makes room. Whoever stores more puts it back
 * first, so that nobody fills the disk to where nothing can be deleted any more. It has to be on the disk: what a browser
 * still gives is known to nobody before it refuses.
 *
 *     ████████████████████████████ traces ▒▒▒▒ reserve │ quota       full: nothing more is stored
 *     ████████████████████████████ traces ░              deletions   the reserve is given up for them
 *     ███████████  ████  █████████ traces ▒▒▒▒ reserve               rewritten; the reserve is put back
 *
 * Giving it up is a transaction of its own, which does nothing but delete: browsers let that pass without any room, but
 * do not count what a transaction deletes for what it puts. Nothing is lost where a tab dies in between.
 */
export async function keepReserve(transaction: IDBTransaction): Promise<void> {
  const head = transaction.objectStore(STORES.head);
  if ((await answerOf(head.getKey(RESERVE_KEY))) === undefined) head.put(noise(RESERVE_BYTES), RESERVE_KEY);
}

/** Makes a change that makes room, without having any. What is given up for it is made anew when there is room again. */
export async function changeFromReserve<Answer>(
  connection: Connection,
  what: Transacting,
  work: (transaction: IDBTransaction) => Promise<Answer>,
): Promise<Answer> {
  for (const giveUp of [dropReserve, dropSnapshot]) {
    try {
      return await connection.change({ ...what, isSilent: true }, work);
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      await giveUp(connection);
    }
  }
  return connection.change(what, work);
}

export function isStorageFull(error: unknown): boolean {
  return StoreError.is(error) && error.code === 'storage-full';
}

/** Puts the reserve back if there is room. */
export async function restoreReserve(connection: Connection): Promise<void> {
  const what = { stores: [STORES.head], failure: 'Room for deletions was not set aside', isSilent: true };
  try {
    await connection.change(what, keepReserve);
  } catch (error) {
    if (!isStorageFull(error)) throw error;
  }
}

function dropReserve(connection: Connection): Promise<void> {
  const what = { stores: [STORES.head], failure: 'Room for deletions was not given free' };
  return connection.change(what, async (transaction) => {
    transaction.objectStore(STORES.head).delete(RESERVE_KEY);
  });
}

/** Bytes that no browser compresses. */
function noise(length: Bytes): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += NOISE_BYTES)
    crypto.getRandomValues(bytes.subarray(at, at + NOISE_BYTES));
  return bytes;
}
