'use client';

import { useContext } from 'react';
import type { EpochMs, MergedUser, Milliseconds, ScoreMean, Tokens, Usd } from '@oriel/core';
import { GroupAnswersContext } from './group-answers.ts';
import { Sparkline } from './sparkline.tsx';
import { usePresentation } from './presentation.ts';

export function MomentCell({ moment }: { moment: EpochMs }) {
  const { format } = usePresentation();
  return <span title={format.exactTime(moment)}>{format.dateTime(moment)}</span>;
}

export function LengthCell({ length }: { length: Milliseconds }) {
  return <bdi>{usePresentation().format.duration(length)}</bdi>;
}

export function CountCell({ count }: { count: number }) {
  return usePresentation().format.count(count);
}

export function AmountCell({ tokens, cost }: { tokens?: Tokens | null; cost?: Usd | null }) {
  const { format } = usePresentation();
  if (typeof tokens === 'number') return format.tokens(tokens);
  return typeof cost === 'number' ? <bdi>{format.cost(cost)}</bdi> : null;
}

interface ErrorShareProps {
  errors: number | undefined;
  traces: number;
}

/** How many of the traces failed; nothing where none did. */
export function ErrorShare({ errors = 0, traces }: ErrorShareProps) {
  const { format } = usePresentation();
  if (errors === 0) return null;
  return (
    <span className="oriel-group-errors">
      {format.count(errors)}
      <span className="oriel-group-quiet">{format.share(errors / traces)}</span>
    </span>
  );
}

export function ErrorsCell({ id, traces }: { id: string; traces: number }) {
  return <ErrorShare errors={useContext(GroupAnswersContext).errors?.get(id)} traces={traces} />;
}

export function TagsCell({ id }: { id: string }) {
  const tags = useContext(GroupAnswersContext).tags?.get(id) ?? [];
  return (
    <span className="oriel-tags oriel-group-line" title={tags.join(', ')}>
      {tags.map((tag) => (
        <span key={tag} className="oriel-tag">
          {tag}
        </span>
      ))}
    </span>
  );
}

export function ScoresCell({ id }: { id: string }) {
  return <ScoreMeans means={useContext(GroupAnswersContext).scores?.get(id) ?? []} />;
}

/** What scores came to: means of numbers, shares of yes, counts of the others. */
export function ScoreMeans({ means }: { means: readonly ScoreMean[] }) {
  const { messages, format } = usePresentation();
  return (
    <span className="oriel-group-line">
      {means.map(({ name, dataType, count, mean }) => (
        <span
          key={`${name} ${dataType}`}
          className="oriel-group-score"
          title={messages.people.scored(name, count, format.count(count))}
        >
          {name}
          <strong>
            {mean === null
              ? `×${format.count(count)}`
              : dataType === 'BOOLEAN'
                ? format.share(mean)
                : format.number(Math.round(mean * 1000) / 1000)}
          </strong>
        </span>
      ))}
    </span>
  );
}

export function TrendCell({ id }: { id: string }) {
  const trend = useContext(GroupAnswersContext).trends?.get(id);
  return trend ? <Sparkline trend={trend} /> : null;
}

/** Sessions of a user; where several ids were added up and nobody counted, at most so many. */
export function SessionsCell({ user }: { user: MergedUser }) {
  const { messages, format } = usePresentation();
  const counted = useContext(GroupAnswersContext).sessions?.get(user.id);
  if (user.isSessionCountExact) return format.count(user.sessionCount);
  return counted === undefined
    ? messages.people.atMost(format.count(user.sessionCount))
    : format.count(counted);
}
