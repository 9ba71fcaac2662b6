'use client';

import { useFilters } from '../filters/use-filters.ts';
import { usePresentation } from './presentation.ts';

/** Stops time for every panel below the nearest `FilterProvider`, to look closer, and lets it go on. */
export function LiveSwitch() {
  const { messages, format } = usePresentation();
  const { isLive, setLive, now } = useFilters();
  const texts = messages.filterBar;
  const hint = isLive ? texts.liveHint : texts.stoppedHint(format.dateTime(now));
  return (
    <button
      type="button"
      className="oriel-filter-button oriel-live-switch"
      aria-pressed={isLive}
      title={hint}
      onClick={() => setLive(!isLive)}
    >
      <span className="oriel-live-switch-mark" aria-hidden="true" />
      {texts.live}
    </button>
  );
}
