export type { RetentionPolicy } from '../retention/expired-traces.ts';
export { openIndexedDbStore } from './open-indexeddb-store.ts';
export type { IndexedDbStore, OpenIndexedDbStoreOptions } from './open-indexeddb-store.ts';
export type { TracesMemoryUsage } from './open-traces.ts';
export type { IndexedDbEvent } from './store-event.ts';
