'use client';

import { useEffect, useState } from 'react';
import { turnSteps } from '@oriel/core';
import type { Observation, ObservationId, Trace, TraceId } from '@oriel/core';
import { LevelMark } from '../icons/level-mark.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import type { SessionSource } from './session-source.ts';

interface TurnStepsProps {
  trace: Trace;
  readSteps: NonNullable<SessionSource['readSteps']>;
  onOpen: ((traceId: TraceId, observationId: ObservationId) => void) | undefined;
}

type Loaded =
  | { readonly state: 'ready'; readonly attempt: number; readonly steps: readonly Observation[] }
  | { readonly state: 'failed'; readonly attempt: number; readonly message: string };

/** Steps shown of a trace: whoever wants all of them opens it. */
const SHOWN = 60;

/** How an answer came to be: the steps of its trace, each a way into it. */
export function TurnSteps({ trace, readSteps, onOpen }: TurnStepsProps) {
  const { messages, format } = usePresentation();
  const own = messages.sessionThread;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [attempt, setAttempt] = useState(0);

  // Read again when the trace has grown.
  useEffect(() => {
    const stopping = new AbortController();
    readSteps(trace.id, stopping.signal).then(
      (steps) => !stopping.signal.aborted && setLoaded({ state: 'ready', attempt, steps }),
      (error: unknown) =>
        !stopping.signal.aborted &&
        setLoaded({
          state: 'failed',
          attempt,
          message: error instanceof Error ? error.message : String(error),
        }),
    );
    return () => stopping.abort();
  }, [readSteps, trace, attempt]);

  if (loaded?.attempt !== attempt) return <p className="oriel-quiet">{own.loadingSteps}</p>;
  if (loaded.state === 'failed') {
    return (
      <p className="oriel-session-thread-trouble" role="alert">
        {own.stepsFailed}: {loaded.message}
        <button type="button" className="oriel-text-button" onClick={() => setAttempt(attempt + 1)}>
          {messages.retry}
        </button>
      </p>
    );
  }
  const { steps } = loaded;
  return (
    <ul className="oriel-session-thread-steps">
      {turnSteps(steps, SHOWN).map(({ observation: step, depth, cost }) => {
        const facts = (
          <>
            <TypeIcon type={step.type} />
            <span className="oriel-session-thread-step-name">{step.name?.trim() || messages.unnamed}</span>
            {step.model !== null && <span className="oriel-session-thread-step-model">{step.model}</span>}
            <LevelMark level={step.level} />
            <span className="oriel-session-thread-step-facts">
              {cost !== null && cost > 0 && <bdi>{format.cost(cost)}</bdi>}
              {step.endTime !== null && <bdi>{format.duration(step.endTime - step.startTime)}</bdi>}
            </span>
          </>
        );
        return (
          <li key={step.id} style={{ paddingInlineStart: depth * 16 }}>
            {onOpen ? (
              <button
                type="button"
                className="oriel-session-thread-step"
                onClick={() => onOpen(trace.id, step.id)}
              >
                {facts}
              </button>
            ) : (
              <span className="oriel-session-thread-step">{facts}</span>
            )}
          </li>
        );
      })}
      {steps.length > SHOWN && (
        <li className="oriel-quiet">{own.moreSteps(format.count(steps.length - SHOWN))}</li>
      )}
    </ul>
  );
}
