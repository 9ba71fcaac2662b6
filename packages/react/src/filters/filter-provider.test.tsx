import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_PANEL_FILTERS } from '@oriel/core';
import type { PanelFilters, RecordQuery } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { FilterProvider } from './filter-provider.tsx';
import type { FilterProviderProps } from './filter-provider.tsx';
import { useFilters } from './use-filters.ts';
import { usePanelQuery } from './use-panel-query.ts';

const START = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const own: RecordQuery = { filter: { field: 'userId', op: '=', value: 'ada' } };

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A panel below a provider, and what it asks for. */
function setup(props: FilterProviderProps = {}) {
  vi.useFakeTimers({ now: START });
  const hook = renderHook(
    (given: FilterProviderProps) => ({
      ...useFilters(),
      query: usePanelQuery('traces', { ...own }),
      format: usePresentation().format,
      given,
    }),
    {
      initialProps: props,
      wrapper: ({ children }) => (
        <FilterProvider timeZone="UTC" {...props}>
          {children}
        </FilterProvider>
      ),
    },
  );
  return {
    ...hook,
    wait: (time: number) => {
      act(() => {
        vi.advanceTimersByTime(time);
      });
    },
  };
}

/** The first moment that a query asks for. */
function beginning(query: RecordQuery): number {
  return Number(/"op":">=","value":(\d+)/u.exec(JSON.stringify(query))?.[1]);
}

describe('a panel below a FilterProvider', () => {
  it("asks for what is its own and the page's", () => {
    const { result } = setup({
      defaultValue: {
        time: { preset: '1h' },
        environments: ['production'],
        texts: { traces: 'level:ERROR' },
      },
    });
    expect(result.current.query).toEqual({
      filter: {
        and: [
          own.filter,
          {
            and: [
              {
                and: [
                  { field: 'startTime', op: '>=', value: START - HOUR },
                  { field: 'environment', op: '=', value: 'production' },
                ],
              },
              { field: 'level', op: '=', value: 'ERROR' },
            ],
          },
        ],
      },
    });
  });

  it('asks the same question until time has moved on by a step', () => {
    const { result, rerender, wait } = setup({
      defaultValue: { ...DEFAULT_PANEL_FILTERS, time: { preset: '1h' } },
    });
    const first = result.current.query;
    wait(59_000);
    rerender({});
    expect(result.current.query).toBe(first);
    wait(2000);
    expect(beginning(result.current.query)).toBe(START - HOUR + 60_000);
  });

  it('begins at the right moment when another range is chosen long after', () => {
    const { result, wait } = setup({ defaultValue: { ...DEFAULT_PANEL_FILTERS, time: { preset: '1y' } } });
    wait(9 * 60_000);
    act(() => result.current.setFilters((present) => ({ ...present, time: { preset: '5m' } })));
    expect(beginning(result.current.query)).toBe(START + 4 * 60_000);
  });

  it('stands still while somebody looks closer, and catches up afterwards', () => {
    const { result, wait } = setup({ defaultValue: { ...DEFAULT_PANEL_FILTERS, time: { preset: '1h' } } });
    act(() => result.current.setLive(false));
    wait(2 * HOUR);
    expect(result.current.bounds).toEqual({ from: START - HOUR, to: START });
    expect(JSON.stringify(result.current.query)).toContain(`"op":"<","value":${START}`);
    act(() => result.current.setLive(true));
    expect(result.current.bounds).toEqual({ from: START + HOUR, to: null });
  });

  it('follows the host that holds the filters, who may refuse a change', () => {
    const onChange = vi.fn<(filters: PanelFilters) => void>();
    const value: PanelFilters = { ...DEFAULT_PANEL_FILTERS, time: { preset: 'all' } };
    const { result } = setup({ value, onChange });
    act(() => result.current.setFilters((present) => ({ ...present, environments: [] })));
    expect(onChange).toHaveBeenCalledWith({ ...value, environments: [] });
    expect(result.current.filters).toBe(value);
  });

  it('writes times in the zone that somebody chooses', () => {
    const onTimeZone = vi.fn<(timeZone: string) => void>();
    const { result } = setup({ timeZone: undefined, onTimeZone });
    act(() => result.current.setTimeZone('Asia/Kathmandu'));
    expect(result.current.format.shortTime(START)).toBe('Nov 23, 17:45');
    expect(result.current.timeZone).toBe('Asia/Kathmandu');
    expect(onTimeZone).toHaveBeenCalledWith('Asia/Kathmandu');
  });
});

it('shows everything where there is no provider', () => {
  const { result } = renderHook(() => ({ ...useFilters(), query: usePanelQuery('users') }));
  expect(result.current.query).toEqual({});
  expect(result.current.bounds).toEqual({ from: null, to: null });
});

it('keeps what a person typed elsewhere when a host holds the filters', () => {
  function Host() {
    const [filters, setFilters] = useState(DEFAULT_PANEL_FILTERS);
    return (
      <FilterProvider value={filters} onChange={setFilters}>
        <Button />
      </FilterProvider>
    );
  }
  function Button() {
    const { filters, setFilters } = useFilters();
    const press = () => setFilters((present) => ({ ...present, environments: ['a'] }));
    return (
      <button type="button" onClick={press}>
        {JSON.stringify(filters.environments)}
      </button>
    );
  }
  render(<Host />);
  act(() => screen.getByRole('button').click());
  expect(screen.getByRole('button').textContent).toBe('["a"]');
});
