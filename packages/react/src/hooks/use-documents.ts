'use client';

import { useQuery } from '@tanstack/react-query';
import type { DocumentKind } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { documentListQuery } from '../queries/document-query.ts';

/**
 * Loads the newest version of every document of a kind, by name. Fails with `unsupported` where the store keeps none.
 *
 * @example
 * const prices = useDocuments('model-price');
 * prices.data?.map((document) => document.name)
 */
export function useDocuments(kind: DocumentKind) {
  const { store, queryClient } = useStoreContext();
  return useQuery(documentListQuery(store, kind), queryClient);
}
