'use client';

import type { UserId } from '@oriel/core';
import { UserBadge } from '../people/user-badge.tsx';
import { usePresentation } from './presentation.ts';

/** Users named in a cell; how many others there are is said. */
const NAMED = 2;

export function SessionUsers({ userIds }: { userIds: readonly UserId[] }) {
  const { messages, format } = usePresentation();
  const more = userIds.length - NAMED;
  return (
    <span className="oriel-group-line">
      {userIds.slice(0, NAMED).map((userId) => (
        <UserBadge key={userId} userId={userId} />
      ))}
      {more > 0 && (
        <span className="oriel-group-quiet" title={userIds.join(', ')}>
          {messages.people.moreUsers(format.count(more))}
        </span>
      )}
    </span>
  );
}
