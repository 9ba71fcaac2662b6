'use client';

import { usePresentation } from './presentation.ts';

interface LowestPickerProps {
  /** Scores that have a lowest. */
  names: readonly string[];
  lowest: string | null;
  onLowest: (name: string | null) => void;
}

/** Chooses between all scores and the worst judgements by one of them. */
export function LowestPicker({ names, lowest, onLowest }: LowestPickerProps) {
  const { scoreTable: texts } = usePresentation().messages;
  // What was chosen may have no scores in the present time.
  const listed = lowest === null || names.includes(lowest) ? names : [lowest, ...names];
  // A name may be anything, so places stand for names.
  return (
    <select
      className="oriel-field oriel-score-table-lowest"
      aria-label={texts.show}
      value={lowest === null ? '' : String(listed.indexOf(lowest))}
      onChange={({ target }) => onLowest(target.value === '' ? null : (listed[Number(target.value)] ?? null))}
    >
      <option value="">{texts.allScores}</option>
      {listed.map((name, place) => (
        <option key={name} value={String(place)}>
          {texts.lowestOf(name)}
        </option>
      ))}
    </select>
  );
}
