import type { Patch } from '../model/patch.ts';
import type { TraceId } from '../model/ids.ts';
import { referenceStore } from '../store/reference-store.ts';
import type { TraceStore } from '../store/trace-store.ts';
import type { StoreSettings, TraceStoreHarness } from './trace-store-subject.ts';

/** What a journal holds: writes and deletes in the order they were confirmed. */
export type JournalEntry = { readonly write: readonly Patch[] } | { readonly delete: readonly TraceId[] };

/**
 * The reference store with a memory: reopened, it does everything again. `recall` is what the journal still holds by
 * then; by default, all of it.
 */
export function journaledStores(
  recall: (journal: readonly JournalEntry[]) => readonly JournalEntry[] = (journal) => journal,
): TraceStoreHarness {
  let journal: JournalEntry[] = [];

  async function open(settings: StoreSettings): Promise<TraceStore> {
    const store = referenceStore(settings).traces;
    for (const entry of journal) {
      await ('write' in entry ? store.write(entry.write) : store.deleteTraces(entry.delete));
    }
    return {
      ...store,
      capabilities: { ...store.capabilities, durable: true },
      async write(patches, options) {
        await store.write(patches, options);
        journal.push({ write: patches });
      },
      async deleteTraces(traceIds, options) {
        await store.deleteTraces(traceIds, options);
        journal.push({ delete: traceIds });
      },
    };
  }

  return {
    create(settings) {
      journal = [];
      return open(settings);
    },
    reopen(settings) {
      journal = [...recall(journal)];
      return open(settings);
    },
  };
}
