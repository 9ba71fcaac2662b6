import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, UserId } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { UserDetail } from './user-detail.tsx';

const START = Date.UTC(2025, 2, 7);

function trace(index: number, userId: UserId, sessionId: string): Patch[] {
  const at = START + index * 3_600_000;
  const id = `t${index}`;
  return [
    { kind: 'trace', id, at, timestamp: at, isRecord: true, userId, sessionId },
    {
      kind: 'observation',
      id: `${id}-llm`,
      traceId: id,
      at,
      type: 'GENERATION',
      startTime: at,
      endTime: at + 1000,
      level: index === 2 ? 'ERROR' : 'DEFAULT',
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
  trace(1, 'ada', 'chat-1'),
  trace(2, 'ada', 'chat-2'),
  trace(3, 'eve', 'chat-3'),
].flat();

describePanel('UserDetail', {
  draw: (props) => <UserDetail userId="ada" {...props} style={{ blockSize: 600, ...props.style }} />,
  patches,
  read: 'listUsers',
  ready: /^First seen$/,
  empty: /Nothing of this user/,
  focusable: () => document.querySelector('[role=tab][data-state=active]'),
});

describe('a user', () => {
  withoutAct();
  afterEach(cleanup);

  async function setup(userId: UserId) {
    const store = referenceStore();
    await store.traces.write(patches);
    render(
      <OrielProvider store={store} timeZone="UTC" aliases={{ anonymous: 'ada' }}>
        <UserDetail userId={userId} style={{ blockSize: 700, inlineSize: 1400 }} />
      </OrielProvider>,
    );
  }

  it.each(['ada', 'anonymous'])(
    'is the same under any id, with what all of them came to (%s)',
    async (id) => {
      await setup(id);
      await screen.findByText('Also seen as');

      const totals = () => document.querySelector('.oriel-user-detail-totals')?.textContent ?? '';
      await waitFor(() => expect(totals()).toContain('Sessions2'));
      expect(totals()).toContain('Traces3');
      expect(totals()).toContain('Errors133.3%');
      expect(totals()).toContain('Tokens330');
      expect(totals()).toContain('Cost$0.30');
      expect(totals()).toContain('First seenMar 7, 2025, 00:00:00');
      expect(totals()).toContain('Last seenMar 7, 2025, 02:00:01');
      await waitFor(() =>
        expect(document.querySelector('.oriel-user-detail-scores')?.textContent).toBe('helpfulness0.1'),
      );
      expect(screen.getAllByRole('img')[0]?.getAttribute('aria-label')).toMatch(/^3 traces/);
    },
  );

  it('shows their sessions, traces and scores, and nobody else’s', async () => {
    await setup('ada');
    const rows = () =>
      Array.from(document.querySelectorAll<HTMLElement>('[data-row-id]'), (row) => row.dataset['rowId'] ?? '')
        .toSorted()
        .join(' ');
    await waitFor(() => expect(rows()).toBe('chat-1 chat-2'), { timeout: 10_000 });
    await userEvent.click(screen.getByRole('tab', { name: 'Traces' }));
    await waitFor(() => expect(rows()).toBe('t0 t1 t2'), { timeout: 10_000 });
    await userEvent.click(screen.getByRole('tab', { name: 'Scores' }));
    await waitFor(() => expect(rows()).toBe('t0-score t1-score t2-score'), {
      timeout: 10_000,
    });
  });
});
