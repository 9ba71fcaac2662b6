import type { TraceStore } from '../store/trace-store.ts';
import { walkPages } from './walk-pages.ts';

/** All that a store can tell: its lists, and every trace with its payloads. */
export async function readEverything(store: TraceStore) {
  const order = { field: 'id', direction: 'asc' } as const;
  const traces = await walkPages(store, 'traces', { order });
  const details = [];
  for (const { id } of traces) {
    const structure = await store.readTrace(id);
    const observationIds = structure?.observations.map((observation) => observation.id) ?? [];
    details.push({ structure, payloads: await store.readPayloads({ traceId: id, observationIds }) });
  }
  return {
    traces,
    details,
    observations: await walkPages(store, 'observations', { order }),
    sessions: await walkPages(store, 'sessions', { order }),
    users: await walkPages(store, 'users', { order }),
    scores: await walkPages(store, 'scores', { order }),
  };
}
