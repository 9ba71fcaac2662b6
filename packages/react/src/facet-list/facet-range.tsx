'use client';

import { useId, useState } from 'react';
import { findField, printFieldValue, rangeScale, readFieldValue } from '@oriel/core';
import type { Facet, FacetChoice, View } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface FacetRangeProps {
  view: View;
  name: string;
  facet: Facet;
  choice: FacetChoice;
  onChoose: (choice: FacetChoice) => void;
}

const STEPS = 100;

/** The ends of a range: typed as in the filter text (`2s`, `0.5`), or drawn. */
export function FacetRange({ view, name, facet, choice, onChoose }: FacetRangeProps) {
  const { messages } = usePresentation();
  const texts = messages.facetList;
  const found = findField(view, facet.field)?.type ?? 'number';
  // What clients sent may be of any kind; here it is numbers.
  const type = found === 'any' ? 'number' : found;
  const least = Math.min(facet.min ?? choice.min ?? 0, choice.min ?? Infinity);
  const most = Math.max(facet.max ?? choice.max ?? 0, choice.max ?? -Infinity);
  const print = (value: number) => printFieldValue(type, value) ?? String(value);

  function set(end: 'min' | 'max', value: number | null) {
    if (choice[end] !== value) onChoose({ ...choice, [end]: value });
  }

  if (facet.min === null && choice.min === null && choice.max === null) {
    return <p className="oriel-facet-note">{texts.nothing}</p>;
  }
  return (
    <>
      <div className="oriel-facet-ends">
        <RangeInput
          key={`min ${choice.min}`}
          label={texts.atLeast(name)}
          value={choice.min}
          placeholder={print(least)}
          {...{ type, print }}
          onChange={(value) => set('min', value)}
        />
        <span aria-hidden="true">–</span>
        <RangeInput
          key={`max ${choice.max}`}
          label={texts.atMost(name)}
          value={choice.max}
          placeholder={print(most)}
          {...{ type, print }}
          onChange={(value) => set('max', value)}
        />
      </div>
      {least < most && (
        <RangeSlider
          key={`${choice.min} ${choice.max} ${least} ${most}`}
          {...{ name, least, most, choice, print }}
          onChange={(min, max) => onChoose({ ...choice, min, max })}
        />
      )}
    </>
  );
}

interface RangeInputProps {
  label: string;
  value: number | null;
  placeholder: string;
  type: 'number' | 'duration' | 'time' | 'text' | 'texts' | 'boolean' | 'payload';
  print: (value: number) => string;
  onChange: (value: number | null) => void;
}

function RangeInput({ label, value, placeholder, type, print, onChange }: RangeInputProps) {
  const { messages } = usePresentation();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const problemId = useId();

  function commit() {
    if (typed === null) return;
    const read = typed.trim() === '' ? null : readFieldValue(type, typed.trim(), false);
    const isReadable = typed.trim() === '' || typeof read === 'number';
    setWrong(!isReadable);
    if (isReadable) onChange(typeof read === 'number' ? read : null);
  }

  return (
    <>
      <input
        type="text"
        className="oriel-facet-end"
        dir="ltr"
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        placeholder={placeholder}
        value={typed ?? (value === null ? '' : print(value))}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      {isWrong && (
        <span id={problemId} role="alert" className="oriel-visually-hidden">
          {messages.facetList.unreadable(typed ?? '')}
        </span>
      )}
    </>
  );
}

interface RangeSliderProps {
  name: string;
  least: number;
  most: number;
  choice: FacetChoice;
  print: (value: number) => string;
  onChange: (min: number | null, max: number | null) => void;
}

/** Two sliders on one track: a drag or a key is applied when it ends. */
function RangeSlider({ name, least, most, choice, print, onChange }: RangeSliderProps) {
  const { facetList: texts } = usePresentation().messages;
  const { toShare, toValue } = rangeScale(least, most);
  const [start, setStart] = useState(Math.round(toShare(choice.min ?? least) * STEPS));
  const [end, setEnd] = useState(Math.round(toShare(choice.max ?? most) * STEPS));
  const [isMoved, setMoved] = useState(false);

  function commit() {
    if (!isMoved) return;
    setMoved(false);
    // At its end a slider says nothing.
    onChange(start === 0 ? null : toValue(start / STEPS), end === STEPS ? null : toValue(end / STEPS));
  }

  const shared = {
    min: 0,
    max: STEPS,
    className: 'oriel-facet-thumb',
    onPointerUp: commit,
    onKeyUp: commit,
    onBlur: commit,
  } as const;
  return (
    <div className="oriel-facet-slider">
      <span
        className="oriel-facet-track"
        style={{
          insetInlineStart: `${(start / STEPS) * 100}%`,
          inlineSize: `${((end - start) / STEPS) * 100}%`,
        }}
      />
      <input
        {...shared}
        type="range"
        aria-label={texts.atLeast(name)}
        aria-valuetext={print(toValue(start / STEPS))}
        value={start}
        onChange={(event) => {
          setStart(Math.min(Number(event.target.value), end));
          setMoved(true);
        }}
      />
      <input
        {...shared}
        type="range"
        aria-label={texts.atMost(name)}
        aria-valuetext={print(toValue(end / STEPS))}
        value={end}
        onChange={(event) => {
          setEnd(Math.max(Number(event.target.value), start));
          setMoved(true);
        }}
      />
    </div>
  );
}
