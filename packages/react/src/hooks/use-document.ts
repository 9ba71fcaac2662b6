'use client';

import { useQuery } from '@tanstack/react-query';
import type { DocumentReference } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { documentQuery } from '../queries/document-query.ts';

/**
 * Loads one version of a document: the newest, the numbered or the labelled one. `data` is `null` when there is none.
 *
 * @example
 * const dashboard = useDocument({ kind: 'dashboard', name: 'costs' });
 */
export function useDocument(reference: DocumentReference) {
  const { store, queryClient } = useStoreContext();
  return useQuery(documentQuery(store, reference), queryClient);
}
