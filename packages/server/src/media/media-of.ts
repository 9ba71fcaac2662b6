import type { MediaStore } from '@oriel/core';
import { Refusal } from '../http/refusal.ts';
import type { Call } from '../route.ts';

export const NO_SUCH_MEDIA = 'There are no such bytes. They may not have been uploaded yet.';

/** @throws Refusal 501 - the store has no place for media, or none that this sender may see. */
export function mediaOf({ store }: Pick<Call, 'store'>): MediaStore {
  if (store.media) return store.media;
  throw new Refusal(
    501,
    'This collector keeps no media for these credentials. Use the secret key, and a store with `media`.',
  );
}
