import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { PanelFilters, Patch } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { FacetList } from './facet-list.tsx';
import type { FacetListProps } from './facet-list.tsx';

const EVERYTHING: PanelFilters = { time: { preset: 'all' }, environments: null, texts: {} };

/** Traces of two users: the first three of ada, one of them failed. */
const patches = ['ada', 'ada', 'ada', 'bob'].flatMap((userId, index): Patch[] => [
  {
    kind: 'trace',
    id: `t${index}`,
    at: index,
    isRecord: true,
    timestamp: index,
    userId,
    metadata: { plan: index === 0 ? 'free' : 'paid' },
  },
  {
    kind: 'observation',
    id: `o${index}`,
    traceId: `t${index}`,
    at: index,
    startTime: index,
    endTime: index + 10 ** index,
    level: index === 0 ? 'ERROR' : 'DEFAULT',
  },
]);

describePanel('FacetList', {
  draw: (props) => <FacetList {...props} view="traces" defaultValue={EVERYTHING} onChange={undefined} />,
  patches,
  read: 'facets',
  ready: /^Error$/,
  empty: /There are no records in the time and environments shown/,
  focusable: () => screen.queryByRole('button', { name: 'Level' }),
});

describe('a list of facets', () => {
  withoutAct();
  afterEach(cleanup);

  async function show(props: Partial<FacetListProps> = {}) {
    const store = referenceStore();
    await store.traces.write(patches);
    const onChange = vi.fn<(filters: PanelFilters) => void>();
    render(
      <OrielProvider store={store} timeZone="UTC">
        <FacetList
          view="traces"
          fields={['level', 'userId', 'latency']}
          defaultValue={EVERYTHING}
          onChange={onChange}
          {...props}
        />
      </OrielProvider>,
    );
    await screen.findByRole('checkbox', { name: /^Error/ });
    return { text: () => onChange.mock.lastCall?.[0].texts.traces };
  }

  it('writes down what is ticked, and counts of each field what there would be without it', async () => {
    const { text } = await show();
    await userEvent.click(screen.getByRole('checkbox', { name: /^Error/ }));
    expect(text()).toBe('level:ERROR');
    await screen.findByRole('checkbox', { name: 'ada 1' });
    expect(screen.queryByRole('checkbox', { name: /^bob/ })).toBeNull();
    await screen.findByRole('checkbox', { name: 'Default 3' });
    await userEvent.click(screen.getByRole('checkbox', { name: /^Default/ }));
    expect(text()).toBe('level:(ERROR OR DEFAULT)');
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(text()).toBe('');
  });

  it('leaves out a value, by keyboard', async () => {
    const { text } = await show();
    const leaveOut = screen.getByRole('button', { name: 'Leave out ada' });
    leaveOut.focus();
    await userEvent.keyboard('{Enter}');
    expect(text()).toBe('-userId:ada');
    await waitFor(() => expect(leaveOut.getAttribute('aria-pressed')).toBe('true'));
    await userEvent.keyboard('{Enter}');
    expect(text()).toBe('');
  });

  it('keeps what was typed, and is ticked by it', async () => {
    const { text } = await show({
      defaultValue: { ...EVERYTHING, texts: { traces: 'env:default level:ERROR id:*t*' } },
    });
    const error = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Error/ });
    expect(error.checked).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Clear Level' }));
    expect(text()).toBe('env:default id:*t*');
  });

  it('takes the ends of a range as people write them', async () => {
    const { text } = await show();
    const least = screen.getByRole('textbox', { name: 'Latency, at least' });
    await userEvent.type(least, '0.5s');
    await userEvent.keyboard('{Enter}');
    expect(text()).toBe('latency:>=0.5s');
    expect(document.activeElement).toBe(least);
    await userEvent.type(screen.getByRole('textbox', { name: 'Latency, at most' }), 'soon');
    await userEvent.keyboard('{Enter}');
    await screen.findByText('soon is no value for this.');
    expect(text()).toBe('latency:>=0.5s');
  });

  it('takes the ends of a range from a slider, at the end of a move', async () => {
    const { text } = await show();
    const most = screen.getByRole('slider', { name: 'Latency, at most' });
    most.focus();
    await userEvent.keyboard('{Home}');
    expect(text()).toBe('latency:<=0.001s');
    // Another key goes to the same thumb.
    expect(document.activeElement).toBe(most);
    await userEvent.keyboard('{End}');
    expect(text()).toBe('');
  });

  it('forgets what was typed when the range is cleared elsewhere', async () => {
    await show();
    const least = screen.getByRole<HTMLInputElement>('textbox', { name: 'Latency, at least' });
    await userEvent.type(least, '0.5s{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(least.value).toBe('');
  });

  it('finds metadata, whatever was sent', async () => {
    const { text } = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Metadata' }));
    await userEvent.click(await screen.findByRole('button', { name: 'plan' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'paid 3' }));
    expect(text()).toBe('metadata.plan:paid');
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(text()).toBe('');
  });
});
