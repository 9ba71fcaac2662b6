import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store, UserId } from '@oriel/core';
import { FilterProvider } from '../filters/filter-provider.tsx';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import type { OrielProviderProps } from '../provider/oriel-provider.tsx';
import type { ResolveProfiles } from '../provider/user-profiles.ts';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { UserTable } from './user-table.tsx';
import type { UserTableProps } from './user-table.tsx';

const HOUR = 3_600_000;
const START = Date.UTC(2025, 2, 7);

function trace(index: number, userId: UserId, sessionId: string, isError = false): Patch[] {
  const at = START + index * HOUR;
  const id = `t${index}`;
  return [
    { kind: 'trace', id, at, timestamp: at, isRecord: true, userId, sessionId, environment: 'production' },
    {
      kind: 'observation',
      id: `${id}-llm`,
      traceId: id,
      at,
      type: 'GENERATION',
      startTime: at,
      endTime: at + 1000,
      level: isError ? 'ERROR' : 'DEFAULT',
      usage: { input: 100, output: 10, total: 110 },
      cost: { total: 0.1 },
    },
    {
      kind: 'score',
      id: `${id}-score`,
      at,
      timestamp: at,
      traceId: id,
      name: 'helpfulness',
      value: index / 10,
      dataType: 'NUMERIC',
      source: 'EVAL',
    },
  ];
}

const patches: Patch[] = [
  trace(0, 'anonymous', 'chat-1'),
  trace(1, 'ada', 'chat-1', true),
  trace(2, 'ada', 'chat-2'),
  trace(3, 'eve', 'chat-3'),
].flat();

describePanel('UserTable', {
  draw: (props) => <UserTable {...props} style={{ blockSize: 500, ...props.style }} />,
  patches,
  read: 'listUsers',
  ready: /^ada$/,
  empty: /No users yet/,
  focusable: () => document.querySelector('[role=grid]'),
});

describe('a table of users', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  function setup(props: Partial<UserTableProps> = {}, provider: Partial<OrielProviderProps> = {}) {
    const onSelect = vi.fn<(userId: UserId) => void>();
    render(
      <OrielProvider store={store} timeZone="UTC" {...provider}>
        <UserTable onSelect={onSelect} style={{ blockSize: 500, inlineSize: 1800 }} {...props} />
      </OrielProvider>,
    );
    return { onSelect };
  }

  const cell = (userId: string, column: string) =>
    screen.getByTitle(userId).closest('[role=row]')?.querySelector(`[data-column=${column}]`)?.textContent;

  it('shows what each user came to', async () => {
    setup();
    await screen.findByTitle('ada');

    expect(cell('ada', 'traceCount')).toBe('2');
    expect(cell('ada', 'sessionCount')).toBe('2');
    expect(cell('ada', 'errorCount')).toBe('150%');
    expect(cell('ada', 'totalCost')).toBe('$0.20');
    expect(cell('ada', 'totalTokens')).toBe('220');
    await waitFor(() => expect(cell('ada', 'scores')).toBe('helpfulness0.15'));
    expect(within(screen.getByRole('grid')).getAllByRole('img').length).toBe(3);
  });

  it('folds aliases in, and counts a session once that both were in', async () => {
    setup({}, { aliases: { anonymous: 'ada' } });
    await screen.findByText('+1');

    expect(screen.queryByTitle('anonymous')).toBeNull();
    expect(cell('ada', 'traceCount')).toBe('3');
    await waitFor(() => expect(cell('ada', 'sessionCount')).toBe('2'));
    expect(cell('ada', 'totalCost')).toBe('$0.30');
    expect(cell('ada', 'firstSeen')).toContain('00:00:00');
    await waitFor(() => expect(cell('ada', 'scores')).toBe('helpfulness0.1'));
  });

  it('reads the other ids of a user that are on no page yet', async () => {
    setup({ pageSize: 1, filter: { field: 'id', op: '=', value: 'ada' } }, { aliases: { anonymous: 'ada' } });
    await screen.findByText('+1');

    expect(cell('ada', 'traceCount')).toBe('3');
  });

  it('asks the host once who is in sight, and shows names and pictures', async () => {
    const profiles = vi.fn<ResolveProfiles>(async () => {
      return new Map([['ada', { name: 'Ada Lovelace', href: '/people/ada' }]]);
    });
    setup({}, { profiles });

    expect(await screen.findByText('Ada Lovelace')).toBeTruthy();
    expect(profiles).toHaveBeenCalledTimes(1);
    expect(profiles.mock.lastCall?.[0].toSorted()).toEqual(['ada', 'anonymous', 'eve']);
  });

  it('shows only what the filters around it let through', async () => {
    render(
      <OrielProvider store={store} timeZone="UTC">
        <FilterProvider
          defaultValue={{ time: { from: START + HOUR, to: START + 3 * HOUR }, environments: null, texts: {} }}
        >
          <UserTable style={{ blockSize: 500 }} />
        </FilterProvider>
      </OrielProvider>,
    );
    await screen.findByTitle('ada');

    expect(screen.queryByTitle('eve')).toBeNull();
    expect(screen.queryByTitle('anonymous')).toBeNull();
  });

  it('opens a user by keyboard, and orders by what a column holds', async () => {
    const { onSelect } = setup();
    await screen.findByTitle('ada');
    screen.getByRole('grid').focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onSelect.mock.calls).toEqual([['ada']]);

    await userEvent.click(screen.getByRole('columnheader', { name: /^Traces$/ }));
    // Slots of rows are used again: what is first is what stands highest.
    await waitFor(() => expect(cell('ada', 'traceCount')).toBe('2'));
    const top = (userId: string) => screen.getByTitle(userId).getBoundingClientRect().top;
    await waitFor(() => expect(top('ada')).toBeLessThan(top('eve')));
  });
});
