import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { ObservationTable } from './observation-table.tsx';

// Two traces whose steps have the same ids.
const patches: Patch[] = ['a', 'b'].flatMap((trace): Patch[] => [
  {
    kind: 'trace',
    id: trace,
    at: 1,
    timestamp: 1000,
    isRecord: true,
    name: `run ${trace}`,
    userId: `user ${trace}`,
    tags: ['vip'],
  },
  ...Array.from({ length: 10 }, (_, index): Patch => ({
    kind: 'observation',
    id: `step-${index}`,
    traceId: trace,
    at: 1000 + index,
    startTime: 1000 + index,
    endTime: 2000 + index,
    completionStartTime: 1500 + index,
    type: index === 4 ? 'TOOL' : 'GENERATION',
    name: `step ${index} of ${trace}`,
    model: 'gpt-5-mini',
    usage: { input: 10, output: 50 },
    input: `in ${index}`,
    output: `out ${index} of ${trace}`,
  })),
]);

describePanel('ObservationTable', {
  draw: (props) => <ObservationTable {...props} />,
  patches,
  read: 'listObservations',
  ready: /step 9 of a/,
  empty: /No observations yet/,
  focusable: () => document.querySelector('[role=grid]'),
});

describe('a table of observations', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  it('tells steps of two traces with the same id apart, and shows what their traces know', async () => {
    const onSelect = vi.fn<(traceId: string, id: string) => void>();
    render(
      <div style={{ blockSize: 900, inlineSize: 1300 }}>
        <OrielProvider store={store} timeZone="UTC">
          <ObservationTable
            onSelect={onSelect}
            filter={{ field: 'type', op: '=', value: 'TOOL' }}
            defaultState={{
              shown: { userId: true, tags: true, tokensPerSecond: true, timeToFirstToken: true },
            }}
          />
        </OrielProvider>
      </div>,
    );
    const row = (await screen.findByText('step 4 of b')).closest<HTMLElement>('[role=row]');
    const cell = (column: string) => row?.querySelector(`[data-column="${column}"]`)?.textContent;
    expect(screen.getByText('step 4 of a')).toBeTruthy();
    expect(cell('type')).toBe('Tool');
    expect(cell('latency')).toBe('1.00s');
    expect(cell('timeToFirstToken')).toBe('500ms');
    expect(cell('tokensPerSecond')).toBe('50');
    await waitFor(() => expect(cell('output')).toBe('out 4 of b'));
    await waitFor(() => expect(cell('traceName')).toBe('run b'));
    expect(cell('userId')).toBe('user b');
    expect(cell('tags')).toBe('vip');

    await userEvent.click(screen.getByText('step 4 of b'));
    expect(onSelect).toHaveBeenCalledWith('b', 'step-4');
  });
});
