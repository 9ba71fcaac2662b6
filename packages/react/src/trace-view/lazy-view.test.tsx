import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { withoutAct } from '../testing/without-act.ts';
import { lazyView } from './lazy-view.tsx';

withoutAct();
afterEach(cleanup);

function Greeting({ name }: { name: string }) {
  return <p>Hello {name}</p>;
}

it('shows loading lines, then the view, and loads its code once for all its places', async () => {
  const load = vi.fn<() => Promise<typeof Greeting>>(async () => Greeting);
  const View = lazyView(load);
  const onShow = vi.fn<() => void>();
  render(<View name="Ada" onShow={onShow} />);
  expect(onShow).not.toHaveBeenCalled();
  expect(screen.getByRole('status').textContent).toBe('Loading view…');
  await screen.findByText('Hello Ada');
  await waitFor(() => expect(onShow).toHaveBeenCalledTimes(1));

  render(<View name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
});

it('says that the code did not arrive, and asks for it again on demand', async () => {
  const load = vi.fn<() => Promise<typeof Greeting>>(async () => Greeting);
  load.mockRejectedValueOnce(new Error('Failed to fetch the module.'));
  const View = lazyView(load);
  render(<View name="Ada" />);

  expect((await screen.findByRole('alert')).textContent).toContain('Failed to fetch the module.');
  screen.getByRole('button', { name: 'Try again' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByText('Hello Ada');
});

it('renders on a server as its loading lines', () => {
  const View = lazyView(async () => Greeting);
  expect(renderToString(<View name="Ada" />)).toContain('Loading view…');
});
