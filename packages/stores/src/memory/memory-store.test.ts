import { describeDocumentStore, describeMediaStore, describeTraceStore } from '@oriel/core/conformance';
import { memoryStore } from './memory-store.ts';

describeTraceStore('memoryStore', { create: async (settings) => memoryStore(settings).traces });
describeDocumentStore('memoryStore', { create: async () => memoryStore().documents });
describeMediaStore('memoryStore', { create: async () => memoryStore().media });
