import { expect, it, vi } from 'vitest';
import { createPlayhead } from './playhead.ts';

it('stands nowhere until somebody places it', () => {
  expect(createPlayhead().read()).toBeNull();
  expect(createPlayhead(1000).read()).toBe(1000);
});

it('tells its listeners of every move, once, until they leave', () => {
  const playhead = createPlayhead();
  const listener = vi.fn<() => void>();
  const leave = playhead.subscribe(listener);

  playhead.move(1000);
  playhead.move(1000);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(playhead.read()).toBe(1000);

  leave();
  playhead.move(null);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(playhead.read()).toBeNull();
});

it('lets a listener leave while it is told', () => {
  const playhead = createPlayhead();
  const other = vi.fn<() => void>();
  const leave = playhead.subscribe(() => leave());
  playhead.subscribe(other);

  playhead.move(1000);
  expect(other).toHaveBeenCalledTimes(1);
});
