'use client';

import { useId, useState } from 'react';
import { parseFilterText } from '@oriel/core';
import type { ReleaseName } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { CompareChoice } from './compare-choice.ts';

interface SidePickersProps {
  names: readonly ReleaseName[];
  choice: CompareChoice;
  onChoice: (choice: CompareChoice) => void;
}

const WAYS: readonly CompareChoice['by'][] = ['release', 'version', 'filter'];

/** Chooses the two sides, and what they are: releases, versions or filters. */
export function SidePickers({ names, choice, onChoice }: SidePickersProps) {
  const { messages } = usePresentation();
  const own = messages.releaseCompare;
  const isFilter = choice.by === 'filter';
  const empty = { baseline: null, candidate: null };
  return (
    <div className="oriel-release-compare-pickers">
      <label className="oriel-release-compare-field">
        {own.compareBy}
        <select
          className="oriel-release-compare-select"
          value={choice.by}
          onChange={({ target }) => {
            const by = target.value as CompareChoice['by'];
            onChoice(by === 'filter' ? { by, baseline: '', candidate: '' } : { by, ...empty });
          }}
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {own.by[way]}
            </option>
          ))}
        </select>
      </label>
      {(['baseline', 'candidate'] as const).map((side) => {
        const set = (text: string) => onChoice({ ...choice, [side]: text });
        return isFilter ? (
          <FilterField
            key={side}
            label={side === 'baseline' ? own.baselineFilter : own.candidateFilter}
            text={choice[side] ?? ''}
            onText={set}
          />
        ) : (
          <NameField key={side} label={own[side]} name={choice[side]} names={names} onName={set} />
        );
      })}
      <button
        type="button"
        className="oriel-button"
        onClick={() => onChoice({ by: choice.by, baseline: choice.candidate, candidate: choice.baseline })}
      >
        {own.swap}
      </button>
    </div>
  );
}

interface NameFieldProps {
  label: string;
  name: string | null;
  names: readonly ReleaseName[];
  onName: (name: string) => void;
}

function NameField({ label, name, names, onName }: NameFieldProps) {
  const { messages, format } = usePresentation();
  const own = messages.releaseCompare;
  // What was chosen may have no traces in the present time.
  const isListed = name === null || names.some((one) => one.name === name);
  return (
    <label className="oriel-release-compare-field">
      {label}
      <select
        className="oriel-release-compare-select"
        value={name ?? ''}
        onChange={({ target }) => onName(target.value)}
      >
        {name === null && <option value="">{own.chooseOne}</option>}
        {!isListed && <option value={name}>{own.option(name, format.count(0))}</option>}
        {names.map((one) => (
          <option key={one.name} value={one.name}>
            {own.option(one.name, format.count(one.traces))}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FilterFieldProps {
  label: string;
  text: string;
  onText: (text: string) => void;
}

function FilterField({ label, text, onText }: FilterFieldProps) {
  const id = useId();
  const [error] = parseFilterText(text, 'traces').errors;
  const [draft, setDraft] = useState(text);
  const [before, setBefore] = useState(text);
  if (before !== text) {
    setBefore(text);
    setDraft(text);
  }
  return (
    <label className="oriel-release-compare-field" data-wide="">
      {label}
      <input
        className="oriel-release-compare-select"
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={error && id}
        onBlur={({ target }) => onText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onText(event.currentTarget.value);
        }}
      />
      {error && (
        <span id={id} className="oriel-release-compare-mistake">
          {error.message}
        </span>
      )}
    </label>
  );
}
