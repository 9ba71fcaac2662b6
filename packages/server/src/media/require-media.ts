import type { MediaStore } from '@oriel/core';
import { Refusal } from '../http/refusal.ts';

export const NO_SUCH_MEDIA = 'There are no such bytes. They may not have been uploaded yet.';

/** @throws Refusal 501 - the store has no place for media, or none that this sender may see. */
export function requireMedia(media: MediaStore | undefined): MediaStore {
  if (media) return media;
  throw new Refusal(
    501,
    'This collector keeps no media for these credentials. Use the secret key, and a store with `media`.',
  );
}
