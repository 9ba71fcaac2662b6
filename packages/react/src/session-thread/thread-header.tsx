'use client';

import { useMemo } from 'react';
import { sessionTotals } from '@oriel/core';
import type { Score, SessionId, SessionTurn } from '@oriel/core';
import { CopyButton } from '../payload/copy-button.tsx';
import { UserBadge } from '../people/user-badge.tsx';
import { usePresentation } from './presentation.ts';
import { TurnScores } from './turn-scores.tsx';

interface ThreadHeaderProps {
  sessionId: SessionId | undefined;
  turns: readonly SessionTurn[];
  /** Judgements of the session as a whole. */
  scores: readonly Score[];
}

/** Users named at once: more would push everything else away. */
const NAMED = 3;

/** Whose conversation it is, and what it came to. */
export function ThreadHeader({ sessionId, turns, scores }: ThreadHeaderProps) {
  const { messages, format } = usePresentation();
  const own = messages.sessionThread;
  const totals = useMemo(() => sessionTotals(turns.map(({ trace }) => trace)), [turns]);
  if (!totals) return null;
  const { userIds, environments, tokens, cost, errorCount, startTime, endTime } = totals;
  return (
    <header className="oriel-session-thread-header">
      <div className="oriel-session-thread-title">
        {userIds.length > 0 && (
          <span className="oriel-session-thread-users">
            {userIds.slice(0, NAMED).map((userId) => (
              <UserBadge key={userId} userId={userId} />
            ))}
            {userIds.length > NAMED && <span>+{format.count(userIds.length - NAMED)}</span>}
          </span>
        )}
        {sessionId !== undefined && (
          <span className="oriel-session-thread-id">
            <code dir="ltr">{sessionId}</code>
            <CopyButton label={messages.session} text={() => sessionId} />
          </span>
        )}
        <TurnScores scores={scores} />
      </div>
      <dl className="oriel-session-thread-totals">
        <Fact label={own.turns} value={format.count(totals.traceCount)} />
        {errorCount > 0 && <Fact label={own.errors} value={format.count(errorCount)} tone="error" />}
        <Fact label={own.started} value={format.dateTime(startTime)} />
        <Fact label={messages.duration} value={format.duration(endTime - startTime)} />
        {cost !== null && <Fact label={messages.cost} value={format.cost(cost)} />}
        {tokens !== null && <Fact label={messages.tokens} value={format.tokens(tokens)} />}
        <Fact label={messages.environment} value={environments.join(', ')} />
      </dl>
    </header>
  );
}

function Fact({ label, value, tone }: { label: string; value: string; tone?: string | undefined }) {
  return (
    <div className="oriel-session-thread-fact" data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
