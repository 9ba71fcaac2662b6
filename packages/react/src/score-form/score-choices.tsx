'use client';

import { useId } from 'react';
import type { ScoreConfig, ScoreDraft } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface ScoreChoicesProps {
  config: ScoreConfig;
  value: ScoreDraft['value'];
  describedBy: string | undefined;
  onChange: (value: number | string) => void;
}

/** Yes and no, or the categories, as radio buttons: arrow keys choose. */
export function ScoreChoices({ config, value, describedBy, onChange }: ScoreChoicesProps) {
  const { scoreForm: texts } = usePresentation().messages;
  const group = useId();
  const choices: readonly (readonly [number | string, string])[] =
    config.dataType === 'BOOLEAN'
      ? [
          [1, texts.yes],
          [0, texts.no],
        ]
      : config.categories.map((category) => [category, category]);

  return (
    <fieldset className="oriel-score-choices" aria-describedby={describedBy}>
      <legend className="oriel-score-label">{config.name}</legend>
      {config.description !== null && <p className="oriel-quiet oriel-score-hint">{config.description}</p>}
      <div className="oriel-score-choice-list">
        {choices.map(([choice, label]) => (
          <label key={choice} className="oriel-score-choice" data-chosen={value === choice ? '' : undefined}>
            <input
              type="radio"
              className="oriel-score-radio"
              name={group}
              checked={value === choice}
              onChange={() => onChange(choice)}
            />
            <span dir="auto">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
