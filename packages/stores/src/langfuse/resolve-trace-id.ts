import { traceIdCandidates } from '@oriel/core';
import type { Filter, Patch, TraceId } from '@oriel/core';
import { hasMetadata } from './server-condition.ts';
import { readAll } from './questions.ts';
import { queryNeeds } from './query-needs.ts';
import type { ReadCall, ServerReads } from './server-reads.ts';

export interface AnyId {
  readonly anyId: string;
  readonly idKeys: readonly string[];
  /** Only among the traces that meet it. */
  readonly traces: Filter | undefined;
}

/** The trace somebody means by an id of their own: by ids first, then by what its metadata carries. */
export async function resolveTraceId(
  reads: ServerReads,
  { anyId, idKeys, traces }: AnyId,
  call: ReadCall,
): Promise<TraceId | null> {
  if (anyId === '') return null;
  const candidates = traceIdCandidates(anyId);
  const known = await listed(reads, candidates, traces, call);
  const found = candidates.find((id) => known.includes(id));
  if (found !== undefined) return found;
  const carriers = await Promise.all(idKeys.map((key) => carriersOf(reads, key, anyId, call)));
  return (await listed(reads, carriers.flat(), traces, call))[0] ?? null;
}

/** Which of some traces there are, in the order of lists. */
async function listed(
  reads: ServerReads,
  ids: readonly TraceId[],
  traces: Filter | undefined,
  call: ReadCall,
): Promise<readonly TraceId[]> {
  if (ids.length === 0) return [];
  const query = { filter: { field: 'id', op: 'any-of', value: ids }, traces } as const;
  const window = await readAll(reads, { view: 'traces', query, needs: queryNeeds('traces', query) }, call);
  return (await window.store.listTraces({ ...query, limit: Math.min(ids.length, 1000) })).items.map(
    ({ id }) => id,
  );
}

/** Traces that carry a text under a key. */
async function carriersOf(
  reads: ServerReads,
  key: string,
  text: string,
  call: ReadCall,
): Promise<readonly TraceId[]> {
  const found = new Set<TraceId>();
  const feed = reads.feeds.traces({
    ...call,
    conditions: [hasMetadata(key, text)],
    before: null,
    pageSize: 100,
    needs: { payloads: true, scores: false, traces: false },
  });
  for await (const { patches } of feed) {
    for (const patch of patches) {
      if (patch.kind === reads.metadataOn && carries(patch, key, text)) {
        found.add(patch.kind === 'trace' ? patch.id : (patch.traceId ?? ''));
      }
    }
  }
  return [...found];
}

/** The server compares what it has made of the metadata: numbers are texts there. */
function carries(
  { metadata }: Patch & { readonly metadata?: Patch['metadata'] },
  key: string,
  text: string,
): boolean {
  return metadata !== undefined && Object.hasOwn(metadata, key) && metadata[key] === text;
}
