import type { Bytes } from '@oriel/core';

/** What a host should show somebody or write down; nothing that was acknowledged is lost by any of them but `damaged`. */
export type IndexedDbEvent =
  /** The browser gave no more room, so a call was rejected with `storage-full`. Reads go on. */
  | {
      readonly type: 'storage-full';
      /** What the site takes and may take; `null` where the browser does not say. */
      readonly usage: Bytes | null;
      readonly quota: Bytes | null;
    }
  /** The disk gave back other bytes than were written. Everything else of the log is there. */
  | { readonly type: 'damaged'; readonly lostPatches: number }
  /** A page of a newer version took the database over; every further call rejects with `closed`. */
  | { readonly type: 'superseded' }
  /** The browser took the database away, as when somebody clears the site's data; every further call rejects. */
  | { readonly type: 'taken-away' }
  /** Work in the background failed (joining segments, retention). It is tried again. */
  | { readonly type: 'upkeep-failed'; readonly error: unknown };
