import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { ObservationPatch, Patch, Store } from '@oriel/core';
import { drawTrace, generateTrace, traceStructure } from '@oriel/core/testing';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { alteredStore, outage } from '../testing/altered-store.ts';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { InsightList } from './insight-list.tsx';
import type { InsightListProps } from './insight-list.tsx';
import { InsightListView } from './insight-list-view.tsx';

const message = (role: string, length: number) => ({ role, content: role.repeat(length) });
const turn = (tools: number) => [message('system', 500), message('user', 20), message('tool', tools)];

const patches: readonly ObservationPatch[] = drawTrace(`
  agent      |============= ERROR no answer
    llm      |==
    tool     |  ==       ERROR 504 Gateway Timeout
    tool     |    ==     ERROR 504 Gateway Timeout
    tool     |      =    ERROR no answer
    llm      |       ==
    llm      |         ==
    lost     |           =>
`).map((patch, index) => {
  const place = [1, 5, 6].indexOf(index);
  if (place === -1) return patch;
  return {
    ...patch,
    input: turn([1, 2000, 9000][place] ?? 0),
    output: 'ok',
    usage: { input: [1000, 3000, 10_000][place] ?? 0, output: 10 },
  };
});

describePanel('InsightList', {
  draw: (props) => <InsightList traceId="trace-1" {...props} />,
  patches,
  read: 'readTrace',
  ready: /brought the whole trace down/,
  empty: /Trace not found/,
  focusable: () => document.querySelector('.oriel-insight-list-suspects button'),
});

async function show(
  props: Partial<InsightListProps> = {},
  given: readonly Patch[] = patches,
  alter = (store: Store) => store,
) {
  const store = referenceStore();
  await store.traces.write(given);
  render(
    <div style={{ blockSize: 600 }}>
      <OrielProvider store={alter(store)} timeZone="UTC">
        <InsightList traceId="trace-1" {...props} />
      </OrielProvider>
    </div>,
  );
}

describe('InsightList', () => {
  withoutAct();
  afterEach(cleanup);

  it('puts what brought the trace down first, with what it said', async () => {
    await show();

    const [first] = await screen.findAllByRole('listitem');
    expect(first?.textContent).toContain('tool failed, and brought the whole trace down.');
    expect(first?.textContent).toContain('no answer');
  });

  it('leads to the evidence, one piece after the other, round and round', async () => {
    const onSelect = vi.fn<NonNullable<InsightListProps['onSelect']>>();
    await show({ onSelect });
    const suspect = await screen.findByRole('button', { name: /tried 3 times/ });

    suspect.focus();
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/3');
    await waitFor(() => expect(suspect.getAttribute('aria-pressed')).toBe('true'));
    expect(suspect.textContent).toContain('1 of 3');
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/5');
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/3');
  });

  it('is walked with the arrow keys', async () => {
    await show();
    await screen.findByRole('button', { name: /tried 3 times/ });
    const list = document.querySelectorAll<HTMLElement>('.oriel-insight-list-suspects button');

    list[0]?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(list[1]);
    await userEvent.keyboard('{End}{ArrowUp}{Home}');
    expect(document.activeElement).toBe(list[0]);
  });

  it('draws the context turn by turn, and says it in a table where each turn can be picked', async () => {
    const onSelect = vi.fn<NonNullable<InsightListProps['onSelect']>>();
    await show({ onSelect });

    await screen.findByText(/grew from 1,000 tokens to 10K tokens over 3 turns, mostly tool results/);
    expect(document.querySelectorAll('.oriel-insight-list-turn')).toHaveLength(3);
    await userEvent.click(screen.getByText('As a table'));
    await userEvent.click(screen.getByRole('button', { name: 'Turn 2' }));
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/6');
  });

  it('says what never arrived, and where', async () => {
    const onSelect = vi.fn<NonNullable<InsightListProps['onSelect']>>();
    await show({ onSelect });
    const losses = await screen.findByRole('region', { name: 'What is not shown as it was' });

    await userEvent.click(within(losses).getByRole('button', { name: /End never arrived.*: 1/ }));
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/8');
  });

  it('says how much it looked at, and looks at the rest when asked', async () => {
    await show({ payloadLimit: 2 });

    await screen.findByText(/Inputs and outputs of 2 of 6 calls were looked at/);
    await userEvent.click(screen.getByRole('button', { name: 'Look at the rest' }));
    await waitFor(() => expect(screen.queryByText(/were looked at/)).toBeNull());
  });

  it('says when inputs could not be read, and reads them when asked again', async () => {
    await show({}, patches, (store) => alteredStore(store, 'readPayloads', outage(1)));

    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/mostly tool results/)).toBeTruthy();
  });

  it('says so when nothing stands out', async () => {
    await show({}, drawTrace('agent |==='));

    expect(await screen.findByText(/Nothing stands out/)).toBeTruthy();
  });

  it('looks into a large trace after it was drawn', async () => {
    const structure = traceStructure(generateTrace({ observations: 20_000 }));
    render(<InsightListView structure={structure} />);

    expect(document.querySelector('[data-state=loading]')).not.toBeNull();
    await waitFor(() => expect(document.querySelector('[data-state=ready]')).not.toBeNull(), {
      timeout: 10_000,
    });
    expect(document.querySelectorAll('*').length).toBeLessThan(1000);
  });

  it('keeps what it found on the screen while a large trace that grew is looked into again', async () => {
    const grown = traceStructure(generateTrace({ observations: 4000 }));
    const before = { ...grown, observations: grown.observations.slice(0, 3000) };
    const { rerender } = render(<InsightListView structure={before} />);
    await waitFor(() => expect(document.querySelector('[data-state=ready]')).not.toBeNull(), {
      timeout: 10_000,
    });
    const seen: (string | undefined)[] = [];
    const observer = new MutationObserver(() => {
      seen.push(document.querySelector<HTMLElement>('.oriel-insight-list')?.dataset['state']);
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const body = () => document.querySelector('.oriel-insight-list-body')?.textContent;
    const foundBefore = body();

    rerender(<InsightListView structure={grown} />);
    await waitFor(() => expect(body()).not.toBe(foundBefore), { timeout: 10_000 });
    observer.disconnect();
    expect(new Set(seen)).toEqual(new Set(['ready']));
  });

  it('shows nothing of one large trace under another, and stops looking into what is gone', async () => {
    const first = traceStructure(generateTrace({ seed: 1, observations: 3000 }));
    const second = traceStructure(generateTrace({ seed: 2, observations: 3000 }));
    const { rerender } = render(<InsightListView structure={first} />);
    rerender(<InsightListView structure={second} />);
    await waitFor(() => expect(document.querySelector('[data-state=ready]')).not.toBeNull(), {
      timeout: 10_000,
    });

    rerender(<InsightListView structure={first} />);
    expect(document.querySelector('[data-state=loading]')).not.toBeNull();
    await waitFor(() => expect(document.querySelector('[data-state=ready]')).not.toBeNull(), {
      timeout: 10_000,
    });
  });
});
