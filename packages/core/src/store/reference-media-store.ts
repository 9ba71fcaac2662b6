import { mediaAddress } from '../model/media-id.ts';
import { throwIfAborted } from './call-options.ts';
import type { CallOptions } from './call-options.ts';
import type { MediaContent, MediaStore } from './media-store.ts';
import { StoreError } from './store-error.ts';

const MAX_BYTES = 256 * 1024 * 1024;

/** The media half of `referenceStore`. */
export function referenceMediaStore(): MediaStore {
  const contents = new Map<string, MediaContent>();
  let isClosed = false;

  async function call<Answer>(options: CallOptions | undefined, answer: () => Answer): Promise<Answer> {
    if (isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
    return answer();
  }

  return {
    contract: 1,
    capabilities: { maxBytes: MAX_BYTES },

    write: ({ contentType, bytes }, options) =>
      call(options, () => {
        if (bytes.length > MAX_BYTES) {
          throw new StoreError(
            'too-large',
            `Media may have ${MAX_BYTES} bytes at most, not ${bytes.length}.`,
          );
        }
        const address = mediaAddress(bytes);
        const known = contents.get(address.id);
        const content = known ?? {
          ...address,
          contentType,
          contentLength: bytes.length,
          bytes: bytes.slice(),
        };
        contents.set(address.id, content);
        const { bytes: _, ...media } = content;
        return media;
      }),

    read: (id, options) =>
      call(options, () => {
        const content = contents.get(id);
        return content ? { ...content, bytes: content.bytes.slice() } : null;
      }),

    close() {
      isClosed = true;
      return Promise.resolve();
    },
  };
}
