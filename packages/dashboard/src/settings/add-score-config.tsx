'use client';

import { useState } from 'react';
import type { FormEvent } from 'react';
import { readScoreConfig } from '@oriel/core';
import type { JsonValue, ScoreConfig } from '@oriel/core';
import { useDashboard } from '../navigation/dashboard-context.ts';

const TYPES = ['BOOLEAN', 'NUMERIC', 'CATEGORICAL', 'TEXT'] as const;

interface AddScoreConfigProps {
  isBusy: boolean;
  onAdd: (config: ScoreConfig) => void;
}

/** A form for one more thing to score. What is wrong with it is said before it is added. */
export function AddScoreConfig({ isBusy, onAdd }: AddScoreConfigProps) {
  const { settings } = useDashboard().messages;
  const [type, setType] = useState<ScoreConfig['dataType']>('BOOLEAN');
  const [problems, setProblems] = useState<readonly string[]>([]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readScoreConfig(bodyOf(new FormData(event.currentTarget)));
    setProblems(read.config === null ? read.problems : []);
    if (read.config === null) return;
    onAdd(read.config);
    event.currentTarget.reset();
    setType('BOOLEAN');
  }

  return (
    <form className="oriel-settings-form" noValidate onSubmit={onSubmit}>
      <Field label={settings.configName} name="name" />
      <label className="oriel-settings-field">
        {settings.configType}
        <select
          className="oriel-field"
          name="dataType"
          value={type}
          onChange={(event) => setType(event.currentTarget.value as ScoreConfig['dataType'])}
        >
          {TYPES.map((each) => (
            <option key={each} value={each}>
              {settings.configTypes[each]}
            </option>
          ))}
        </select>
      </label>
      {type === 'NUMERIC' && (
        <>
          <Field label={settings.smallest} name="minValue" type="number" />
          <Field label={settings.largest} name="maxValue" type="number" />
        </>
      )}
      {type === 'CATEGORICAL' && (
        <Field label={settings.categories} name="categories" placeholder={settings.categoriesHint} />
      )}
      <Field label={settings.description} name="description" />
      <button type="submit" className="oriel-button" disabled={isBusy}>
        {settings.addConfig}
      </button>
      {problems.length > 0 && (
        <p role="alert" className="oriel-settings-error">
          {problems.join(' ')}
        </p>
      )}
    </form>
  );
}

interface FieldProps {
  label: string;
  name: string;
  type?: 'text' | 'number';
  placeholder?: string | undefined;
}

function Field({ label, name, type = 'text', placeholder }: FieldProps) {
  return (
    <label className="oriel-settings-field">
      {label}
      <input className="oriel-field" name={name} type={type} step="any" placeholder={placeholder} />
    </label>
  );
}

/** What was typed, as a config's document has it. */
function bodyOf(form: FormData): JsonValue {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const number = (name: string) => (text(name) === '' ? null : Number(text(name)));
  return {
    name: text('name'),
    dataType: text('dataType'),
    minValue: number('minValue'),
    maxValue: number('maxValue'),
    categories: text('categories')
      .split(',')
      .map((category) => category.trim())
      .filter((category) => category !== ''),
    description: text('description'),
  };
}
