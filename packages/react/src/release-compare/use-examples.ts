'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import { exampleCalls, exampleRuns, exampleTraces } from '@oriel/core';
import type { ComparedMeasure, Mover, MoverMeasure, RecordQuery, Sides, TraceStore } from '@oriel/core';
import { storeKey } from '../queries/query-keys.ts';
import { readPolicy } from '../queries/read-policy.ts';
import { useStoreContext } from '../provider/store-context.ts';
import type { CompareExample } from './example-list.tsx';

/** What examples are wanted of: a measure, or a name, model or tool that moved. */
export type ExampleRequest =
  | { readonly kind: 'measure'; readonly measure: ComparedMeasure }
  | { readonly kind: 'mover'; readonly mover: Mover; readonly measure: MoverMeasure };

/** Examples of either side; `null` while they are loaded. */
export interface SideExamples {
  readonly baseline: readonly CompareExample[] | null;
  readonly candidate: readonly CompareExample[] | null;
}

const COUNT = 5;

/** Loads the traces or calls of both sides that show best what is asked for. */
export function useExamples(
  sides: Sides | null,
  request: ExampleRequest | null,
  scoreDirections?: Readonly<Record<string, 'higher' | 'lower'>>,
): SideExamples {
  const { store, queryClient } = useStoreContext();
  const key = [...storeKey(store.traces), 'comparison-examples', sides, request, scoreDirections];
  const { data } = useQuery(
    {
      ...readPolicy,
      queryKey: key,
      queryFn:
        sides && request
          ? async ({ signal }) => {
              const read = (side: RecordQuery) =>
                readExamples(store.traces, side, request, { scoreDirections, signal });
              const [baseline, candidate] = await Promise.all([read(sides.baseline), read(sides.candidate)]);
              return { baseline, candidate };
            }
          : skipToken,
    },
    queryClient,
  );
  return data ?? { baseline: null, candidate: null };
}

interface ReadOptions {
  readonly scoreDirections: Readonly<Record<string, 'higher' | 'lower'>> | undefined;
  readonly signal: AbortSignal;
}

async function readExamples(
  store: TraceStore,
  side: RecordQuery,
  request: ExampleRequest,
  { scoreDirections, signal }: ReadOptions,
): Promise<readonly CompareExample[]> {
  if (request.kind === 'measure') {
    const query = exampleTraces(side, request.measure, scoreDirections);
    const { items } = await store.listTraces({ ...query, limit: COUNT }, { signal });
    return items.map((record) => ({ traceId: record.id, observationId: null, record }));
  }
  if (request.mover.kind === 'trace') {
    const query = exampleRuns(side, request.mover, request.measure);
    const { items } = await store.listTraces({ ...query, limit: COUNT }, { signal });
    return items.map((record) => ({ traceId: record.id, observationId: null, record }));
  }
  const query = exampleCalls(side, request.mover, request.measure);
  if (query === null) return [];
  const { items } = await store.listObservations({ ...query, limit: COUNT }, { signal });
  return items.map((record) => ({ traceId: record.traceId, observationId: record.id, record }));
}
