import type { Store } from '@oriel/core';
import { memoryStore } from '@oriel/stores/memory';
import type { CollectorOptions } from '../collector-options.ts';
import { serve } from '../node/serve.ts';
import type { CollectorServer } from '../node/serve.ts';
import { testCollector } from './test-collector.ts';
import type { TestCollector } from './test-collector.ts';

export interface ServedCollector extends TestCollector {
  readonly server: CollectorServer;
  readonly store: Store;
}

/** A collector over memory behind a real port of this machine. */
export async function servedCollector(options: Partial<CollectorOptions> = {}): Promise<ServedCollector> {
  const test = testCollector({ store: memoryStore(), ...options });
  return { ...test, server: await serve({ collector: test.collector }) };
}
