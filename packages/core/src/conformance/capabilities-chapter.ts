import { expect } from 'vitest';
import type { Chapter } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

export const capabilitiesChapter: Chapter<TraceStoreSubject> = {
  title: 'capabilities',
  rules: [
    {
      title: 'claims to be durable exactly when it can be reopened',
      async check({ store, reopen }) {
        expect(store.capabilities.durable).toBe(reopen !== undefined);
      },
    },
    {
      title: 'says which contract it keeps and how much one write may hold',
      async check({ store }) {
        expect(store.contract).toBe(1);
        expect(store.capabilities.writable).toBe(true);
        expect(store.capabilities.maxBatch).toBeGreaterThanOrEqual(1);
      },
    },
  ],
};
