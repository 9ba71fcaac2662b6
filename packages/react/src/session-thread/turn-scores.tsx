'use client';

import type { Score } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { ThumbDownIcon, ThumbUpIcon } from './turn-icons.tsx';

interface TurnScoresProps {
  scores: readonly Score[];
}

/** What people and evaluators said of an answer. */
export function TurnScores({ scores }: TurnScoresProps) {
  if (scores.length === 0) return null;
  return (
    <ul className="oriel-session-thread-scores">
      {scores.map((score) => (
        <ScoreChip key={score.id} score={score} />
      ))}
    </ul>
  );
}

function ScoreChip({ score }: { score: Score }) {
  const { messages, format } = usePresentation();
  const { name, value, dataType, source, comment, timestamp } = score;
  // A text is its own comment.
  const quote = dataType === 'TEXT' || dataType === 'CORRECTION' ? String(value) : comment;
  const verdict = dataType !== 'BOOLEAN' ? undefined : value === 1 ? 'good' : 'bad';
  return (
    <li
      className="oriel-session-thread-score"
      data-source={source}
      data-type={dataType}
      data-verdict={verdict}
    >
      <span
        className="oriel-session-thread-score-chip"
        title={`${messages.scoreSources[source]} · ${format.dateTime(timestamp)}`}
      >
        {verdict && (value === 1 ? <ThumbUpIcon /> : <ThumbDownIcon />)}
        <span className="oriel-session-thread-score-name">{name}</span>
        {verdict ? (
          <span className="oriel-visually-hidden">{value === 1 ? messages.yes : messages.no}</span>
        ) : quote === null || quote !== String(value) ? (
          <span className="oriel-session-thread-score-value" dir="auto">
            {typeof value === 'number' ? format.number(value) : value}
          </span>
        ) : null}
      </span>
      {quote !== null && quote !== '' && (
        <q className="oriel-session-thread-quote" dir="auto">
          {quote}
        </q>
      )}
    </li>
  );
}
