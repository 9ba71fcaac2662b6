import { expect } from 'vitest';
import type { MediaStore } from '../store/media-store.ts';
import type { Chapter } from './chapter.ts';

const HELLO = new TextEncoder().encode('Hello, World!');
const HELLO_MEDIA = {
  id: '3_1gIbsr1bCvZ2KQgJ7DpT',
  sha256: '3/1gIbsr1bCvZ2KQgJ7DpTGR3YHH9wpLKGiKNiGCmG8=',
  contentType: 'text/plain',
  contentLength: 13,
};

export const mediaChapter: Chapter<MediaStore> = {
  title: 'media',
  rules: [
    {
      title: 'files bytes under the id of their content and gives them back',
      async check(store) {
        expect(await store.write({ contentType: 'text/plain', bytes: HELLO })).toEqual(HELLO_MEDIA);
        const content = await store.read(HELLO_MEDIA.id);
        expect(content).toMatchObject(HELLO_MEDIA);
        expect(Array.from(content?.bytes ?? [])).toEqual(Array.from(HELLO));
      },
    },
    {
      title: 'keeps the same bytes once, as they were described first',
      async check(store) {
        await store.write({ contentType: 'text/plain', bytes: HELLO });
        expect(await store.write({ contentType: 'image/png', bytes: HELLO })).toEqual(HELLO_MEDIA);
      },
    },
    {
      title: 'keeps what was written, whatever the caller does with its bytes',
      async check(store) {
        const bytes = Uint8Array.from(HELLO);
        await store.write({ contentType: 'text/plain', bytes });
        bytes.fill(0);
        (await store.read(HELLO_MEDIA.id))?.bytes.fill(0);
        expect(Array.from((await store.read(HELLO_MEDIA.id))?.bytes ?? [])).toEqual(Array.from(HELLO));
      },
    },
    {
      title: 'takes media without bytes',
      async check(store) {
        const { id } = await store.write({ contentType: 'text/plain', bytes: new Uint8Array() });
        expect((await store.read(id))?.bytes).toHaveLength(0);
      },
    },
    {
      title: 'knows nothing of bytes nobody wrote',
      async check(store) {
        expect(await store.read(HELLO_MEDIA.id)).toBeNull();
      },
    },
    {
      title: 'rejects every call with aborted after an abort and with closed after a close',
      async check(store) {
        const write = (signal?: AbortSignal) =>
          store.write({ contentType: 'text/plain', bytes: HELLO }, { signal });
        const read = (signal?: AbortSignal) => store.read(HELLO_MEDIA.id, { signal });
        await expect(write(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
        await expect(read(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
        expect(await read()).toBeNull();
        await store.close();
        await store.close();
        await expect(write()).rejects.toMatchObject({ code: 'closed' });
        await expect(read()).rejects.toMatchObject({ code: 'closed' });
      },
    },
  ],
};
