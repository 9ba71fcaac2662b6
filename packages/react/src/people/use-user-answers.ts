'use client';

import { useContext, useMemo } from 'react';
import { countUserSessions, scoreMeansOf, timeUnitFor, trendsOf } from '@oriel/core';
import type { RecordQuery, UserId } from '@oriel/core';
import { useFilters } from '../filters/use-filters.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { ProfilesContext } from '../provider/profiles-context.ts';
import type { GroupAnswers } from './group-answers.ts';
import { MOST_GROUPS, SCORED, bothOf, oneOf } from './group-questions.ts';

/**
 * Asks about the users in sight at once, under all of their ids: traces over time, scores, and of users with several
 * ids the sessions.
 *
 * @param stretches - how many bars a trend has.
 */
export function useUserAnswers(
  userIds: readonly UserId[],
  { traces }: RecordQuery,
  stretches: number,
): GroupAnswers {
  const { aliases } = useContext(ProfilesContext);
  const { bounds, now, timeZone } = useFilters();
  const all = userIds.flatMap(aliases.idsOf);
  const several = userIds.map(aliases.idsOf).filter((ids) => ids.length > 1);
  const ofUsers = (ids: readonly UserId[]) => bothOf(oneOf('userId', ids), traces);
  const unit = timeUnitFor(bounds, now);
  const count = [{ aggregate: 'count' as const }];
  const isIdle = all.length === 0;

  const trends = useAggregate(
    isIdle
      ? null
      : {
          view: 'traces',
          measures: count,
          dimensions: ['userId'],
          timeBucket: { unit, timeZone },
          filter: ofUsers(all),
          limit: MOST_GROUPS,
        },
  ).data;
  const scores = useAggregate(
    isIdle
      ? null
      : {
          ...SCORED,
          dimensions: ['userId', 'name', 'dataType'],
          filter: oneOf('userId', all),
          ...(traces && { traces }),
          limit: MOST_GROUPS,
        },
  ).data;
  const sessions = useAggregate(
    several.length === 0
      ? null
      : {
          view: 'traces',
          measures: count,
          dimensions: ['userId', 'sessionId'],
          filter: { and: [ofUsers(several.flat()), { field: 'sessionId', op: 'is-not-null' }] },
          limit: MOST_GROUPS,
        },
  ).data;
  const { from } = bounds;
  const to = bounds.to ?? (from === null ? null : now);
  return useMemo(
    () => ({
      trends: trends && trendsOf(trends, aliases.knownId, { from, to, unit }, stretches),
      scores: scores && scoreMeansOf([scores], aliases.knownId),
      sessions: sessions && countUserSessions(sessions, aliases),
    }),
    [trends, scores, sessions, aliases, from, to, unit, stretches],
  );
}
