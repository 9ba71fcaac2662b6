'use client';

import { useId } from 'react';
import { Icon } from '../icons/icon.tsx';
import { usePresentation } from './presentation.ts';
import { MOST_STARS } from './use-feedback.ts';
import type { FeedbackKind } from './use-feedback.ts';

interface RatingButtonsProps {
  kind: FeedbackKind;
  question: string;
  value: number | null;
  onRate: (value: number) => void;
}

/** Radio buttons drawn as thumbs or stars: arrow keys choose, as readers and browsers know it. */
export function RatingButtons({ kind, question, value, onRate }: RatingButtonsProps) {
  const { feedback: texts } = usePresentation().messages;
  const group = useId();
  const choices = kind === 'thumbs' ? [1, 0] : Array.from({ length: MOST_STARS }, (_, index) => index + 1);

  return (
    <fieldset className="oriel-feedback-rating" data-kind={kind}>
      <legend className="oriel-feedback-question">{question}</legend>
      {choices.map((choice) => (
        <label
          key={choice}
          className="oriel-feedback-choice"
          data-filled={isFilled(kind, choice, value) ? '' : undefined}
        >
          <input
            type="radio"
            className="oriel-feedback-radio"
            name={group}
            checked={value === choice}
            onChange={() => onRate(choice)}
          />
          <RatingIcon kind={kind} choice={choice} />
          <span className="oriel-visually-hidden">
            {kind === 'stars' ? texts.star(choice, MOST_STARS) : choice === 1 ? texts.good : texts.bad}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Three stars are the first, the second and the third. */
function isFilled(kind: FeedbackKind, choice: number, value: number | null): boolean {
  return value !== null && (kind === 'stars' ? choice <= value : choice === value);
}

function RatingIcon({ kind, choice }: { kind: FeedbackKind; choice: number }) {
  if (kind === 'stars') {
    return (
      <Icon>
        <path d="m8 2.3 1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11.1 4.5 13l.8-3.9-2.9-2.7 3.9-.5z" />
      </Icon>
    );
  }
  return (
    <Icon>
      <path
        d={
          choice === 1
            ? 'M5.5 7v6h-2.5v-6zM5.5 7.5 8 2.5c1.2 0 1.8.800 1.5 2L9 6.5h3.3c.8 0 1.4.800 1.2 1.6l-1.1 4c-.2.6-.7.9-1.2.900H5.5'
            : 'M5.5 9V3h-2.5v6zM5.5 8.5 8 13.5c1.2 0 1.8-.8 1.5-2L9 9.5h3.3c.8 0 1.4-.8 1.2-1.6l-1.1-4c-.2-.6-.7-.9-1.2-.9H5.5'
        }
      />
    </Icon>
  );
}
