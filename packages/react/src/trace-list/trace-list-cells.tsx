'use client';

import { memo } from 'react';
import type { TraceListRow as Row } from '@oriel/core';
import { LevelMark } from '../icons/level-mark.tsx';
import { Link } from '../provider/link.tsx';
import { usePresentation } from '../provider/presentation-context.ts';

interface TraceListCellsProps {
  row: Row;
  href: string | undefined;
}

/** The cells of one trace. They render again only when the trace changed. */
export const TraceListCells = memo(function TraceListCells({ row, href }: TraceListCellsProps) {
  const { messages, format } = usePresentation();
  const { trace, tokens, cost } = row;
  const name = trace.name?.trim() ? trace.name : null;
  return (
    <>
      <td data-column="name">
        <span className="oriel-trace-list-name">
          {/* The row is the tab stop and opens this link. */}
          <Link href={href} className="oriel-trace-list-link" tabIndex={-1}>
            <span
              className="oriel-trace-list-title"
              data-unnamed={name === null ? '' : undefined}
              title={name ?? trace.id}
            >
              {name ?? messages.unnamed}
            </span>
          </Link>
          <LevelMark level={trace.level} />
        </span>
      </td>
      <td data-column="time" title={format.exactTime(trace.timestamp)}>
        <span className="oriel-trace-list-time">{format.dateTime(trace.timestamp)}</span>
        <span className="oriel-trace-list-short-time">{format.shortTime(trace.timestamp)}</span>
      </td>
      <td data-column="user" title={trace.userId ?? undefined}>
        {trace.userId}
      </td>
      <td data-column="session" title={trace.sessionId ?? undefined}>
        {trace.sessionId}
      </td>
      <td data-column="environment">{trace.environment}</td>
      <td data-column="tags" title={trace.tags.join(', ')}>
        <span className="oriel-tags">
          {trace.tags.map((tag) => (
            <span key={tag} className="oriel-tag">
              {tag}
            </span>
          ))}
        </span>
      </td>
      <td data-column="observations" data-numeric="">
        {format.count(trace.observationCount)}
      </td>
      <td data-column="tokens" data-numeric="">
        {tokens === null ? null : format.tokens(tokens)}
      </td>
      <td data-column="cost" data-numeric="">
        {cost !== null && <bdi>{format.cost(cost)}</bdi>}
      </td>
      <td data-column="latency" data-numeric="">
        {trace.latency !== null && <bdi>{format.duration(trace.latency)}</bdi>}
      </td>
    </>
  );
});
