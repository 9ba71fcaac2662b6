import { expect } from 'vitest';
import type { CallOptions } from '../store/call-options.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Chapter } from './chapter.ts';

const GREETING = { kind: 'prompt', name: 'chat/greeting v1 ä' } as const;

const CALLS: readonly ((store: DocumentStore, options?: CallOptions) => Promise<unknown>)[] = [
  (store, options) => store.write({ ...GREETING, body: 1 }, options),
  (store, options) => store.read(GREETING, options),
  (store, options) => store.list({ kind: 'prompt' }, options),
  (store, options) => store.listVersions(GREETING, options),
  (store, options) => store.setLabel({ ...GREETING, version: 1, label: 'x' }, options),
  (store, options) => store.delete(GREETING, options),
];

export const documentsChapter: Chapter<DocumentStore> = {
  title: 'documents',
  rules: [
    {
      title: 'counts versions from 1 and reads the newest unless asked otherwise',
      async check(store) {
        expect(await store.write({ ...GREETING, body: { text: 'hi' } })).toMatchObject({
          version: 1,
          labels: ['latest'],
        });
        expect(await store.write({ ...GREETING, body: { text: 'hello' } })).toMatchObject({ version: 2 });
        expect(await store.read(GREETING)).toMatchObject({
          ...GREETING,
          version: 2,
          body: { text: 'hello' },
        });
        expect(await store.read({ ...GREETING, version: 1 })).toMatchObject({
          body: { text: 'hi' },
          labels: [],
        });
        expect((await store.listVersions(GREETING)).map(({ version }) => version)).toEqual([2, 1]);
      },
    },
    {
      title: 'dates a version when it is written, and a copy when it is told to',
      async check(store) {
        const before = Date.now();
        const { createdAt } = await store.write({ ...GREETING, body: 1 });
        expect(createdAt).toBeGreaterThanOrEqual(before);
        expect(createdAt).toBeLessThanOrEqual(Date.now());
        expect(await store.write({ ...GREETING, body: 2, createdAt: 1234.5 })).toMatchObject({
          createdAt: 1234.5,
        });
        const versions = await store.listVersions(GREETING);
        expect(versions.map((version) => version.createdAt)).toEqual([1234.5, createdAt]);
      },
    },
    {
      title: 'knows nothing of documents, versions and labels nobody wrote',
      async check(store) {
        await store.write({ ...GREETING, body: 1 });
        expect(await store.read({ ...GREETING, kind: 'dataset' })).toBeNull();
        expect(await store.read({ ...GREETING, version: 2 })).toBeNull();
        expect(await store.read({ ...GREETING, label: 'production' })).toBeNull();
        expect(await store.listVersions({ kind: 'prompt', name: 'nobody' })).toEqual([]);
      },
    },
    {
      title: 'points a label at one version at a time',
      async check(store) {
        await store.write({ ...GREETING, body: 1, labels: ['production', 'a'] });
        await store.write({ ...GREETING, body: 2 });
        await store.setLabel({ ...GREETING, version: 2, label: 'production' });
        expect(await store.read({ ...GREETING, label: 'production' })).toMatchObject({ version: 2 });
        expect((await store.listVersions(GREETING)).map(({ labels }) => labels)).toEqual([
          ['latest', 'production'],
          ['a'],
        ]);
      },
    },
    {
      title: 'refuses a label for a version that is not there, and the label it keeps itself',
      async check(store) {
        await store.write({ ...GREETING, body: 1 });
        const label = (version: number, name: string) =>
          store.setLabel({ ...GREETING, version, label: name });
        await expect(label(2, 'production')).rejects.toMatchObject({ code: 'not-found' });
        await expect(label(1, 'latest')).rejects.toMatchObject({ code: 'bad-query' });
      },
    },
    {
      title: 'lets one of two writers win who read the same version',
      async check(store) {
        await store.write({ ...GREETING, body: 'first', expectedVersion: 0 });
        const writers = ['a', 'b'].map((body) => store.write({ ...GREETING, body, expectedVersion: 1 }));
        const outcomes = await Promise.allSettled(writers);
        expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
        expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
          reason: { code: 'conflict' },
        });
        expect(await store.listVersions(GREETING)).toHaveLength(2);
      },
    },
    {
      title: 'lists the newest version of every document of a kind, by name, page by page',
      async check(store) {
        for (const name of ['c', 'a', 'b', 'a']) await store.write({ kind: 'dataset', name, body: name });
        await store.write({ ...GREETING, body: 1 });
        const first = await store.list({ kind: 'dataset', limit: 2 });
        expect(first.items).toMatchObject([
          { name: 'a', version: 2 },
          { name: 'b', version: 1 },
        ]);
        const second = await store.list({ kind: 'dataset', limit: 2, cursor: first.nextCursor ?? undefined });
        expect(second).toMatchObject({ items: [{ name: 'c' }], nextCursor: null });
      },
    },
    {
      title: 'forgets a deleted document with all its versions',
      async check(store) {
        await store.write({ ...GREETING, body: 1 });
        await store.write({ kind: 'prompt', name: 'other', body: 1 });
        await store.delete(GREETING);
        await store.delete(GREETING);
        expect(await store.read(GREETING)).toBeNull();
        expect((await store.list({ kind: 'prompt' })).items).toMatchObject([{ name: 'other' }]);
        expect(await store.write({ ...GREETING, body: 2 })).toMatchObject({ version: 1 });
      },
    },
    {
      title: 'rejects every call with aborted after an abort and with closed after a close',
      async check(store) {
        await store.write({ ...GREETING, body: 1 });
        for (const call of CALLS) {
          await expect(call(store, { signal: AbortSignal.abort() })).rejects.toMatchObject({
            code: 'aborted',
          });
        }
        expect(await store.listVersions(GREETING)).toHaveLength(1);
        await store.close();
        await store.close();
        for (const call of CALLS) await expect(call(store)).rejects.toMatchObject({ code: 'closed' });
      },
    },
  ],
};
