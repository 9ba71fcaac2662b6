import { StoreError } from '@oriel/core';
import type { Store } from '@oriel/core';
import type { ParsedMedia } from '../media/parsed-media.ts';
import type { RejectedItem } from '../rejected-item.ts';
import type { Retry } from './retry.ts';

export interface StoredMedia {
  readonly kept: number;
  /** Media that the store has no place for or refused, each with the reason. */
  readonly rejected: readonly RejectedItem[];
}

interface StoreMediaOptions {
  readonly store: Store;
  readonly retry: Retry;
  readonly signal?: AbortSignal | undefined;
  readonly onStored: () => void;
}

/**
 * Writes the media of a payload. One that the store refuses is listed and costs no other; media announced without
 * bytes is passed over, its bytes come in a payload of their own.
 *
 * @throws StoreError `aborted`, `closed`
 */
export async function storeMedia(
  media: readonly ParsedMedia[],
  { store, retry, signal, onStored }: StoreMediaOptions,
): Promise<StoredMedia> {
  const rejected: RejectedItem[] = [];
  let kept = 0;
  for (const { id, contentType, bytes } of media) {
    if (!bytes) continue;
    const problem = mediaProblem(bytes.length, store) ?? (await write(contentType, bytes));
    if (problem === null) {
      kept += 1;
      onStored();
    } else {
      rejected.push({ where: `media ${id}`, reason: problem });
    }
  }
  return { kept, rejected };

  async function write(contentType: string, bytes: Uint8Array): Promise<string | null> {
    try {
      await retry(async () => store.media?.write({ contentType, bytes }, signal && { signal }), signal);
      return null;
    } catch (error) {
      if (!StoreError.is(error) || error.code === 'aborted' || error.code === 'closed') throw error;
      return `The store refused the media (${error.code}), so it was not kept: ${error.message} Send it again later.`;
    }
  }
}

function mediaProblem(length: number, { media }: Store): string | null {
  if (!media) {
    return 'The store has no place for media, so the bytes were not kept. Give the pipeline a store with `media`.';
  }
  if (length > media.capabilities.maxBytes) {
    return `The media has ${length} bytes and the store takes ${media.capabilities.maxBytes}, so it was not kept. Send smaller media, or use a store that takes more.`;
  }
  return null;
}
