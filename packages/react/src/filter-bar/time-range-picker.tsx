'use client';

import { useId, useRef, useState } from 'react';
import { useHeldFilters } from '../filters/use-held-filters.ts';
import type { HeldFiltersOptions } from '../filters/use-held-filters.ts';
import { ClockIcon } from './filter-bar-icons.tsx';
import { NextIcon } from '../icons/control-icons.tsx';
import { Popup } from '../popup/popup.tsx';
import { usePresentation } from './presentation.ts';
import { CustomTime } from './custom-time.tsx';
import { PresetList } from './preset-list.tsx';
import { timeRangeLabel } from './time-range-label.ts';
import { TimeZoneSelect } from './time-zone-select.tsx';

/**
 * A button that says which time is shown, and opens presets, moments to type, and the time zone. It needs no store.
 * The zone can be chosen below a `FilterProvider`, which writes all times in it.
 */
export function TimeRangePicker(options: HeldFiltersOptions) {
  const { messages, format } = usePresentation();
  const { filters, setFilters, bounds, now, timeZone, setTimeZone, isShared } = useHeldFilters(options);
  const texts = messages.filterBar;
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const popupId = useId();
  const label = timeRangeLabel(filters.time, messages, format);
  const zone = shortZone(timeZone, now, format.locale);

  function close() {
    setOpen(false);
    buttonRef.current?.focus();
  }

  return (
    <span className="oriel-time-range">
      <button
        ref={buttonRef}
        type="button"
        className="oriel-filter-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? popupId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <ClockIcon />
        <span className="oriel-visually-hidden">{texts.timeRange}: </span>
        <span className="oriel-filter-button-text">{label}</span>{' '}
        <span className="oriel-time-range-zone">{zone}</span>
        <NextIcon />
      </button>
      {isOpen && (
        <Popup
          id={popupId}
          label={texts.timeRange}
          anchorRef={buttonRef}
          align="end"
          className="oriel-time-range-popup"
          onClose={close}
        >
          <PresetList
            time={filters.time}
            onChoose={(preset, isDone) => {
              setFilters((present) => ({ ...present, time: { preset } }));
              if (isDone) close();
            }}
          />
          <div className="oriel-time-range-custom">
            <CustomTime
              key={timeZone}
              bounds={{ from: bounds.from ?? now - DAY, to: bounds.to ?? now }}
              timeZone={timeZone}
              onApply={(from, to) => {
                setFilters((present) => ({ ...present, time: { from, to } }));
                close();
              }}
            />
            {isShared && <TimeZoneSelect timeZone={timeZone} onChange={setTimeZone} />}
          </div>
        </Popup>
      )}
    </span>
  );
}

const DAY = 86_400_000;

/** `UTC`, `GMT+2`. */
function shortZone(timeZone: string, moment: number, locale: string): string {
  if (timeZone === 'UTC') return 'UTC';
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(moment);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
