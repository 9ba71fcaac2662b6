'use client';

import { useId, useRef, useState } from 'react';
import type { FacetValue } from '@oriel/core';
import { NextIcon } from '../icons/control-icons.tsx';
import { Popup } from '../popup/popup.tsx';
import { usePresentation } from './presentation.ts';

export interface EnvironmentSwitchViewProps {
  /** The environments that count; `null`: all but those of Langfuse's own jobs. */
  value: readonly string[] | null;
  onChange: (environments: readonly string[] | null) => void;
  /** Environments there are, with how many traces; `null` while they load. */
  environments: readonly FacetValue[] | null;
  /** What went wrong. @defaultValue nothing */
  error?: string | undefined;
  onRetry?: (() => void) | undefined;
  /** Called when somebody opens it, to load what there is. */
  onOpen?: (() => void) | undefined;
}

/** `EnvironmentSwitch` for environments you know: no store. */
export function EnvironmentSwitchView({ value, onChange, onOpen, ...choices }: EnvironmentSwitchViewProps) {
  const { messages, format } = usePresentation();
  const texts = messages.filterBar;
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const popupId = useId();
  const label =
    value === null
      ? texts.allEnvironments
      : value.length === 0
        ? texts.noEnvironment
        : value.length === 1
          ? value[0]
          : texts.someEnvironments(value.length, format.count(value.length));

  return (
    <span className="oriel-environment-switch">
      <button
        ref={buttonRef}
        type="button"
        className="oriel-filter-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? popupId : undefined}
        data-changed={value === null ? undefined : ''}
        onClick={() => {
          if (!isOpen) onOpen?.();
          setOpen(!isOpen);
        }}
      >
        <span className="oriel-visually-hidden">{texts.environments}: </span>
        <span className="oriel-filter-button-text">{label}</span>
        <NextIcon />
      </button>
      {isOpen && (
        <Popup
          id={popupId}
          label={texts.environments}
          anchorRef={buttonRef}
          align="end"
          className="oriel-choices"
          onClose={() => {
            setOpen(false);
            buttonRef.current?.focus();
          }}
        >
          <EnvironmentChoices value={value} onChange={onChange} {...choices} />
        </Popup>
      )}
    </span>
  );
}

function EnvironmentChoices({
  value,
  onChange,
  environments,
  error,
  onRetry,
}: Omit<EnvironmentSwitchViewProps, 'onOpen'>) {
  const { messages } = usePresentation();
  const texts = messages.filterBar;
  const known = environments ?? [];
  // What was chosen stays to be taken back, though this time has nothing of it.
  const gone = (value ?? []).filter((name) => !known.some((one) => one.value === name));
  const all = [...known, ...gone.map((name) => ({ value: name, count: environments === null ? null : 0 }))];
  const isJob = (name: unknown) => String(name).startsWith('langfuse-');
  const [ours, jobs] = [all.filter((one) => !isJob(one.value)), all.filter((one) => isJob(one.value))];

  function toggle(name: string, isChosen: boolean) {
    const others = (value ?? []).filter((one) => one !== name);
    const next = isChosen ? [...others, name] : others;
    onChange(next.length === 0 ? null : next);
  }

  const row = ({ value: name, count }: { value: FacetValue['value']; count: number | null }) => (
    <Choice
      key={String(name)}
      text={String(name)}
      count={count}
      isChosen={value?.includes(String(name)) ?? false}
      onChoose={(isChosen) => toggle(String(name), isChosen)}
    />
  );
  return (
    <>
      <Choice
        text={texts.allEnvironments}
        count={null}
        isChosen={value === null}
        onChoose={() => onChange(null)}
      />
      {ours.length > 0 && <div className="oriel-choices-group">{ours.map(row)}</div>}
      {jobs.length > 0 && (
        <fieldset className="oriel-choices-group">
          <legend>{texts.jobs}</legend>
          {jobs.map(row)}
        </fieldset>
      )}
      {error !== undefined ? (
        <p className="oriel-filter-popup-note" role="alert">
          {texts.environmentsFailed}: {error}{' '}
          {onRetry && (
            <button type="button" className="oriel-text-button" onClick={onRetry}>
              {messages.retry}
            </button>
          )}
        </p>
      ) : environments === null ? (
        <p className="oriel-filter-popup-note">{texts.readingEnvironments}</p>
      ) : (
        all.length === 0 && <p className="oriel-filter-popup-note">{texts.noEnvironments}</p>
      )}
    </>
  );
}

interface ChoiceProps {
  text: string;
  count: number | null;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function Choice({ text, count, isChosen, onChoose }: ChoiceProps) {
  const { format } = usePresentation();
  return (
    <label className="oriel-choice">
      <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
      <bdi className="oriel-choice-text">{text}</bdi>
      {count !== null && <span className="oriel-choice-count">{format.count(count)}</span>}
    </label>
  );
}
