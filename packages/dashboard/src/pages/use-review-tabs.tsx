'use client';

import { useMemo } from 'react';
import { Comments, ScoreForm } from '@oriel/react';
import type { DetailTab } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';

/** Tabs beside what a trace or an observation holds: to judge it, and to talk about it. */
export function useReviewTabs(): readonly DetailTab[] {
  const { messages, store, author } = useDashboard();
  const { score, comments } = messages.item;
  const hasDocuments = store.documents !== undefined;
  return useMemo(() => {
    // Forms are made of score configs, and comments kept: both are documents.
    if (!hasDocuments) return [];
    return [
      {
        id: 'score',
        title: score,
        render: ({ node }) => <ScoreForm {...thingOf(node)} author={author?.id} />,
      },
      {
        id: 'comments',
        title: comments,
        render: ({ node }) => <Comments {...thingOf(node)} author={author} />,
      },
    ] satisfies DetailTab[];
  }, [hasDocuments, score, comments, author]);
}

function thingOf({ trace, observation }: Parameters<DetailTab['render']>[0]['node']) {
  return { traceId: trace.id, observationId: observation?.id ?? null };
}
