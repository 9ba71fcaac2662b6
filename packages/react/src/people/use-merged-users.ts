'use client';

import { useContext, useMemo, useState } from 'react';
import { MAX_PAGE_SIZE, mergeUsers } from '@oriel/core';
import type { MergedUser, RecordQuery, User } from '@oriel/core';
import { useAllPages } from '../hooks/use-all-pages.ts';
import { useUserList } from '../hooks/use-user-list.ts';
import { ProfilesContext } from '../provider/profiles-context.ts';
import { oneOf } from './group-questions.ts';

/** Pages of other ids that are read at most: 20,000 users. */
const MOST_PAGES = 20;

/**
 * Users with their aliases folded in. Ids that are not among the given users are read, so that sums are those of the
 * whole user; `null` until they are there.
 */
export function useMergedUsers(
  users: readonly User[],
  { traces }: RecordQuery,
): readonly MergedUser[] | null {
  const { aliases } = useContext(ProfilesContext);
  const missing = useMemo(() => {
    const loaded = new Set(users.map(({ id }) => id));
    return [...new Set(users.flatMap(({ id }) => aliases.idsOf(id)))]
      .filter((id) => !loaded.has(id))
      .toSorted();
  }, [users, aliases]);
  const list = useUserList({
    // Without any there is still a question, which no user meets.
    filter: oneOf('id', missing),
    ...(traces && { traces }),
    limit: missing.length === 0 ? 1 : MAX_PAGE_SIZE,
  });
  useAllPages(list, MOST_PAGES);
  const isPartial = list.hasNextPage && (list.data?.pages.length ?? 0) < MOST_PAGES;
  const others = list.isPlaceholderData || isPartial ? undefined : list.data?.pages;
  const merged = useMemo(() => {
    if (missing.length === 0) return mergeUsers(users, aliases);
    return others ? mergeUsers([...users, ...others.flatMap(({ items }) => items)], aliases) : null;
  }, [users, missing, others, aliases]);
  // While other ids of further users are read, those who are known stay.
  const [last, setLast] = useState(merged);
  if (merged && merged !== last) setLast(merged);
  return merged ?? last;
}
