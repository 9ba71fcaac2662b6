'use client';

import type { Score } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface ScoreListProps {
  scores: readonly Score[];
  /** Only who gave them and why: the values are shown elsewhere. @defaultValue `false` */
  isWithoutValues?: boolean | undefined;
}

/** Judgements of a node, each with who gave it and why. */
export function ScoreList({ scores, isWithoutValues = false }: ScoreListProps) {
  const { messages, format } = usePresentation();

  function valueOf({ dataType, value }: Score): string {
    if (dataType === 'BOOLEAN') return value === 1 ? messages.yes : messages.no;
    return typeof value === 'number' ? format.number(value) : value;
  }

  return (
    <ul className="oriel-scores">
      {scores.map((score) => (
        <li key={score.id} className="oriel-score" data-source={score.source} data-type={score.dataType}>
          <span className="oriel-score-name">{score.name}</span>
          {!isWithoutValues && (
            <span className="oriel-score-value" dir="auto">
              {valueOf(score)}
            </span>
          )}
          <span className="oriel-score-source">
            {messages.scoreSources[score.source]}
            {score.authorId !== null && (
              <>
                {' · '}
                <bdi className="oriel-score-author">{score.authorId}</bdi>
              </>
            )}
            {' · '}
            {format.shortTime(score.timestamp)}
          </span>
          {score.comment !== null && (
            <span className="oriel-score-comment" dir="auto">
              {score.comment}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
