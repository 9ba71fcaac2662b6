'use client';

import { memo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ObservationId, SessionTurn, TraceId, TurnContent } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { SessionSource } from './session-source.ts';
import { TurnHead } from './turn-head.tsx';
import type { LoadedTurn } from './turn-loader.ts';
import { TurnMessages } from './turn-messages.tsx';
import { TurnScores } from './turn-scores.tsx';
import { TurnSteps } from './turn-steps.tsx';

interface ThreadTurnProps {
  turn: SessionTurn;
  count: number;
  headingId: string;
  loaded: LoadedTurn | undefined;
  /** `null` while they load. */
  before: readonly TurnContent[] | null;
  readSteps: SessionSource['readSteps'];
  onOpenTrace: ((traceId: TraceId, observationId: ObservationId | null) => void) | undefined;
  onRetry: () => void;
  renderFooter: ((turn: SessionTurn) => ReactNode) | undefined;
  renderBadges: ((turn: SessionTurn) => ReactNode) | undefined;
}

/** One turn: what it is, what is said in it, and what was said of it. */
export const ThreadTurn = memo(function ThreadTurn({
  turn,
  count,
  headingId,
  loaded,
  before,
  readSteps,
  onOpenTrace,
  onRetry,
  renderFooter,
  renderBadges,
}: ThreadTurnProps) {
  const { messages } = usePresentation();
  const own = messages.sessionThread;
  const { trace, scores } = turn;
  const [areStepsShown, setStepsShown] = useState(false);
  const hasSteps = readSteps !== undefined && trace.observationCount > 0;
  return (
    <>
      <TurnHead
        turn={turn}
        count={count}
        headingId={headingId}
        onOpen={onOpenTrace && (() => onOpenTrace(trace.id, null))}
        areStepsShown={hasSteps ? areStepsShown : undefined}
        onStepsToggle={() => setStepsShown(!areStepsShown)}
      >
        {renderBadges?.(turn)}
      </TurnHead>
      {areStepsShown && readSteps && <TurnSteps trace={trace} readSteps={readSteps} onOpen={onOpenTrace} />}
      <div className="oriel-session-thread-content">
        {loaded?.state === 'failed' ? (
          <p className="oriel-session-thread-trouble" role="alert">
            {own.turnFailed}: {loaded.message}
            <button type="button" className="oriel-text-button" onClick={onRetry}>
              {messages.retry}
            </button>
          </p>
        ) : loaded?.state === 'missing' ? (
          <p className="oriel-quiet">{own.nothingSaid}</p>
        ) : loaded && before ? (
          <>
            <TurnMessages content={loaded.content} before={before} headingId={headingId} />
            {loaded.payload.observationId !== null && <p className="oriel-quiet">{own.takenFrom}</p>}
          </>
        ) : (
          <div className="oriel-session-thread-pending" aria-hidden="true">
            <span className="oriel-skeleton-line" />
            <span className="oriel-skeleton-line" />
            <span className="oriel-skeleton-line" />
          </div>
        )}
      </div>
      <TurnScores scores={scores} />
      {renderFooter?.(turn)}
    </>
  );
}, areSame);

/** What was said before is gathered anew with every scroll, of the same pieces. */
function areSame(a: ThreadTurnProps, b: ThreadTurnProps): boolean {
  return (Object.keys(b) as (keyof ThreadTurnProps)[]).every((key) =>
    key === 'before' ? areSameContents(a.before, b.before) : a[key] === b[key],
  );
}

function areSameContents(a: ThreadTurnProps['before'], b: ThreadTurnProps['before']): boolean {
  return (
    a === b || (a?.length === b?.length && a?.every((content, place) => content === b?.[place]) === true)
  );
}
