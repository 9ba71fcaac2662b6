'use client';

import { createContext, useContext } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import type { Store } from '@oriel/core';

export interface StoreContextValue {
  readonly store: Store;
  readonly queryClient: QueryClient;
}

export const StoreContext = createContext<StoreContextValue | null>(null);

/**
 * Store and query client of the nearest {@link OrielProvider}.
 *
 * @throws Error - there is no provider above.
 */
export function useStoreContext(): StoreContextValue {
  const context = useContext(StoreContext);
  if (!context) {
    throw new Error(
      'Oriel: there is no <OrielProvider> above this component. ' +
        'Panels and data hooks read traces from the store of their provider, so without one there is nothing to show. ' +
        'Wrap your app in <OrielProvider store={…}>, or use the View of the panel, which draws data you pass in.',
    );
  }
  return context;
}
