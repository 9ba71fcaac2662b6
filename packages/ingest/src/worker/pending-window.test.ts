import { StoreError } from '@oriel/core';
import { expect, it } from 'vitest';
import { pendingWindow } from './pending-window.ts';

function setup(maxBytes: number, maxQueued: number) {
  const room = pendingWindow(maxBytes, maxQueued);
  const log: string[] = [];
  const entry = (name: string, size: number) => ({
    size,
    start: () => log.push(name),
    fail: ({ code }: StoreError) => log.push(`${name} ${code}`),
  });
  return { room, log, entry };
}

it('starts an entry larger than the window when it is alone', () => {
  const { room, log, entry } = setup(10, 5);
  room.enter(entry('large', 100));
  expect(log).toEqual(['large']);
});

it('lets no small entry overtake a large one', () => {
  const { room, log, entry } = setup(10, 5);
  const first = entry('first', 6);
  room.enter(first);
  room.enter(entry('large', 9));
  room.enter(entry('small', 1));
  expect(log).toEqual(['first']);
  room.leave(first);
  expect(log).toEqual(['first', 'large', 'small']);
});

it('moves on when the entry in front is withdrawn', () => {
  const { room, log, entry } = setup(10, 5);
  const large = entry('large', 9);
  room.enter(entry('first', 6));
  room.enter(large);
  room.enter(entry('small', 1));
  room.withdraw(large);
  expect(log).toEqual(['first', 'small']);
});

it('fails what waits when it closes', () => {
  const { room, log, entry } = setup(10, 5);
  room.enter(entry('first', 10));
  room.enter(entry('second', 1));
  room.close(new StoreError('closed', 'Closed.'));
  expect(log).toEqual(['first', 'second closed']);
});
