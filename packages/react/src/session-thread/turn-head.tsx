'use client';

import type { ReactNode } from 'react';
import type { SessionTurn } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { LevelMark } from '../icons/level-mark.tsx';
import { Link } from '../provider/link.tsx';
import { usePresentation } from './presentation.ts';
import { OpenIcon } from './turn-icons.tsx';

interface TurnHeadProps {
  turn: SessionTurn;
  count: number;
  headingId: string;
  /** Opens the trace; without it, and without an address, there is no way to it. */
  onOpen: (() => void) | undefined;
  /** Whether its steps are shown; `undefined` where they cannot be. */
  areStepsShown: boolean | undefined;
  onStepsToggle: () => void;
  children?: ReactNode;
}

/** What a turn is, and what it took. */
export function TurnHead({
  turn,
  count,
  headingId,
  onOpen,
  areStepsShown,
  onStepsToggle,
  children,
}: TurnHeadProps) {
  const { messages, format, navigation } = usePresentation();
  const own = messages.sessionThread;
  const { trace, index, cost, tokens } = turn;
  const name = trace.name?.trim() || messages.unnamed;
  const href = navigation.traceHref?.(trace.id);
  const label = own.turn(format.count(index + 1), format.count(count), name);
  return (
    <header className="oriel-session-thread-head">
      <span id={headingId} className="oriel-visually-hidden">
        {label}
      </span>
      <span className="oriel-session-thread-number" aria-hidden="true">
        {format.count(index + 1)}
      </span>
      <span className="oriel-session-thread-name" aria-hidden="true" title={trace.id}>
        {name}
      </span>
      <time
        className="oriel-session-thread-time"
        dateTime={isoOf(trace.startTime)}
        title={format.exactTime(trace.startTime)}
      >
        {format.clock(trace.startTime)}
      </time>
      <LevelMark level={trace.level} />
      {children}
      <span className="oriel-session-thread-facts">
        {trace.latency !== null && <bdi title={messages.latency}>{format.duration(trace.latency)}</bdi>}
        {cost !== null && <bdi title={messages.cost}>{format.cost(cost)}</bdi>}
        {tokens !== null && (
          <bdi title={messages.tokens} className="oriel-session-thread-tokens">
            {format.tokens(tokens)} {messages.tokens.toLowerCase()}
          </bdi>
        )}
      </span>
      {areStepsShown !== undefined && (
        <button
          type="button"
          className="oriel-text-button oriel-session-thread-steps-button"
          aria-expanded={areStepsShown}
          onClick={onStepsToggle}
        >
          <ChevronIcon />
          {own.steps(trace.observationCount, format.count(trace.observationCount))}
        </button>
      )}
      {href !== undefined ? (
        <Link href={href} className="oriel-icon-button">
          <OpenIcon />
          <span className="oriel-visually-hidden">{own.openTrace}</span>
        </Link>
      ) : (
        onOpen && (
          <button
            type="button"
            className="oriel-icon-button"
            title={own.openTrace}
            aria-label={own.openTrace}
            onClick={onOpen}
          >
            <OpenIcon />
          </button>
        )
      )}
    </header>
  );
}

/** A clock that lies has no date. */
function isoOf(moment: number): string | undefined {
  return Math.abs(moment) <= 8.64e15 ? new Date(moment).toISOString() : undefined;
}
