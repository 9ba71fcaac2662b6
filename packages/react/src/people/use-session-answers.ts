'use client';

import { useMemo } from 'react';
import { scoreMeansOf } from '@oriel/core';
import type { AggregateAnswer, Filter, RecordQuery, SessionId } from '@oriel/core';
import { useAggregate } from '../hooks/use-aggregate.ts';
import type { GroupAnswers } from './group-answers.ts';
import { MOST_GROUPS, SCORED, bothOf, oneOf } from './group-questions.ts';

/** Asks about the sessions in sight at once: their errors, tags and scores. */
export function useSessionAnswers(sessionIds: readonly SessionId[], { traces }: RecordQuery): GroupAnswers {
  const isIdle = sessionIds.length === 0;
  const ofTraces = (dimensions: readonly string[], more?: Filter) => ({
    view: 'traces' as const,
    measures: [{ aggregate: 'count' as const }],
    dimensions,
    filter: bothOf(bothOf(oneOf('sessionId', sessionIds), traces), more),
    limit: MOST_GROUPS,
  });
  const ofScores = (field: string) => ({
    ...SCORED,
    dimensions: [field, 'name', 'dataType'],
    filter: oneOf(field, sessionIds),
    limit: MOST_GROUPS,
  });
  const failed: Filter = { field: 'level', op: '=', value: 'ERROR' };
  const errors = useAggregate(isIdle ? null : ofTraces(['sessionId'], failed)).data;
  const tags = useAggregate(isIdle ? null : ofTraces(['sessionId', 'tags'])).data;
  const onTraces = useAggregate(
    isIdle ? null : { ...ofScores('traceSessionId'), ...(traces && { traces }) },
  ).data;
  // Those of a session as a whole have no trace that a filter could be asked about.
  const onSessions = useAggregate(isIdle ? null : ofScores('sessionId')).data;
  return useMemo(
    () => ({
      errors: errors && countsOf(errors),
      tags: tags && tagsOf(tags),
      scores: scoreMeansOf(
        [onTraces, onSessions].flatMap((answer) => answer ?? []),
        (id) => id,
      ),
    }),
    [errors, tags, onTraces, onSessions],
  );
}

function countsOf({ rows }: AggregateAnswer): ReadonlyMap<string, number> {
  return new Map(rows.map(({ group, values }) => [String(group[0]), Number(values[0])]));
}

function tagsOf({ rows }: AggregateAnswer): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const { group, isRest } of rows) {
    const [id, tag] = group;
    if (isRest || typeof id !== 'string' || typeof tag !== 'string') continue;
    tags.set(id, [...(tags.get(id) ?? []), tag].toSorted());
  }
  return tags;
}
