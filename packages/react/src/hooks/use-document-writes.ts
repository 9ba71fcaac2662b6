'use client';

import { useMutation } from '@tanstack/react-query';
import type { DocumentName, DocumentVersion, DocumentWrite } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { documentKey, documentListKey, documentsOf } from '../queries/document-query.ts';

/**
 * Writes the next version of a document; lists and readers of it read again. Give the `expectedVersion` that was
 * changed, and a change of somebody else's in between fails with `conflict` instead of being lost.
 *
 * @example
 * const write = useWriteDocument();
 * write.mutate({ kind: 'dashboard', name: 'costs', body, expectedVersion: document.version });
 */
export function useWriteDocument() {
  const { store, queryClient } = useStoreContext();
  const refresh = useRefresh();
  return useMutation<DocumentVersion, Error, DocumentWrite>(
    {
      networkMode: 'always',
      mutationFn: (document) => call(() => documentsOf(store).write(document)),
      // After a conflict, too: what somebody else wrote is what is to be seen now.
      onSettled: (_, __, document) => refresh(document),
    },
    queryClient,
  );
}

/** Forgets a document with all its versions; lists and readers of it read again. */
export function useDeleteDocument() {
  const { store, queryClient } = useStoreContext();
  const refresh = useRefresh();
  return useMutation<void, Error, DocumentName>(
    {
      networkMode: 'always',
      mutationFn: (document) => call(() => documentsOf(store).delete(document)),
      onSettled: (_, __, document) => refresh(document),
    },
    queryClient,
  );
}

/** A store without documents throws before there is a promise. */
async function call<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return await ask();
}

function useRefresh() {
  const { store, queryClient } = useStoreContext();
  return async ({ kind, name }: DocumentName) => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: documentListKey(store, kind) }),
      queryClient.invalidateQueries({ queryKey: documentKey(store, { kind, name }) }),
    ]);
  };
}
