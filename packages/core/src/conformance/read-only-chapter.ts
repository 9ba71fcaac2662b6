import { expect } from 'vitest';
import type { Chapter } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

/** What a store keeps to that only shows what others write. */
export const readOnlyChapter: Chapter<TraceStoreSubject> = {
  title: 'read-only',
  rules: [
    {
      title: 'says that it is read-only, and which contract it keeps',
      async check({ store }) {
        expect(store.contract).toBe(1);
        expect(store.capabilities).toMatchObject({ writable: false, durable: false });
      },
    },
    {
      title: 'refuses to write and to delete with unsupported',
      async check({ store }) {
        const refusal = { code: 'unsupported', retryable: false };
        await expect(store.write([])).rejects.toMatchObject(refusal);
        await expect(store.write([{ kind: 'trace', id: 't', at: 1 }])).rejects.toMatchObject(refusal);
        await expect(store.deleteTraces(['t'])).rejects.toMatchObject(refusal);
        expect(await store.readTrace('t')).toBeNull();
      },
    },
    {
      title: 'refuses even that with aborted or closed where the call is not wanted, or the store is over',
      async check({ store }) {
        const signal = AbortSignal.abort();
        await expect(store.write([], { signal })).rejects.toMatchObject({ code: 'aborted' });
        await expect(store.deleteTraces([], { signal })).rejects.toMatchObject({ code: 'aborted' });
        await store.close();
        await expect(store.write([])).rejects.toMatchObject({ code: 'closed' });
        await expect(store.deleteTraces([])).rejects.toMatchObject({ code: 'closed' });
      },
    },
    {
      title: 'takes subscribers, and lets them go',
      async check({ store }) {
        const end = store.subscribe(() => undefined);
        expect(() => end()).not.toThrow();
      },
    },
  ],
};
