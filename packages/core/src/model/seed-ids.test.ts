import { expect, it } from 'vitest';
import { observationIdFromSeed, traceIdFromSeed } from './seed-ids.ts';

it.each([
  ['order-42', '3bf8b157c4238eefe5ae4a66eca81c6b'],
  ['user-123:session-9', 'a9ad0348ce3c1a45c81d7ac1d62aff8d'],
  ['a', 'ca978112ca1bbdcafac231b39a23dc4d'],
])('derives the trace id that Langfuse SDKs derive from the seed %s', (seed, id) => {
  expect(traceIdFromSeed(seed)).toBe(id);
});

it('derives the observation id that Langfuse SDKs derive from a seed', () => {
  expect(observationIdFromSeed('order-42')).toBe('3bf8b157c4238eef');
});
