import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, SessionId } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { SessionTable } from './session-table.tsx';

const START = Date.UTC(2025, 2, 7);

function trace(index: number, sessionId: SessionId, fields: object = {}): Patch[] {
  const at = START + index * 60_000;
  const id = `t${index}`;
  return [
    {
      kind: 'trace',
      id,
      at,
      timestamp: at,
      isRecord: true,
      userId: `user-${index}`,
      sessionId,
      tags: [`tag-${index}`],
    },
    {
      kind: 'observation',
      id: `${id}-llm`,
      traceId: id,
      at,
      type: 'GENERATION',
      startTime: at,
      endTime: at + 30_000,
      cost: { total: 0.5 },
      ...fields,
    },
  ];
}

const score = {
  kind: 'score',
  at: START,
  timestamp: START,
  name: 'csat',
  dataType: 'NUMERIC',
  source: 'API',
} as const;
const patches: Patch[] = [
  ...trace(0, 'chat-1'),
  ...trace(1, 'chat-1', { level: 'ERROR' }),
  ...trace(2, 'chat-2'),
  { ...score, id: 'a', sessionId: 'chat-1', value: 2 },
  { ...score, id: 'b', traceId: 't0', value: 5 },
];

describePanel('SessionTable', {
  draw: (props) => <SessionTable {...props} style={{ blockSize: 500, ...props.style }} />,
  patches,
  read: 'listSessions',
  ready: /^chat-1$/,
  empty: /No sessions yet/,
  focusable: () => document.querySelector('[role=grid]'),
});

describe('a table of sessions', () => {
  withoutAct();
  afterEach(cleanup);

  it('shows what each session came to, and opens it by keyboard', async () => {
    const store = referenceStore();
    await store.traces.write(patches);
    const onSelect = vi.fn<(sessionId: SessionId) => void>();
    render(
      <OrielProvider store={store} timeZone="UTC">
        <SessionTable onSelect={onSelect} style={{ blockSize: 500, inlineSize: 1900 }} />
      </OrielProvider>,
    );
    await screen.findByTitle('chat-1');
    const cell = (column: string) =>
      document.querySelector(`[data-row-id="chat-1"] [data-column=${column}]`)?.textContent;

    expect(cell('traceCount')).toBe('2');
    expect(cell('duration')).toBe('1m 30s');
    expect(cell('totalCost')).toBe('$1.00');
    expect(cell('users')).toContain('user-0');
    await waitFor(() => expect(cell('errors')).toBe('150%'));
    await waitFor(() => expect(cell('tags')).toBe('tag-0tag-1'));
    // One on the session, one on a trace of it.
    await waitFor(() => expect(cell('scores')).toBe('csat3.5'));

    screen.getByRole('grid').focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onSelect.mock.calls).toEqual([['chat-1']]);
  });
});
