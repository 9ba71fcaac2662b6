'use client';

import { useEffect } from 'react';

/** What a list hook answers, as far as reading all of it needs. */
interface Pages {
  readonly data: { readonly pages: readonly unknown[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Reads page after page of a list until all are there, or so many. */
export function useAllPages(
  { data, hasNextPage, isFetching, isError, fetchNextPage }: Pages,
  most: number,
): void {
  const read = data?.pages.length ?? 0;
  // The number of the page that is due: a page may come so fast that nobody sees it being fetched.
  const due = hasNextPage && !isFetching && !isError && read < most ? read : null;
  useEffect(() => {
    if (due !== null) void fetchNextPage();
  }, [due, fetchNextPage]);
}
