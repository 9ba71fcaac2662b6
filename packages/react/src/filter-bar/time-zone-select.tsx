'use client';

import { useMemo } from 'react';
import { usePresentation } from './presentation.ts';

interface TimeZoneSelectProps {
  timeZone: string;
  onChange: (timeZone: string) => void;
}

/** The reader's own time zone, UTC, and every other by its name. */
export function TimeZoneSelect({ timeZone, onChange }: TimeZoneSelectProps) {
  const { messages } = usePresentation();
  const texts = messages.filterBar;
  const own = useMemo(() => new Intl.DateTimeFormat().resolvedOptions().timeZone, []);
  const all = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const first = [...new Set([own, 'UTC', timeZone])];

  return (
    <label className="oriel-time-range-label">
      {texts.timeZone}
      <select value={timeZone} onChange={(event) => onChange(event.target.value)}>
        {first.map((zone) => (
          <option key={zone} value={zone}>
            {zone === own && zone !== 'UTC' ? texts.readersZone(zone) : zone}
          </option>
        ))}
        <optgroup label={texts.allZones}>
          {all
            .filter((zone) => !first.includes(zone))
            .map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
        </optgroup>
      </select>
    </label>
  );
}
