import { mediaAddress, StoreError } from '@oriel/core';
import type { Bytes, Media, MediaContent, MediaStore } from '@oriel/core';
import { CallGate } from './call-gate.ts';
import type { Connection } from './connection.ts';
import { answerOf } from './requests.ts';
import { STORES } from './schema.ts';

/** What browsers take as one value without trouble. */
const MAX_BYTES: Bytes = 256 * 1024 * 1024;

/** The `MediaStore` contract: a record for each content. */
export function indexedDbMedia(connection: Connection, onClosed: () => void): MediaStore {
  const gate = new CallGate(onClosed);
  const stores = [STORES.media];

  return {
    contract: 1,
    capabilities: { maxBytes: MAX_BYTES },

    write: ({ contentType, bytes }, options) =>
      gate.call(options, () => {
        if (bytes.length > MAX_BYTES) {
          throw new StoreError(
            'too-large',
            `Media may have ${MAX_BYTES} bytes at most, not ${bytes.length}.`,
          );
        }
        const media: Media = { ...mediaAddress(bytes), contentType, contentLength: bytes.length };
        const content: MediaContent = { ...media, bytes: bytes.slice() };
        return connection.change({ stores, failure: 'The media were not stored' }, async (transaction) => {
          const contents = transaction.objectStore(STORES.media);
          const known = await read(contents, media.id);
          if (known === null) {
            contents.put(content, media.id);
            return media;
          }
          const { bytes: _, ...description } = known;
          return description;
        });
      }),

    read: (id, options) =>
      gate.call(options, () =>
        connection.read({ stores, failure: 'The media were not read' }, (transaction) =>
          read(transaction.objectStore(STORES.media), id),
        ),
      ),

    close: () => gate.close(),
  };
}

async function read(contents: IDBObjectStore, id: string): Promise<MediaContent | null> {
  return ((await answerOf(contents.get(id))) as MediaContent | undefined) ?? null;
}
