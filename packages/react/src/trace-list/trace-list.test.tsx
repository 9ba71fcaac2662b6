import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store, TraceId } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { TraceList } from './trace-list.tsx';
import type { TraceListProps } from './trace-list.tsx';

const traces: Patch[] = Array.from({ length: 5 }, (_, index) => ({
  kind: 'trace',
  id: `trace-${index}`,
  at: 1000 - index,
  timestamp: 1000 - index,
  isRecord: true,
  name: `trace number ${index}`,
  userId: 'ada',
  tags: ['vip'],
}));

describePanel('TraceList', {
  draw: (props) => <TraceList {...props} />,
  patches: traces,
  read: 'listTraces',
  ready: /trace number 0/,
  empty: /No traces yet/,
  focusable: () => document.querySelector('tr[tabindex="0"]'),
});

describe('a trace list', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(traces);
  });
  afterEach(cleanup);

  function setup(props: TraceListProps = {}, navigate?: (href: string) => void) {
    const onSelect = vi.fn<(traceId: TraceId) => void>();
    render(
      <OrielProvider store={store} timeZone="UTC" navigation={{ navigate }}>
        <TraceList onSelect={onSelect} {...props} />
      </OrielProvider>,
    );
    return { onSelect };
  }

  it('goes from row to row by arrow keys, as one tab stop, and opens by Enter', async () => {
    const { onSelect } = setup();
    await screen.findByText('trace number 0');

    await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(onSelect.mock.calls).toEqual([['trace-1']]);
    await userEvent.keyboard('{End}{Enter}{Home} ');
    expect(onSelect.mock.calls.slice(1)).toEqual([['trace-4'], ['trace-0']]);
    expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
  });

  it("hands links to the host's router, by click and by Enter", async () => {
    const navigate = vi.fn<(href: string) => void>();
    const { onSelect } = setup({ traceHref: (traceId) => `/traces/${traceId}` }, navigate);
    await userEvent.click(await screen.findByText('trace number 2'));
    await userEvent.keyboard('{ArrowDown}{Enter}');

    expect(navigate.mock.calls).toEqual([['/traces/trace-2'], ['/traces/trace-3']]);
    expect(onSelect.mock.calls).toEqual([['trace-2'], ['trace-3']]);
  });

  it('loads more when asked, and shows no trace twice', async () => {
    setup({ query: { limit: 3 } });
    await userEvent.click(await screen.findByRole('button', { name: 'Load more' }));

    await waitFor(() => expect(screen.getAllByText(/trace number/)).toHaveLength(5));
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('tells a filter that matches nothing from an empty store', async () => {
    setup({ query: { filter: { field: 'userId', op: '=', value: 'nobody' } } });

    expect(await screen.findByText('No trace matches')).toBeTruthy();
  });

  it('shows a trace as soon as it is written', async () => {
    setup();
    await screen.findByText('trace number 0');
    await store.traces.write([
      { kind: 'trace', id: 'new', at: 2000, timestamp: 2000, isRecord: true, name: 'new one' },
    ]);

    expect(await screen.findByText('new one')).toBeTruthy();
  });
});
