import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import type { CompareExample } from './example-list.tsx';
import { ReleaseCompare } from './release-compare.tsx';
import type { ReleaseCompareProps } from './release-compare.tsx';

/** Forty chats of each release; the second is slower, dearer, and fails now and then. */
const patches: Patch[] = Array.from({ length: 80 }, (_, index): Patch[] => {
  const isAfter = index >= 40;
  const at = 1000 * index;
  const traceId = `trace-${index}`;
  const total = (isAfter ? 0.03 : 0.01) + (index % 5) / 1000;
  return [
    { kind: 'trace', at, id: traceId, isRecord: true, name: 'chat', release: isAfter ? '2.0' : '1.0' },
    {
      kind: 'observation',
      at,
      traceId,
      id: `call-${index}`,
      type: 'GENERATION',
      name: 'answer',
      model: isAfter ? 'large' : 'small',
      startTime: at,
      endTime: at + (isAfter ? 900 : 400) + (index % 7) * 10,
      level: isAfter && index % 10 === 0 ? 'ERROR' : 'DEFAULT',
      usage: { total: 100 },
      cost: { total },
    },
  ];
}).flat();

describePanel('ReleaseCompare', {
  draw: (props) => <ReleaseCompare {...props} />,
  patches,
  read: 'aggregate',
  ready: /is worse than/,
  empty: /No trace names a release/,
  focusable: () => document.querySelector('.oriel-release-compare-pickers select'),
});

describe('a comparison of releases', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  function setup(props: ReleaseCompareProps = {}) {
    const onOpen = vi.fn<(example: CompareExample) => void>();
    render(
      <OrielProvider store={store} timeZone="UTC">
        <ReleaseCompare onOpen={onOpen} {...props} />
      </OrielProvider>,
    );
    return { onOpen };
  }

  const row = (name: RegExp) => screen.findByRole('row', { name });

  it('compares the newest with the one before it, and says what is worse and by how much', async () => {
    setup();
    expect((await screen.findByText(/2\.0.* is worse than .*1\.0/)).textContent).toBeTruthy();
    const cost = within(await row(/Cost per trace/));
    expect(cost.getByText('$0.012')).toBeTruthy();
    expect(cost.getByText('$0.032')).toBeTruthy();
    expect(cost.getByText('+$0.02')).toBeTruthy();
    expect(cost.getByText('Worse')).toBeTruthy();
    expect(within(await row(/^Traces 40/)).getByText('Not compared')).toBeTruthy();
  });

  it('swaps sides, and then all of it is better', async () => {
    setup();
    await userEvent.click(await screen.findByRole('button', { name: 'Swap sides' }));
    expect(await screen.findByText(/1\.0.* is better than .*2\.0/)).toBeTruthy();
  });

  it('opens examples of either side by keyboard', async () => {
    const { onOpen } = setup();
    (await screen.findByRole('button', { name: 'Examples: Latency, p95' })).focus();
    await userEvent.keyboard('{Enter}');
    const examples = await screen.findByRole('region', { name: 'Examples: Latency, p95' });
    const [slowest] = await within(examples).findAllByRole('button', { name: /chat/ });
    slowest?.focus();
    await userEvent.keyboard('{Enter}');
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ observationId: null, record: { release: '1.0' } });
  });

  it('shows which models moved, with the calls that show it', async () => {
    setup();
    const large = await row(/Model large/);
    expect(within(large).getByText('+$0.032')).toBeTruthy();
    await userEvent.click(within(large).getByRole('button', { name: 'Examples: large' }));
    const examples = await screen.findByRole('region', { name: 'Examples: large' });
    expect((await within(examples).findAllByRole('button', { name: /answer/ })).length).toBe(5);
    expect(within(examples).getByText('None on this side.')).toBeTruthy();
  });

  it('compares any two filters, and says what is wrong with one', async () => {
    setup({ defaultChoice: { by: 'filter', baseline: 'release:1.0', candidate: 'release:' } });
    expect((await screen.findByLabelText(/compared with it/)).getAttribute('aria-invalid')).toBe('true');
    const field = screen.getByLabelText(/Filter of what is compared/);
    await userEvent.fill(field, 'release:2.0 latency:>0.9');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(/is worse than/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });

  it('asks for a second release where there is one', async () => {
    setup({ query: { filter: { field: 'latency', op: '<', value: 500 } } });
    expect(await screen.findByText('There is only one to compare')).toBeTruthy();
  });

  it('says so where there are too few traces', async () => {
    setup({ query: { filter: { field: 'latency', op: '>', value: 430 } } });
    expect(await screen.findByText(/too few traces/)).toBeTruthy();
  });
});
