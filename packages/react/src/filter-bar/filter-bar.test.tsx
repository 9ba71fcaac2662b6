import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DEFAULT_PANEL_FILTERS, EMPTY_CHOICE, referenceStore, setFacetChoice } from '@oriel/core';
import type { PanelFilters } from '@oriel/core';
import { FilterProvider } from '../filters/filter-provider.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { zhCN } from '../messages/zh-cn.ts';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import '../styles/styles.css';
import { withoutAct } from '../testing/without-act.ts';
import { FilterBar } from './filter-bar.tsx';
import type { FilterBarProps } from './filter-bar.tsx';

withoutAct();
afterEach(cleanup);

const store = referenceStore();

function show(props: Partial<FilterBarProps> = {}) {
  const onChange = vi.fn<(filters: PanelFilters) => void>();
  render(
    <OrielProvider store={store} timeZone="UTC">
      <button type="button">elsewhere</button>
      <FilterBar view="traces" onChange={onChange} {...props} />
    </OrielProvider>,
  );
  return { onChange, input: screen.getByRole('combobox') };
}

const textOf = (input: HTMLElement) => (input as HTMLInputElement).value;

describe('a filter bar', () => {
  it('holds filters of its own where nobody else does', async () => {
    const { onChange, input } = show();
    await userEvent.type(input, 'level:ERROR');
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_PANEL_FILTERS, texts: { traces: 'level:ERROR' } });
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_PANEL_FILTERS, texts: { traces: '' } });
    // There is no clock to stop.
    expect(screen.queryByRole('button', { name: 'Live' })).toBeNull();
  });

  it('applies on leaving what can be read, and keeps what cannot, with a word on it', async () => {
    const { onChange, input } = show();
    await userEvent.type(input, 'slow');
    await userEvent.click(screen.getByText('elsewhere'));
    expect(onChange).toHaveBeenCalledTimes(1);
    await userEvent.type(input, ' (level:ERROR');
    await userEvent.click(screen.getByText('elsewhere'));
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(textOf(input)).toBe('slow (level:ERROR');
    expect(screen.getByText('1 mistake, so not applied')).toBeTruthy();
  });

  it('goes back to what is applied by Escape', async () => {
    const { input } = show({ value: { ...DEFAULT_PANEL_FILTERS, texts: { traces: 'slow' } } });
    await userEvent.type(input, ' level:');
    await userEvent.keyboard('{Escape}{Escape}');
    expect(textOf(input)).toBe('slow');
  });

  it("carries the host's attributes, has only the parts asked for, and speaks its language", () => {
    render(
      <OrielProvider store={store} messages={zhCN} timeZone="UTC">
        <FilterBar view="scores" parts={['time']} className="mine" data-purpose="test" data-testid="bar" />
      </OrielProvider>,
    );
    expect(screen.getByTestId('bar').className).toBe('oriel-panel oriel-filter-bar mine');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('button').textContent).toContain('最近 1 天');
  });

  it('renders on a server', () => {
    const html = renderToString(
      <OrielProvider store={store}>
        <FilterProvider>
          <FilterBar view="traces" />
        </FilterProvider>
      </OrielProvider>,
    );
    expect(html).toContain('role="combobox"');
  });
});

describe('a filter bar beside other controls', () => {
  /** Adds a condition as a list of facets does. */
  function Facet() {
    const { setFilters, drafts } = useFilters();
    const choose = (text: string) =>
      setFacetChoice(text, 'traces', 'level', { ...EMPTY_CHOICE, values: ['ERROR'] });
    const press = () => {
      const draft = drafts.get('traces');
      if (draft !== undefined) drafts.set('traces', choose(draft));
      setFilters((present) => ({ ...present, texts: { traces: choose(present.texts.traces ?? '') } }));
    };
    return (
      <button type="button" onClick={press}>
        only errors
      </button>
    );
  }

  it('keeps what was typed and not applied when they change the text', async () => {
    render(
      <OrielProvider store={store} timeZone="UTC">
        <FilterProvider>
          <Facet />
          <FilterBar view="traces" />
        </FilterProvider>
      </OrielProvider>,
    );
    const input = screen.getByRole('combobox');
    await userEvent.type(input, '(slow');
    await userEvent.click(screen.getByText('only errors'));
    await waitFor(() => expect(textOf(input)).toBe('level:ERROR (slow'));
    await userEvent.click(input);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(textOf(input)).toBe('(slow');
  });

  it('stops time and lets it go on', async () => {
    render(
      <OrielProvider store={store} timeZone="UTC">
        <FilterProvider>
          <FilterBar view="traces" />
        </FilterProvider>
      </OrielProvider>,
    );
    const live = screen.getByRole('button', { name: 'Live' });
    expect(live.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(live);
    expect(live.getAttribute('aria-pressed')).toBe('false');
    expect(live.title).toContain('Stopped at');
  });
});

it('takes an environment by a press on its name, on a page that takes the focus itself', async () => {
  const onChange = vi.fn<(filters: PanelFilters) => void>();
  const filled = referenceStore();
  await filled.traces.write(
    ['production', 'staging'].map((environment) => {
      const timestamp = Date.now() - 60_000;
      return { kind: 'trace', id: environment, at: timestamp, timestamp, isRecord: true, environment };
    }),
  );
  render(
    <OrielProvider store={filled} timeZone="UTC">
      <main tabIndex={-1}>
        <FilterBar view="traces" onChange={onChange} />
      </main>
    </OrielProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: /^Environments/ }));
  await userEvent.click(await screen.findByText('staging'));
  expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_PANEL_FILTERS, environments: ['staging'] });
});
