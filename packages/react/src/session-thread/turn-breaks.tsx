'use client';

import { memo } from 'react';
import type { SessionTurn } from '@oriel/core';
import { Link } from '../provider/link.tsx';
import { usePresentation } from './presentation.ts';
import { ClockIcon } from './turn-icons.tsx';

interface TurnBreaksProps {
  turn: SessionTurn;
  /** `undefined` before the first. */
  before: SessionTurn | undefined;
}

/** What lies between a turn and the one before: a new day, silence, and what is different from now on. */
export const TurnBreaks = memo(function TurnBreaks({ turn, before }: TurnBreaksProps) {
  const { messages, format, navigation } = usePresentation();
  const own = messages.sessionThread;
  const { idle, changes, trace } = turn;
  const day = format.day(trace.startTime);
  const isNewDay = !before || format.day(before.trace.startTime) !== day;
  if (!isNewDay && idle === null && changes.length === 0) return null;
  return (
    <div className="oriel-session-thread-breaks">
      {(isNewDay || idle !== null) && (
        <div className="oriel-session-thread-break">
          {isNewDay && day}
          {idle !== null && (
            <span className="oriel-session-thread-idle">
              <ClockIcon />
              {own.idle(format.duration(idle))}
            </span>
          )}
        </div>
      )}
      {changes.map(({ field, from, to }) => (
        <div key={field} className="oriel-session-thread-change" data-field={field}>
          <span>{own.changed[field]}</span>
          <s dir="auto">{from ?? (field === 'user' ? own.nobody : own.none)}</s>
          <span aria-hidden="true" className="oriel-session-thread-arrow">
            →
          </span>
          <strong dir="auto">
            {field === 'user' && to !== null ? (
              <Link href={navigation.userHref?.(to)}>{to}</Link>
            ) : (
              (to ?? (field === 'user' ? own.nobody : own.none))
            )}
          </strong>
        </div>
      ))}
    </div>
  );
});
