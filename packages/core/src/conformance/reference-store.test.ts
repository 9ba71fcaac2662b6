import { referenceStore } from '../store/reference-store.ts';
import { describeTraceStore } from './describe-trace-store.ts';

describeTraceStore('referenceStore', { create: async () => referenceStore().traces });
