'use client';

import { isSameScoreKey } from '@oriel/core';
import type { CountedScoreKey, ScoreKey } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { ScoreChoice } from './use-score-analytics.ts';

interface ScorePickersProps {
  keys: readonly CountedScoreKey[];
  choice: ScoreChoice;
  onChoice: (choice: ScoreChoice) => void;
}

/** Chooses the score, and the one it is compared with. */
export function ScorePickers({ keys, choice, onChoice }: ScorePickersProps) {
  const { scoreAnalytics: own } = usePresentation().messages;
  const { first, second } = choice;
  const others = keys.filter(
    (key) => first && key.dataType === first.dataType && !isSameScoreKey(key, first),
  );
  return (
    <div className="oriel-score-analytics-pickers">
      <KeyField
        label={own.first}
        keys={keys}
        chosen={first}
        onKey={(key) => onChoice({ ...choice, first: key })}
      />
      <KeyField
        label={own.second}
        keys={others}
        chosen={second}
        nothing={own.nothing}
        onKey={(key) => onChoice({ ...choice, second: key })}
      />
    </div>
  );
}

interface KeyFieldProps {
  label: string;
  keys: readonly CountedScoreKey[];
  chosen: ScoreKey | null;
  /** How it is said that none is chosen. @defaultValue one has to be */
  nothing?: string | undefined;
  onKey: (key: ScoreKey | null) => void;
}

function KeyField({ label, keys, chosen, nothing, onKey }: KeyFieldProps) {
  const { messages, format } = usePresentation();
  // What was chosen may have no scores in the present time.
  const isListed = chosen === null || keys.some((key) => isSameScoreKey(key, chosen));
  const listed = isListed ? keys : [{ ...chosen, count: 0 }, ...keys];
  // A name may be anything, so places stand for scores.
  const place = chosen ? listed.findIndex((key) => isSameScoreKey(key, chosen)) : -1;
  return (
    <label className="oriel-score-analytics-field">
      {label}
      <select
        className="oriel-field"
        value={place === -1 ? '' : String(place)}
        onChange={({ target }) => {
          const key = target.value === '' ? undefined : listed[Number(target.value)];
          onKey(key ? { name: key.name, source: key.source, dataType: key.dataType } : null);
        }}
      >
        {nothing !== undefined && <option value="">{nothing}</option>}
        {listed.map(({ name, source, dataType, count }, at) => (
          <option key={JSON.stringify([name, source, dataType])} value={String(at)}>
            {messages.scoreAnalytics.option(name, messages.scoreSources[source], format.count(count))}
          </option>
        ))}
      </select>
    </label>
  );
}
