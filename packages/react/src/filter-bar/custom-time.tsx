'use client';

import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { zonedMoment, zonedTime } from '@oriel/core';
import type { EpochMs } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface CustomTimeProps {
  /** What is shown now, to begin with. */
  bounds: { readonly from: EpochMs; readonly to: EpochMs };
  timeZone: string;
  onApply: (from: EpochMs, to: EpochMs) => void;
}

/** Two moments to type, as clocks of the time zone show them. */
export function CustomTime({ bounds, timeZone, onApply }: CustomTimeProps) {
  const { messages } = usePresentation();
  const texts = messages.filterBar;
  const [start] = useState(bounds);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // What was not touched keeps its seconds, which the inputs do not show.
    const begin = from === null ? start.from : zonedMoment(from, timeZone);
    const end = to === null ? start.to : zonedMoment(to, timeZone);
    if (begin === null || end === null) setProblem(texts.noTime);
    else if (begin >= end) setProblem(texts.endsBeforeStart);
    else onApply(begin, end);
  }

  const described = { 'aria-invalid': problem !== null, 'aria-describedby': problem ? problemId : undefined };
  return (
    <form className="oriel-time-range-form" onSubmit={onSubmit} noValidate>
      <label className="oriel-time-range-label">
        {texts.from}
        <input
          {...described}
          type="datetime-local"
          value={from ?? zonedTime(start.from, timeZone)}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label className="oriel-time-range-label">
        {texts.to}
        <input
          {...described}
          type="datetime-local"
          value={to ?? zonedTime(start.to, timeZone)}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      {problem && (
        <p id={problemId} className="oriel-time-range-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="oriel-button">
        {texts.apply}
      </button>
    </form>
  );
}
