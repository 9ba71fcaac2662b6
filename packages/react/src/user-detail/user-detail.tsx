'use client';

import { Suspense, lazy, useContext, useMemo } from 'react';
import { MAX_PAGE_SIZE } from '@oriel/core';
import type { RecordQuery, SessionId, TraceId, User, UserId } from '@oriel/core';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { useUserList } from '../hooks/use-user-list.ts';
import { useMergedUsers } from '../people/use-merged-users.ts';
import { useUserAnswers } from '../people/use-user-answers.ts';
import { ProfilesContext } from '../provider/profiles-context.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { usePresentation } from './presentation.ts';
import { UserDetailView } from './user-detail-view.tsx';
import type { UserDetailTab, UserDetailViewProps } from './user-detail-view.tsx';

export interface UserDetailProps extends Omit<UserDetailViewProps, 'user' | 'answers' | 'tabs'> {
  /** Any of the user's ids. */
  userId: UserId;
  /** Of which traces, beside what the nearest `FilterProvider` says. @defaultValue all */
  traces?: RecordQuery['traces'];
  /** Called when a trace of the user is opened. */
  onOpenTrace?: ((traceId: TraceId) => void) | undefined;
  /** Called when a session of the user is opened. */
  onOpenSession?: ((sessionId: SessionId) => void) | undefined;
  /** Tabs of yours, after `sessions`, `traces` and `scores`. Keep the array. @defaultValue none */
  extraTabs?: readonly UserDetailTab[] | undefined;
}

// A table comes with the tab that shows it.
const SessionTable = lazy(async () => ({
  default: (await import('../session-table/session-table.tsx')).SessionTable,
}));
const TraceTable = lazy(async () => ({
  default: (await import('../trace-table/trace-table.tsx')).TraceTable,
}));
const UserScores = lazy(async () => ({ default: (await import('./user-scores.tsx')).UserScores }));

/** Bars of the trend. */
const STRETCHES = 60;
const NO_TABS: readonly UserDetailTab[] = [];
const NOBODY: readonly User[] = [];

/**
 * One user under all of their ids: who they are, what they came to, their sessions, traces and scores, loaded from the
 * provider's store. Obeys the nearest `FilterProvider`.
 *
 * @example
 * <UserDetail userId="ada@example.com" onOpenSession={open} />
 */
export function UserDetail({
  userId,
  traces,
  onOpenTrace,
  onOpenSession,
  extraTabs = NO_TABS,
  tab,
  defaultTab,
  onTabChange,
  ...panel
}: UserDetailProps) {
  const { messages } = usePresentation();
  const texts = messages.people;
  const { aliases } = useContext(ProfilesContext);
  const ids = useMemo(() => aliases.idsOf(userId), [aliases, userId]);
  const query = usePanelQuery('users', { traces });
  const list = useUserList({
    filter: { field: 'id', op: 'any-of', value: ids },
    ...(query.traces && { traces: query.traces }),
    limit: MAX_PAGE_SIZE,
  });
  const found = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const merged = useMergedUsers(found ?? NOBODY, query);
  const known = useMemo(() => [aliases.knownId(userId)], [aliases, userId]);
  const answers = useUserAnswers(known, query, STRETCHES);
  const tabs = useMemo((): readonly UserDetailTab[] => {
    const own = { field: 'userId', op: 'any-of' as const, value: ids };
    const filter = traces ? { and: [own, traces] } : own;
    const fallback = (
      <SkeletonLines count={6} className="oriel-user-detail-skeleton" label={texts.loadingUser} />
    );
    return [
      {
        id: 'sessions',
        title: texts.sessions,
        render: () => (
          <Suspense fallback={fallback}>
            <SessionTable traces={filter} onSelect={onOpenSession} />
          </Suspense>
        ),
      },
      {
        id: 'traces',
        title: texts.traces,
        render: () => (
          <Suspense fallback={fallback}>
            <TraceTable filter={filter} onSelect={onOpenTrace} />
          </Suspense>
        ),
      },
      {
        id: 'scores',
        title: messages.scores,
        render: () => (
          <Suspense fallback={fallback}>
            <UserScores filter={own} />
          </Suspense>
        ),
      },
      ...extraTabs,
    ];
  }, [ids, traces, texts, messages.scores, onOpenSession, onOpenTrace, extraTabs]);

  const attributes: PanelProps = { 'aria-label': texts.user, ...panel };
  const [user] = merged ?? [];
  if (user && !list.isPlaceholderData) {
    return (
      <UserDetailView
        {...attributes}
        user={user}
        answers={answers}
        tabs={tabs}
        tab={tab}
        defaultTab={defaultTab}
        onTabChange={onTabChange}
      />
    );
  }
  if (list.error && !found) {
    return (
      <Panel {...attributes} name="user-detail" state="error">
        <PanelMessage
          kind="error"
          title={texts.userFailed}
          onRetry={isRetryable(list.error) ? () => void list.refetch() : undefined}
        >
          {list.error.message}
        </PanelMessage>
      </Panel>
    );
  }
  if (found?.length === 0 && !list.isPlaceholderData) {
    return (
      <Panel {...attributes} name="user-detail" state="empty">
        <PanelMessage kind="empty" title={texts.unknownUser}>
          {texts.unknownUserHint(userId)}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel {...attributes} name="user-detail" state="loading">
      <SkeletonLines count={8} className="oriel-user-detail-skeleton" label={texts.loadingUser} />
    </Panel>
  );
}
