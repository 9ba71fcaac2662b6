'use client';

import type { ReactNode } from 'react';
import { summarizeUsage, totalCost, traceStatus } from '@oriel/core';
import type { Trace, TraceStructure } from '@oriel/core';
import { FactList } from '../observation-detail/fact-list.tsx';
import { IdValue } from '../observation-detail/id-value.tsx';
import { Link } from '../provider/link.tsx';
import { turnHref } from '../provider/turn-href.ts';
import { usePresentation } from './presentation.ts';
import { StatusBadge } from './status-badge.tsx';

interface TraceHeaderProps {
  structure: TraceStructure;
  actions: ReactNode;
}

/** What a trace is, whose it is, and what it came to. */
export function TraceHeader({ structure, actions }: TraceHeaderProps) {
  const { messages, format } = usePresentation();
  const { trace } = structure;
  const name = trace.name?.trim() ? trace.name : null;
  return (
    <header className="oriel-trace-header">
      <div className="oriel-trace-header-title">
        <h2
          className="oriel-trace-header-name"
          data-unnamed={name === null ? '' : undefined}
          title={name ?? ''}
        >
          {name ?? messages.unnamed}
        </h2>
        <StatusBadge status={traceStatus(structure)} />
        <LevelCounts trace={trace} />
        <span className="oriel-trace-header-time">{format.dateTime(trace.timestamp)}</span>
        {actions !== undefined && <span className="oriel-trace-header-actions">{actions}</span>}
      </div>
      <TraceFigures trace={trace} />
    </header>
  );
}

function LevelCounts({ trace }: { trace: Trace }) {
  const { messages, format } = usePresentation();
  const { ERROR: errors, WARNING: warnings } = trace.levelCounts;
  return (
    <>
      {errors > 0 && (
        <span className="oriel-trace-header-count" data-level="ERROR">
          {messages.traceView.errors(errors, format.count(errors))}
        </span>
      )}
      {warnings > 0 && (
        <span className="oriel-trace-header-count" data-level="WARNING">
          {messages.traceView.warnings(warnings, format.count(warnings))}
        </span>
      )}
    </>
  );
}

function TraceFigures({ trace }: { trace: Trace }) {
  const { messages, format, navigation } = usePresentation();
  const { userId, sessionId, tags } = trace;
  const { input, output, total } = summarizeUsage(trace.usage);
  const cost = totalCost(trace.cost);
  const tokens =
    input === null && output === null
      ? total !== null && format.count(total)
      : `${format.count(input ?? 0)} → ${format.count(output ?? 0)}`;
  return (
    <FactList
      className="oriel-trace-header-facts"
      facts={[
        { name: messages.latency, value: trace.latency !== null && format.duration(trace.latency) },
        { name: messages.tokens, value: tokens },
        { name: messages.cost, value: cost !== null && format.cost(cost) },
        { name: messages.observations, value: format.count(trace.observationCount) },
        {
          name: messages.session,
          value: sessionId && <Link href={turnHref(navigation, sessionId, trace.id)}>{sessionId}</Link>,
        },
        { name: messages.user, value: userId && <Link href={navigation.userHref?.(userId)}>{userId}</Link> },
        { name: messages.environment, value: trace.environment },
        { name: messages.release, value: trace.release },
        { name: messages.version, value: trace.version },
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
        { name: messages.traceId, value: <IdValue id={trace.id} label={messages.traceId} /> },
      ]}
    />
  );
}
