'use client';

import { useId } from 'react';
import type { ScoreConfig, ScoreDraft, ScoreProblem } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { ScoreChoices } from './score-choices.tsx';

interface ScoreFieldProps {
  config: ScoreConfig;
  draft: ScoreDraft;
  problem: ScoreProblem | undefined;
  onChange: (part: Partial<ScoreDraft>) => void;
}

/** One score: what it is about, its value and the reason for it. */
export function ScoreField({ config, draft, problem, onChange }: ScoreFieldProps) {
  const { messages } = usePresentation();
  const texts = messages.scoreForm;
  const id = useId();
  const described = problem === undefined ? undefined : `${id}-problem`;
  const hasChoices = config.dataType === 'BOOLEAN' || config.dataType === 'CATEGORICAL';

  return (
    <div className="oriel-score-field" data-invalid={problem === undefined ? undefined : ''}>
      {hasChoices ? (
        <ScoreChoices
          config={config}
          value={draft.value}
          describedBy={described}
          onChange={(value) => onChange({ value })}
        />
      ) : (
        <>
          <label className="oriel-score-label" htmlFor={id}>
            {config.name}
          </label>
          {config.description !== null && (
            <p className="oriel-quiet oriel-score-hint">{config.description}</p>
          )}
          <ScoreInput
            id={id}
            config={config}
            value={draft.value}
            describedBy={described}
            onChange={(value) => onChange({ value })}
          />
        </>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="oriel-score-problem" role="alert">
          {texts.problem(problem, config)}
        </p>
      )}
      {(draft.value !== null || draft.comment !== '') && (
        <input
          className="oriel-field oriel-score-reason"
          type="text"
          maxLength={5000}
          aria-label={texts.commentOf(config.name)}
          placeholder={texts.commentOf(config.name)}
          value={draft.comment}
          onChange={(event) => onChange({ comment: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

interface ScoreInputProps {
  id: string;
  config: ScoreConfig;
  value: ScoreDraft['value'];
  describedBy: string | undefined;
  onChange: (value: ScoreDraft['value']) => void;
}

/** A number or a text. What is no number yet stays what was typed, and is named when it is saved. */
function ScoreInput({ id, config, value, describedBy, onChange }: ScoreInputProps) {
  const { messages, format } = usePresentation();
  const { minValue, maxValue, dataType } = config;
  const attributes = {
    id,
    className: 'oriel-field',
    value: value ?? '',
    'aria-invalid': describedBy !== undefined,
    'aria-describedby': describedBy,
  };
  if (dataType === 'TEXT') {
    return (
      <textarea {...attributes} rows={2} onChange={(event) => onChange(event.currentTarget.value || null)} />
    );
  }
  const write = (limit: number | null) => (limit === null ? null : format.number(limit));
  return (
    <span className="oriel-score-number">
      <input
        {...attributes}
        type="number"
        step="any"
        min={minValue ?? undefined}
        max={maxValue ?? undefined}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : currentTarget.valueAsNumber)
        }
      />
      {(minValue !== null || maxValue !== null) && (
        <span className="oriel-quiet">{messages.scoreForm.range(write(minValue), write(maxValue))}</span>
      )}
    </span>
  );
}
