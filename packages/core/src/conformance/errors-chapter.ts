import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import type { PageQuery } from '../query/page.ts';
import { StoreError } from '../store/store-error.ts';
import type { Chapter, Rule } from './chapter.ts';
import { TRACE_STORE_CALLS } from './trace-store-calls.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

const TRACE: Patch = { kind: 'trace', id: 't', at: 1, name: 'kept' };

export const errorsChapter: Chapter<TraceStoreSubject> = {
  title: 'errors',
  rules: [
    ...Object.entries(TRACE_STORE_CALLS).flatMap(([method, call]): Rule<TraceStoreSubject>[] => [
      {
        title: `${method} rejects with aborted when its signal is aborted already, and changes nothing`,
        async check({ store }) {
          await store.write([TRACE]);
          const error = await rejection(call(store, { signal: AbortSignal.abort() }));
          expect(error).toMatchObject({ code: 'aborted', retryable: false });
          expect((await store.listTraces()).items).toMatchObject([{ id: 't', name: 'kept' }]);
        },
      },
      {
        title: `${method} rejects with closed after the store was closed`,
        async check({ store }) {
          await store.write([TRACE]);
          await store.close();
          expect(await rejection(call(store))).toMatchObject({ code: 'closed', retryable: false });
        },
      },
    ]),
    {
      title: 'may be closed twice',
      async check({ store }) {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      },
    },
    {
      title: 'answers a call whose signal is not aborted',
      async check({ store }) {
        await store.write([TRACE], { signal: new AbortController().signal });
        expect(await store.resolveTraceId('t', {}, { signal: new AbortController().signal })).toBe('t');
      },
    },
    {
      title: 'rejects with a StoreError, whatever is wrong',
      async check({ store }) {
        const wrong: PageQuery[] = [
          { cursor: 'no cursor' },
          { cursor: '' },
          { cursor: '5' },
          { cursor: 'null' },
          { cursor: '%' },
          { limit: 0 },
          { limit: Number.NaN },
          { filter: { field: 'nobody', op: '=', value: 1 } },
          { order: { field: 'nobody', direction: 'asc' } },
        ];
        for (const query of wrong) {
          const error = await rejection(store.listTraces(query));
          expect(error.message.length).toBeGreaterThan(10);
        }
      },
    },
  ],
};

async function rejection(answer: Promise<unknown>): Promise<StoreError> {
  const error: unknown = await answer.then(
    () => new Error('The call resolved, although it has to reject.'),
    (reason: unknown) => reason,
  );
  if (!StoreError.is(error)) throw new Error('Not a StoreError.', { cause: error });
  return error;
}
