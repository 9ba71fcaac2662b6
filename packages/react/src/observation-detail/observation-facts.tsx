'use client';

import type { Observation, Trace } from '@oriel/core';
import { Link } from '../provider/link.tsx';
import { turnHref } from '../provider/turn-href.ts';
import { usePresentation } from './presentation.ts';
import { FactList } from './fact-list.tsx';
import { IdValue } from './id-value.tsx';

interface ObservationFactsProps {
  observation: Observation;
  /** The trace it is in: whose it is, and of which session. */
  trace: Trace;
  /** The vocabulary it was sent in, once its payload has loaded. */
  convention: string | null;
}

/** Everything that identifies an observation and says where it ran. */
export function ObservationFacts({ observation, trace, convention }: ObservationFactsProps) {
  const { messages, format, navigation } = usePresentation();
  const { prompt, startTime, endTime } = observation;
  return (
    <FactList
      className="oriel-detail-facts"
      facts={[
        { name: messages.start, value: format.exactTime(startTime) },
        { name: messages.end, value: endTime === null ? null : format.exactTime(endTime) },
        {
          name: messages.prompt,
          value: prompt && (
            <Link href={navigation.promptHref?.(prompt.name, prompt.version)}>
              {messages.promptVersion(prompt.name, prompt.version)}
            </Link>
          ),
        },
        {
          name: messages.graphNode,
          value: observation.graph && messages.graphStep(observation.graph.node, observation.graph.step),
        },
        { name: messages.vocabulary, value: convention },
        {
          name: messages.session,
          value: trace.sessionId && (
            <Link href={turnHref(navigation, trace.sessionId, trace.id)}>{trace.sessionId}</Link>
          ),
        },
        {
          name: messages.user,
          value: trace.userId && <Link href={navigation.userHref?.(trace.userId)}>{trace.userId}</Link>,
        },
        { name: messages.release, value: trace.release },
        { name: messages.environment, value: observation.environment },
        { name: messages.version, value: observation.version },
        {
          name: messages.observationId,
          value: <IdValue id={observation.id} label={messages.observationId} />,
        },
        {
          name: messages.parentId,
          value: observation.parentId && <IdValue id={observation.parentId} label={messages.parentId} />,
        },
        { name: messages.traceId, value: <IdValue id={observation.traceId} label={messages.traceId} /> },
      ]}
    />
  );
}

interface TraceFactsProps {
  trace: Trace;
}

/** Everything that identifies a trace and says whose it is. */
export function TraceFacts({ trace }: TraceFactsProps) {
  const { messages, format, navigation } = usePresentation();
  const { userId, sessionId, tags } = trace;
  return (
    <FactList
      className="oriel-detail-facts"
      facts={[
        { name: messages.time, value: format.exactTime(trace.timestamp) },
        {
          name: messages.user,
          value: userId && <Link href={navigation.userHref?.(userId)}>{userId}</Link>,
        },
        {
          name: messages.session,
          value: sessionId && <Link href={turnHref(navigation, sessionId, trace.id)}>{sessionId}</Link>,
        },
        {
          name: messages.tags,
          value: tags.length > 0 && (
            <span className="oriel-tags">
              {tags.map((tag) => (
                <span key={tag} className="oriel-tag">
                  {tag}
                </span>
              ))}
            </span>
          ),
        },
        { name: messages.environment, value: trace.environment },
        { name: messages.release, value: trace.release },
        { name: messages.version, value: trace.version },
        {
          name: messages.sampling,
          value: trace.sampleRate !== null && messages.sampled(format.share(trace.sampleRate)),
        },
        { name: messages.traceId, value: <IdValue id={trace.id} label={messages.traceId} /> },
      ]}
    />
  );
}
