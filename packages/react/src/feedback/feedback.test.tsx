import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { StoreError, referenceStore } from '@oriel/core';
import type { ScorePatch, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import '../testing/stylesheet.css';
import { withoutAct } from '../testing/without-act.ts';
import { FeedbackView } from './feedback-view.tsx';
import { Feedback } from './feedback.tsx';

let store: Store;

withoutAct();
beforeEach(() => {
  store = referenceStore();
});
afterEach(cleanup);

async function scores() {
  const { items } = await store.traces.listScores();
  return items;
}

it('writes thumbs as one BOOLEAN score of the trace, and a comment into the same', async () => {
  render(
    <OrielProvider store={store}>
      <Feedback traceId="order-4711" author="ada" />
    </OrielProvider>,
  );
  await userEvent.click(screen.getByRole('radio', { name: 'No, it was not helpful' }));
  expect(await screen.findByText('Thank you.')).toBeTruthy();
  expect(await scores()).toMatchObject([
    {
      name: 'user-feedback',
      value: 0,
      dataType: 'BOOLEAN',
      source: 'API',
      traceId: 'order-4711',
      comment: null,
    },
  ]);

  await userEvent.type(screen.getByRole('textbox', { name: 'Comment' }), 'Wrong size');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(async () => expect(await scores()).toMatchObject([{ value: 0, comment: 'Wrong size' }]));

  await userEvent.click(screen.getByRole('radio', { name: 'Yes, it was helpful' }));
  await waitFor(async () => expect(await scores()).toMatchObject([{ value: 1, comment: 'Wrong size' }]));
});

it('takes stars by keyboard alone', async () => {
  const onSend = vi.fn<(patch: ScorePatch) => Promise<void>>(() => Promise.resolve());
  render(<FeedbackView traceId="t" observationId="o" kind="stars" onSend={onSend} now={() => 1000} />);

  await userEvent.keyboard('{Tab} {ArrowRight}{ArrowRight}');
  await waitFor(() => expect(onSend).toHaveBeenCalledTimes(3));
  expect(onSend.mock.lastCall?.[0]).toMatchObject({
    value: 3,
    dataType: 'NUMERIC',
    traceId: 't',
    observationId: 'o',
    timestamp: 1000,
  });
  expect(new Set(onSend.mock.calls.map(([{ id }]) => id)).size).toBe(1);
  expect(screen.getByRole('radio', { name: '3 of 5 stars' })).toHaveProperty('checked', true);
});

it('says that it could not be sent, and sends it when asked again', async () => {
  const onSend = vi.fn<(patch: ScorePatch) => Promise<void>>(() => Promise.resolve());
  onSend.mockRejectedValueOnce(new StoreError('unavailable', 'The collector is down.'));
  render(<FeedbackView traceId="t" hasComment={false} onSend={onSend} />);

  await userEvent.click(screen.getByRole('radio', { name: 'Yes, it was helpful' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Your feedback could not be sent.');
  screen.getByRole('button', { name: 'Send' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('Thank you.')).toBeTruthy();
});

it.each(['light', 'dark'])('has no accessibility fault that axe can see, in a %s page', async (theme) => {
  document.documentElement.dataset['orielTheme'] = theme;
  const { container } = render(
    <FeedbackView traceId="t" onSend={() => Promise.resolve()} className="mine" />,
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Yes, it was helpful' }));
  await screen.findByText('Thank you.');

  const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(container.querySelector('.oriel-feedback.mine')).toBeTruthy();
  delete document.documentElement.dataset['orielTheme'];
});

it('renders on a server', () => {
  const html = renderToString(<OrielProvider store={store}>{<Feedback traceId="t" />}</OrielProvider>);
  expect(html).toContain('Was this helpful?');
});
