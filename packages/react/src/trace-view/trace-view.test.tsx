import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Store } from '@oriel/core';
import { drawTrace } from '@oriel/core/testing';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import type { TraceViewState } from './trace-view-state.ts';
import { TraceView } from './trace-view.tsx';
import type { TraceViewProps } from './trace-view.tsx';

const patches = drawTrace(
  `
    agent     |========
      llm     |===
      tool    |   ====  ERROR timed out
  `,
  { traceId: 'run' },
);

describePanel('TraceView', {
  draw: (props) => <TraceView traceId="run" {...props} />,
  patches,
  read: 'readTrace',
  ready: /timed out|agent/,
  empty: /Trace not found/,
  focusable: () => document.querySelector('[role="tree"]'),
});

describe('TraceView', () => {
  let store: Store;
  withoutAct();
  // How long code takes to arrive is no part of what is told here: each view's is there before it is looked at.
  beforeAll(async () => {
    await Promise.all([
      import('../observation-detail/observation-detail.tsx'),
      import('../trace-tree/trace-tree.tsx'),
      import('../timeline-chart/timeline-chart.tsx'),
      import('../agent-graph/agent-graph.tsx'),
      import('../log-view/log-view.tsx'),
      import('../insight-list/insight-list.tsx'),
    ]);
  });
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  function show(props: Partial<TraceViewProps> = {}, width = 1100) {
    return render(
      <div style={{ blockSize: 600, inlineSize: width }}>
        <OrielProvider store={store} timeZone="UTC">
          <TraceView traceId="run" {...props} />
        </OrielProvider>
      </div>,
    );
  }

  it('says how the trace stands and how many of its steps failed', async () => {
    show();
    await screen.findByText('Completed');
    expect(screen.getByText('1 error')).toBeTruthy();
  });

  it('shows in the detail what is picked in the tree', async () => {
    show();
    await userEvent.click(await screen.findByRole('treeitem', { name: /tool/ }));
    expect((await screen.findByRole('region', { name: 'Observation' })).textContent).toContain('timed out');
  });

  it('gives the host its whole state and obeys what the host gives back', async () => {
    const onChange = vi.fn<(state: TraceViewState) => void>();
    function Host() {
      const [state, setState] = useState<TraceViewState>({ selectedId: 'run/2' });
      return (
        <TraceView
          traceId="run"
          viewState={state}
          onViewStateChange={(next) => {
            onChange(next);
            setState(next);
          }}
          tabs={[{ id: 'notes', label: 'Notes', render: () => <p>Mine</p> }]}
        />
      );
    }
    render(
      <div style={{ blockSize: 600 }}>
        <OrielProvider store={store}>
          <Host />
        </OrielProvider>
      </div>,
    );
    expect(await screen.findByRole('treeitem', { selected: true, name: /llm/ })).toBeTruthy();

    await userEvent.click(screen.getByRole('tab', { name: 'Notes' }));
    expect(onChange).toHaveBeenLastCalledWith({ selectedId: 'run/2', mode: 'notes' });
    await screen.findByText('Mine');
  });

  it('is walked by keyboard: tabs by arrows, panes by Tab, the handle between them by arrows', async () => {
    show();
    (await screen.findByRole('tab', { name: 'Tree' })).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Timeline' }));
    await userEvent.keyboard('{Home}');

    const handle = screen.getByRole('separator', { name: 'Width of the views' });
    const views = () =>
      screen.getByRole('tablist', { name: 'Views of the trace' }).getBoundingClientRect().width;
    const before = views();
    handle.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(views()).toBeGreaterThan(before));
  });

  it('opens the detail over the view where there is room for one, and leads back to where it was', async () => {
    show({ defaultViewState: { selectedId: 'run/3' } }, 390);
    const open = await screen.findByRole('button', { name: /tool.*Details/ });
    open.focus();
    await userEvent.keyboard('{Enter}');
    expect((await screen.findByRole('region', { name: 'Observation' })).textContent).toContain('timed out');
    expect(screen.queryByRole('tree')).toBeNull();

    await userEvent.keyboard('{Escape}');
    await screen.findByRole('tree');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /tool.*Details/ }));
  });

  it('opens every view by its tab, with the common selection', async () => {
    show({ defaultViewState: { selectedId: 'run/3' } });
    const open = async (tab: string, region: string) => {
      await userEvent.click(await screen.findByRole('tab', { name: tab }));
      return screen.findByRole('region', { name: region });
    };
    await open('Timeline', 'Timeline');
    await open('Graph', 'Agent graph');
    await open('Insights', 'Insights');
    const log = await open('Log', 'Log');
    const row = await within(log).findByRole('row', { selected: true });
    expect(row.textContent).toContain('tool');

    await userEvent.click(within(log).getByText('llm'));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'llm' })).toBeTruthy());
  });

  it('keeps what is folded while another view is looked at, ours or one of the host', async () => {
    show({ tabs: [{ id: 'notes', label: 'Notes', render: () => <p>Mine</p> }] });
    (await screen.findByRole('tree')).focus();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await waitFor(() => expect(screen.queryByRole('treeitem', { name: /llm/ })).toBeNull());
    await userEvent.click(screen.getByRole('tab', { name: 'Timeline' }));
    await userEvent.click(screen.getByRole('tab', { name: 'Notes' }));
    await screen.findByText('Mine');
    await userEvent.click(screen.getByRole('tab', { name: 'Tree' }));
    await screen.findByRole('tree');
    expect(screen.queryByRole('treeitem', { name: /llm/ })).toBeNull();
  });

  it('tells the host which tab of the detail is open', async () => {
    const onChange = vi.fn<(state: TraceViewState) => void>();
    show({ onViewStateChange: onChange });
    const detail = await screen.findByRole('region', { name: 'Trace' });
    await userEvent.click(within(detail).getByRole('tab', { name: 'JSON' }));

    expect(onChange).toHaveBeenLastCalledWith({ detailTab: 'json' });
    expect(within(detail).getByRole('tab', { name: 'JSON', selected: true })).toBeTruthy();
  });
});
