'use client';

import { useContext, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { EpochMs, RecordQuery } from '@oriel/core';
import { FiltersContext } from '../filters/filters-context.ts';
import { usePresentation } from './presentation.ts';
import { PulseFigures } from './pulse-figures.tsx';
import { pulseText } from './pulse-text.ts';
import { usePulse } from './use-pulse.ts';

/** Called with a stretch of time that the reader picked: its first moment, and the first one after it. */
export type OnTimeRange = (range: { readonly from: EpochMs; readonly to: EpochMs }) => void;

export interface PulseStripProps {
  view: 'traces' | 'observations';
  query: RecordQuery;
  /** @defaultValue the time of the nearest `FilterProvider` */
  onTimeRange?: OnTimeRange | undefined;
}

interface Picked {
  /** Where the reader is. */
  readonly at: number;
  /** Where a stretch began. */
  readonly from: number;
}

/**
 * How much happened when: counts with errors, costs and latencies as small bars. A click or a drag narrows the time to
 * what was picked; by keys, arrows go from bar to bar, Shift takes more of them, Enter narrows.
 */
export function PulseStrip({ view, query, onTimeRange }: PulseStripProps) {
  const presentation = usePresentation();
  const texts = presentation.messages.recordTable;
  const provided = useContext(FiltersContext);
  const pulse = usePulse(view, query);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [isDragging, setIsDragging] = useState(false);

  const narrow: OnTimeRange | null =
    onTimeRange ?? (provided ? (time) => provided.setFilters((present) => ({ ...present, time })) : null);
  const buckets = pulse?.buckets ?? [];
  const end = buckets.length - 1;
  const at = Math.min(picked?.at ?? end, end);
  const stretch = picked && at >= 0 ? [Math.min(picked.from, at), Math.max(picked.from, at)] : null;
  const [low = 0, high = 0] = stretch ?? [];

  function pick() {
    const [first, last] = [buckets[low], buckets[high]];
    if (!narrow || !stretch || !first || !last) return;
    setPicked(null);
    narrow({ from: first.start, to: last.end });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const forwards = isMirrored(event.currentTarget) ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + forwards,
      ArrowLeft: at - forwards,
      ArrowUp: at + 1,
      ArrowDown: at - 1,
      Home: 0,
      End: end,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      const next = Math.min(end, Math.max(0, to));
      setPicked({ at: next, from: event.shiftKey ? (picked?.from ?? at) : next });
    } else if (event.key === 'Enter') pick();
    else if (event.key === 'Escape' && picked) setPicked(null);
    else return;
    event.preventDefault();
  }

  function placeOf(event: PointerEvent<HTMLElement>): number | null {
    const plot = (event.target as Element).closest('svg') ?? event.currentTarget.querySelector('svg');
    if (!plot || buckets.length === 0) return null;
    const { left, width } = plot.getBoundingClientRect();
    const share = Math.min(0.9999, Math.max(0, (event.clientX - left) / width));
    return Math.floor((isMirrored(plot) ? 1 - share : share) * buckets.length);
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const place = placeOf(event);
    if (place !== null) setPicked({ at: place, from: isDragging && picked ? picked.from : place });
  }

  const shown = picked ? (buckets[at] ?? null) : null;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input holds one value, a stretch has two ends
      role="slider"
      tabIndex={0}
      className="oriel-pulse"
      aria-label={texts.pulse}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, end)}
      aria-valuenow={Math.max(0, at)}
      aria-valuetext={pulseText(pulse ? (buckets[at] ?? pulse.sum) : null, presentation)}
      data-narrows={narrow ? '' : undefined}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => {
        if (!isDragging) setPicked(null);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0 || !narrow) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setIsDragging(true);
        onPointerMove(event);
      }}
      onPointerUp={() => {
        if (isDragging) pick();
        setIsDragging(false);
      }}
      onPointerCancel={() => {
        setIsDragging(false);
        setPicked(null);
      }}
      onBlur={() => setPicked(null)}
    >
      <PulseFigures
        buckets={buckets}
        sum={pulse?.sum ?? null}
        shown={shown}
        low={low}
        high={high}
        isPicked={stretch !== null}
      />
    </div>
  );
}

function isMirrored(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
