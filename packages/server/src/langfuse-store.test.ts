import { LangfuseClient } from '@langfuse/client';
import { describeReadOnlyTraceStore } from '@oriel/core/conformance';
import type { StoreSettings } from '@oriel/core/conformance';
import { langfuseStore } from '@oriel/stores/langfuse';
import { memoryStore } from '@oriel/stores/memory';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Collector } from './create-collector.ts';
import { ORIGIN, PUBLIC_KEY, SECRET_KEY, testCollector } from './testing/test-collector.ts';

let collector: Collector;

// The client knows no `fetch` but the platform's. Over a port the same would take three times as long; what it is like
// there, `sdks/langfuse-store.test.ts` tells.
beforeEach(() => {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => collector(new Request(url, init)));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Langfuse's own client at the API that a collector over memory serves. */
async function open({ idKeys }: StoreSettings) {
  const { collector: served, store } = testCollector({ store: memoryStore() });
  collector = served;
  const client = new LangfuseClient({ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY, baseUrl: ORIGIN });
  const { traces } = await langfuseStore({ client, reads: 'v3', idKeys });
  return { store: traces, source: store.traces };
}

/** All of the generated queries where there is time for them; a part of them tells most of it. */
const share = process.env['ORIEL_ALL_QUERIES'] ? 1 : 0.02;

describeReadOnlyTraceStore('langfuseStore', { create: open, share });
