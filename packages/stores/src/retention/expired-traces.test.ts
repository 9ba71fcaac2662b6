import { expect, it } from 'vitest';
import { expiredTraces } from './expired-traces.ts';

const TRACES = [
  { id: 'c', timestamp: 300, bytes: 10 },
  { id: 'a', timestamp: 100, bytes: 50 },
  { id: 'b2', timestamp: 200, bytes: 20 },
  { id: 'b1', timestamp: 200, bytes: 20 },
];

it('keeps everything without a limit', () => {
  expect(expiredTraces({}, TRACES, 1e9)).toEqual([]);
});

it('lets go what is older than the age, and not what is exactly as old', () => {
  expect(expiredTraces({ maxAge: 100 }, TRACES, 300)).toEqual(['a']);
  expect(expiredTraces({ maxAge: 100 }, TRACES, 301)).toEqual(['a', 'b1', 'b2']);
});

it('lets the oldest go until count and bytes fit', () => {
  expect(expiredTraces({ maxTraces: 2 }, TRACES, 0)).toEqual(['a', 'b1']);
  expect(expiredTraces({ maxTraces: 0 }, TRACES, 0)).toHaveLength(4);
  expect(expiredTraces({ maxBytes: 50 }, TRACES, 0)).toEqual(['a']);
  expect(expiredTraces({ maxBytes: 49 }, TRACES, 0)).toEqual(['a', 'b1']);
});

it('lets go what any of the limits lets go', () => {
  expect(expiredTraces({ maxTraces: 3, maxAge: 50 }, TRACES, 251)).toEqual(['a', 'b1', 'b2']);
});
