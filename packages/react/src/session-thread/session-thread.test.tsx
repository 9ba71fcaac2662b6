import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { JsonValue, Patch, Store, TraceId } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { alteredStore, outage } from '../testing/altered-store.ts';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { SessionThread } from './session-thread.tsx';
import type { SessionThreadProps } from './session-thread.tsx';

const MINUTE = 60_000;

function turn(index: number, input: JsonValue, output: JsonValue, fields: object = {}): Patch[] {
  const at = Date.UTC(2025, 2, 7, 14) + index * MINUTE;
  const id = `turn-${index}`;
  return [
    {
      kind: 'trace',
      id,
      at,
      isRecord: true,
      timestamp: at,
      name: 'chat',
      userId: 'ada',
      sessionId: 's',
      input,
      output,
      ...fields,
    },
    {
      kind: 'observation',
      id: `${id}-llm`,
      traceId: id,
      at,
      type: 'GENERATION',
      name: 'answer',
      startTime: at,
      endTime: at + 1000,
      usage: { input: 10, output: 5, total: 15 },
      cost: { total: 0.25 },
    },
  ];
}

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });
const session: Patch[] = [
  ...turn(0, [user('Where is it?')], 'On its way'),
  ...turn(1, [user('Where is it?'), assistant('On its way'), user('When?')], 'Tomorrow'),
  ...turn(9, { question: 'Who are you?' }, { answer: 'A machine' }, { userId: 'eve', name: 'other' }),
];

describePanel('SessionThread', {
  draw: (props) => <SessionThread sessionId="s" {...props} style={{ blockSize: 600, ...props.style }} />,
  patches: session,
  read: 'listTraces',
  ready: /^On its way$/,
  empty: /Session not found/,
  focusable: () => document.querySelector('article[tabindex="0"]'),
});

describe('a session thread', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(session);
  });
  afterEach(cleanup);

  function setup(props: Partial<SessionThreadProps> = {}, altered = store) {
    const onSelect = vi.fn<(traceId: TraceId) => void>();
    const onOpenTrace = vi.fn<NonNullable<SessionThreadProps['onOpenTrace']>>();
    render(
      <OrielProvider store={altered} timeZone="UTC">
        <SessionThread
          sessionId="s"
          onSelect={onSelect}
          onOpenTrace={onOpenTrace}
          style={{ blockSize: 700, inlineSize: 1000 }}
          {...props}
        />
      </OrielProvider>,
    );
    return { onSelect, onOpenTrace };
  }

  const articles = () => screen.getAllByRole('article');

  it('says everything once, however often it is sent along', async () => {
    setup({ turnsShown: false });
    await screen.findByText('Tomorrow');

    expect(screen.getAllByText('Where is it?')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: '2 earlier messages sent along' }));
    expect(screen.getAllByText('Where is it?')).toHaveLength(2);
  });

  it('marks silence and a change of user between turns', async () => {
    setup({ turnsShown: false });

    expect(await screen.findByText('7m 59s later')).toBeTruthy();
    expect(document.querySelector('[data-field=user]')?.textContent).toBe('Userada→eve');
  });

  it('adds up what its turns came to', async () => {
    setup();
    await screen.findByText('Tomorrow');

    const totals = document.querySelector('.oriel-session-thread-totals')?.textContent;
    expect(totals).toContain('Turns3');
    expect(totals).toContain('Cost$0.75');
    expect(totals).toContain('Tokens45');
  });

  it('goes from turn to turn by Page Down and Page Up, and to the ends by Home and End', async () => {
    const { onSelect } = setup({ turnsShown: false });
    await screen.findByText('A machine');

    articles()[0]?.focus();
    await userEvent.keyboard('{PageDown}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-posinset')).toBe('2'));
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-posinset')).toBe('3'));
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-posinset')).toBe('1'));
    expect(onSelect.mock.calls).toEqual([['turn-1'], ['turn-9'], ['turn-0']]);
    expect(document.querySelectorAll('article[tabindex="0"]')).toHaveLength(1);
  });

  it('lists the turns by what was asked, and goes to them by arrow keys', async () => {
    const { onSelect } = setup();
    const list = await screen.findByRole('listbox', { name: 'Turns' });
    await within(list).findByText('Who are you?');

    list.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{End}');
    expect(onSelect.mock.calls).toEqual([['turn-0'], ['turn-1'], ['turn-9']]);
    expect(within(list).getAllByRole('option', { selected: true })).toHaveLength(1);
  });

  it('searches what was said in the store, and goes from match to match', async () => {
    const { onSelect } = setup();
    await screen.findByText('Tomorrow');

    await userEvent.type(screen.getByRole('searchbox'), 'ON ITS');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2), { timeout: 5000 });
    await userEvent.keyboard('{Enter}{Enter}{Enter}');
    expect(onSelect.mock.calls).toEqual([['turn-0'], ['turn-1'], ['turn-0']]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
  });

  it('opens a trace and its steps', async () => {
    const { onOpenTrace } = setup({ turnsShown: false });
    await screen.findByText('Tomorrow');

    await userEvent.click(screen.getAllByRole('button', { name: 'Open trace' })[1] as Element);
    await userEvent.click(screen.getAllByRole('button', { name: '1 step' })[0] as Element);
    await userEvent.click(await screen.findByRole('button', { name: /^answer/ }));
    expect(onOpenTrace.mock.calls).toEqual([
      ['turn-1', null],
      ['turn-0', 'turn-0-llm'],
    ]);
  });

  it('tells a trace without input and output by its last call of a model', async () => {
    await store.traces.write([
      ...turn(12, null, null),
      {
        kind: 'observation',
        id: 'inner',
        traceId: 'turn-12',
        parentId: 'turn-12-llm',
        at: 5,
        type: 'GENERATION',
        startTime: Date.UTC(2025, 2, 7, 14, 12, 1),
        input: [user('Hidden question')],
        output: assistant('Hidden answer'),
      },
    ]);
    setup({ defaultSelectedId: 'turn-12', turnsShown: false });

    expect(await screen.findByText('Hidden answer')).toBeTruthy();
    expect(screen.getByText(/From the last call of a model/)).toBeTruthy();
  });

  it('says what it cannot read, and reads it when asked again', async () => {
    setup({ turnsShown: false }, alteredStore(store, 'readPayloads', outage(3)));

    const [retry] = await screen.findAllByRole('button', { name: 'Try again' });
    await userEvent.click(retry as Element);
    expect(await screen.findByText('Tomorrow')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows a new turn, and what an answer has become, as soon as they are written', async () => {
    setup({ turnsShown: false });
    await screen.findByText('A machine');
    await store.traces.write(turn(10, 'One more', 'Sure'));
    expect(await screen.findByText('One more')).toBeTruthy();

    const [first] = turn(10, 'One more', 'Sure, in full');
    if (first) await store.traces.write([{ ...first, at: first.at + 5 }]);
    expect(await screen.findByText('Sure, in full')).toBeTruthy();
  });

  it('keeps its end in sight while it follows, until somebody scrolls', async () => {
    await store.traces.write(
      Array.from({ length: 20 }, (_, index) => turn(20 + index, 'And?', 'So.')).flat(),
    );
    const onFollowChange = vi.fn<(follow: boolean) => void>();
    setup({ defaultFollow: true, onFollowChange, turnsShown: false });
    const last = () => articles().some((article) => article.getAttribute('aria-posinset') === '23');
    await waitFor(() => expect(last()).toBe(true));

    await store.traces.write(turn(90, 'Still there?', 'Always'));
    expect(await screen.findByText('Still there?', {}, { timeout: 10_000 })).toBeTruthy();
    screen.getByText('Still there?').dispatchEvent(new WheelEvent('wheel', { deltaY: -10, bubbles: true }));
    await waitFor(() => expect(onFollowChange).toHaveBeenCalledWith(false));
  });

  it("shows what people said of an answer, and the host's own parts", async () => {
    await store.traces.write([
      {
        kind: 'score',
        id: '1',
        at: 1,
        timestamp: 1,
        traceId: 'turn-1',
        name: 'thumbs',
        value: 0,
        dataType: 'BOOLEAN',
        source: 'API',
        comment: 'Too slow',
      },
      {
        kind: 'score',
        id: '2',
        at: 1,
        timestamp: 1,
        sessionId: 's',
        name: 'csat',
        value: 4,
        dataType: 'NUMERIC',
        source: 'API',
      },
    ]);
    setup({ turnsShown: false, renderFooter: ({ trace }) => <button type="button">Rate {trace.id}</button> });

    expect(await screen.findByText('Too slow')).toBeTruthy();
    expect(await screen.findByText('csat')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Rate turn-1' })).toBeTruthy();
  });
});
