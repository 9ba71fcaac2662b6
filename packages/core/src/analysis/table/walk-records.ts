import type { Order, RecordQuery } from '../../query/page.ts';
import type { View, ViewItems } from '../../query/view-record.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';

export interface WalkOptions extends CallOptions {
  /** Records in one read. Default 500. */
  readonly pageSize?: number | undefined;
}

const PAGE = 500;
const METHODS = {
  traces: 'listTraces',
  observations: 'listObservations',
  sessions: 'listSessions',
  users: 'listUsers',
  scores: 'listScores',
} as const satisfies Record<View, keyof TraceStore>;

/** Every record that a query finds, page by page: each exactly once, even while others are written. */
export async function* walkRecords<V extends View>(
  store: TraceStore,
  view: V,
  query: RecordQuery & { readonly order?: Order | undefined },
  { pageSize = PAGE, signal }: WalkOptions = {},
): AsyncGenerator<readonly ViewItems[V][]> {
  let cursor: string | undefined;
  do {
    const page = await store[METHODS[view]]({ ...query, limit: pageSize, cursor }, { signal });
    if (page.items.length > 0) yield page.items as readonly ViewItems[V][];
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
