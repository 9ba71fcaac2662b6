import type { MediaStore } from '../store/media-store.ts';
import { registerChapters } from './chapter.ts';
import { mediaChapter } from './media-chapter.ts';

/** How the suite gets at a media store. */
export interface MediaStoreHarness {
  /** Opens an empty store. Called before each test. */
  create(): Promise<MediaStore>;
}

/** Registers the tests that every `MediaStore` must pass. */
export function describeMediaStore(name: string, harness: MediaStoreHarness): void {
  registerChapters(`${name} keeps the MediaStore contract`, [mediaChapter], {
    open: () => harness.create(),
    close: (store) => store.close(),
  });
}
