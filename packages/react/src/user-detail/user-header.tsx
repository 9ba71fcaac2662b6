'use client';

import type { ReactNode } from 'react';
import type { MergedUser } from '@oriel/core';
import type { GroupAnswers } from '../people/group-answers.ts';
import { ErrorShare, ScoreMeans, SessionsCell } from '../people/group-cells.tsx';
import { Sparkline } from '../people/sparkline.tsx';
import { useProfile } from '../people/use-profile.ts';
import { UserBadge } from '../people/user-badge.tsx';
import { usePresentation } from './presentation.ts';

interface UserHeaderProps {
  user: MergedUser;
  answers: GroupAnswers;
}

/** Who it is, what they came to, and how that went over time. */
export function UserHeader({ user, answers }: UserHeaderProps) {
  const { messages, format } = usePresentation();
  const texts = messages.people;
  const trend = answers.trends?.get(user.id);
  const means = answers.scores?.get(user.id) ?? [];
  const isNamed = Boolean(useProfile(user.id)?.name?.trim());
  const others = user.ids.filter((id) => id !== user.id);
  return (
    <header className="oriel-user-detail-header">
      <div className="oriel-user-detail-who">
        <UserBadge userId={user.id} size="large" />
        <div className="oriel-user-detail-ids">
          {isNamed && <code dir="ltr">{user.id}</code>}
          {others.length > 0 && (
            <span>
              {texts.alsoKnownAs}{' '}
              {others.map((id) => (
                <code key={id} dir="ltr">
                  {id}
                </code>
              ))}
            </span>
          )}
        </div>
      </div>
      <dl className="oriel-user-detail-totals">
        <Fact label={texts.traces}>{format.count(user.traceCount)}</Fact>
        <Fact label={texts.sessions}>
          <SessionsCell user={user} />
        </Fact>
        <Fact label={texts.errors}>
          {user.errorCount === 0 ? (
            format.count(0)
          ) : (
            <ErrorShare errors={user.errorCount} traces={user.traceCount} />
          )}
        </Fact>
        {user.tokens !== null && <Fact label={messages.tokens}>{format.tokens(user.tokens)}</Fact>}
        {user.totalCost !== null && (
          <Fact label={messages.cost}>
            <bdi>{format.cost(user.totalCost)}</bdi>
          </Fact>
        )}
        <Fact label={texts.firstSeen}>{format.dateTime(user.firstSeen)}</Fact>
        <Fact label={texts.lastSeen}>{format.dateTime(user.lastSeen)}</Fact>
      </dl>
      {means.length > 0 && (
        <div className="oriel-user-detail-scores">
          <ScoreMeans means={means} />
        </div>
      )}
      {trend && (
        <figure className="oriel-user-detail-trend">
          <figcaption>{texts.trend}</figcaption>
          <Sparkline trend={trend} />
          <div className="oriel-user-detail-span" aria-hidden="true">
            <span>{format.shortTime(trend.from)}</span>
            <span>{format.shortTime(trend.to)}</span>
          </div>
        </figure>
      )}
    </header>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
