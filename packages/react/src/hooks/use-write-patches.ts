'use client';

import { useMutation } from '@tanstack/react-query';
import type { Patch } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';

/**
 * Writes patches to the provider's store; the store's own news of the change bring panels up to date. Fails with
 * `unsupported` where the store is read-only.
 *
 * @example
 * const write = useWritePatches();
 * write.mutate([judgementPatch({ traceId, name: 'helpful', value: 1, dataType: 'BOOLEAN', source: 'API' }, Date.now())]);
 */
export function useWritePatches() {
  const { store, queryClient } = useStoreContext();
  return useMutation<void, Error, readonly Patch[]>(
    { networkMode: 'always', mutationFn: (patches) => store.traces.write(patches) },
    queryClient,
  );
}
