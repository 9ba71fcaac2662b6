'use client';

import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '@oriel/core';
import type { LogFilter, ObservationLevel, ObservationType } from '@oriel/core';
import { SearchIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';

interface LogToolbarProps {
  filter: LogFilter;
  onFilterChange: (filter: LogFilter) => void;
}

const WORST_FIRST = OBSERVATION_LEVELS.toReversed();

/** Head of the log: search and filters. */
export function LogToolbar({ filter, onFilterChange }: LogToolbarProps) {
  const { messages } = usePresentation();
  const own = messages.logView;

  function toggle(level: ObservationLevel) {
    const levels = filter.levels.includes(level)
      ? filter.levels.filter((one) => one !== level)
      : [...filter.levels, level];
    onFilterChange({ ...filter, levels });
  }

  return (
    <div className="oriel-log-view-toolbar">
      <label className="oriel-search-field oriel-log-view-search">
        <SearchIcon />
        <input
          type="search"
          aria-label={own.search}
          placeholder={own.search}
          value={filter.text}
          onChange={(event) => onFilterChange({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <fieldset className="oriel-log-view-levels" aria-label={own.levels}>
        {WORST_FIRST.map((level) => (
          <button
            key={level}
            type="button"
            className="oriel-log-view-level"
            data-level={level}
            aria-pressed={filter.levels.includes(level)}
            onClick={() => toggle(level)}
          >
            {messages.levels[level]}
          </button>
        ))}
      </fieldset>
      <select
        className="oriel-log-view-type"
        aria-label={own.type}
        value={filter.types.length === 1 ? filter.types[0] : ''}
        onChange={(event) => {
          const type = event.currentTarget.value as ObservationType | '';
          onFilterChange({ ...filter, types: type === '' ? [] : [type] });
        }}
      >
        <option value="">{own.allTypes}</option>
        {OBSERVATION_TYPES.map((type) => (
          <option key={type} value={type}>
            {messages.types[type]}
          </option>
        ))}
      </select>
    </div>
  );
}
