'use client';

import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { loadDefaultPrices, readRuleDocuments } from '@oriel/core/pricing';
import type { PriceList } from '@oriel/core/pricing';
import { useDocuments } from '../hooks/use-documents.ts';
import { useStoreContext } from '../provider/store-context.ts';

/** Loads the prices that come with Oriel when they are first asked for: they are data, the same for every store. */
const DEFAULT_PRICES = {
  queryKey: ['oriel', 'default-prices'],
  queryFn: loadDefaultPrices,
  staleTime: Number.POSITIVE_INFINITY,
  networkMode: 'always',
} as const;

/**
 * The price lists of a store: the host's own rules, kept as documents, before those that come with Oriel. `lists` is `null`
 * until all are there. A store that keeps no documents has no rules of its own.
 */
export function usePriceLists() {
  const { store, queryClient } = useStoreContext();
  const documents = useDocuments('model-price');
  const defaults = useQuery(DEFAULT_PRICES, queryClient);
  const canKeep = store.documents !== undefined;
  const own = useMemo(() => (documents.data ? readRuleDocuments(documents.data) : null), [documents.data]);
  const isWaiting = defaults.data === undefined || (canKeep && own === null);
  const lists = useMemo((): readonly PriceList[] | null => {
    if (isWaiting || defaults.data === undefined) return null;
    return own?.list ? [own.list, defaults.data] : [defaults.data];
  }, [isWaiting, own, defaults.data]);
  return {
    lists,
    own,
    defaults: defaults.data ?? null,
    documents: documents.data ?? null,
    /** Whether the store has a place for rules of one's own. */
    canKeep,
    error: defaults.error ?? (canKeep ? documents.error : null),
    retry: () => {
      void defaults.refetch();
      void documents.refetch();
    },
  };
}
