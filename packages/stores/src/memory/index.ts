export { memoryStore } from './memory-store.ts';
export type { MemoryStore, MemoryStoreOptions, MemoryUsage } from './memory-store.ts';
