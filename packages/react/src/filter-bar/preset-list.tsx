'use client';

import { useEffect, useId, useRef } from 'react';
import { TIME_PRESETS } from '@oriel/core';
import type { TimePreset, TimeRange } from '@oriel/core';
import { usePresentation } from './presentation.ts';

const PRESETS = Object.keys(TIME_PRESETS) as TimePreset[];

interface PresetListProps {
  time: TimeRange;
  /** `isDone` for a press: arrow keys go on. */
  onChoose: (preset: TimePreset, isDone: boolean) => void;
}

/** Presets as one group of radio buttons: one tab stop, arrow keys choose. */
export function PresetList({ time, onChoose }: PresetListProps) {
  const { messages } = usePresentation();
  const name = useId();
  const ref = useRef<HTMLFieldSetElement>(null);
  const chosen = 'preset' in time ? time.preset : null;

  useEffect(() => {
    const inputs = [...(ref.current?.querySelectorAll('input') ?? [])];
    (inputs.find((input) => input.checked) ?? inputs[0])?.focus();
  }, []);

  return (
    <fieldset ref={ref} className="oriel-time-range-presets" aria-label={messages.filterBar.timeRange}>
      {PRESETS.map((preset) => (
        <label key={preset} className="oriel-time-range-preset">
          <input
            type="radio"
            className="oriel-visually-hidden"
            name={name}
            checked={preset === chosen}
            onChange={() => onChoose(preset, false)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onChoose(preset, true);
            }}
          />
          <span onPointerUp={() => onChoose(preset, true)}>{messages.filterBar.presets[preset]}</span>
        </label>
      ))}
    </fieldset>
  );
}
