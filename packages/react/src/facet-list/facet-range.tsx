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
const NOT_TYPED = { typed: null, isWrong: false };

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
          label={texts.atLeast(name)}
          value={choice.min}
          placeholder={print(least)}
          {...{ type, print }}
          onChange={(value) => set('min', value)}
        />
        <span aria-hidden="true">–</span>
        <RangeInput
          label={texts.atMost(name)}
          value={choice.max}
          placeholder={print(most)}
          {...{ type, print }}
          onChange={(value) => set('max', value)}
        />
      </div>
      {least < most && (
        <RangeSlider
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
  // What was typed stands until another value comes. The element stays the same, so that the focus stays in it.
  const [draft, setDraft] = useDraft<{ typed: string | null; isWrong: boolean }>(value);
  const { typed, isWrong } = draft ?? NOT_TYPED;
  const problemId = useId();

  function commit() {
    if (typed === null) return;
    const read = typed.trim() === '' ? null : readFieldValue(type, typed.trim(), false);
    const isReadable = typed.trim() === '' || typeof read === 'number';
    setDraft({ typed, isWrong: !isReadable });
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
        onChange={(event) => setDraft({ typed: event.target.value, isWrong })}
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
  // Thumbs stand where they were put until another range comes, and stay the same elements, which keep the focus.
  const [draft, setDraft] = useDraft<{ start: number; end: number; isMoved: boolean }>(
    `${choice.min} ${choice.max} ${least} ${most}`,
  );
  const { start, end, isMoved } = draft ?? {
    start: Math.round(toShare(choice.min ?? least) * STEPS),
    end: Math.round(toShare(choice.max ?? most) * STEPS),
    isMoved: false,
  };

  function commit() {
    if (!isMoved) return;
    setDraft({ start, end, isMoved: false });
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
          setDraft({ start: Math.min(Number(event.target.value), end), end, isMoved: true });
        }}
      />
      <input
        {...shared}
        type="range"
        aria-label={texts.atMost(name)}
        aria-valuetext={print(toValue(end / STEPS))}
        value={end}
        onChange={(event) => {
          setDraft({ start, end: Math.max(Number(event.target.value), start), isMoved: true });
        }}
      />
    </div>
  );
}

/** What a reader has begun over a value that came from outside; `null` as soon as another value comes. */
function useDraft<Begun>(over: number | string | null) {
  const [held, setHeld] = useState<{ readonly begun: Begun; readonly over: typeof over } | null>(null);
  if (held && held.over !== over) setHeld(null);
  const draft = held?.over === over ? held.begun : null;
  return [draft, (begun: Begun) => setHeld({ begun, over })] as const;
}
