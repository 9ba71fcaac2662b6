import { expect, it } from 'vitest';
import { parseIsoTime } from './iso-time.ts';

const NOON = Date.UTC(2025, 2, 7, 12);

it.each([
  ['2025-03-07T12:00:00Z', NOON],
  ['2025-03-07T12:00:00.250Z', NOON + 250],
  ['2025-03-07T13:00:00+01:00', NOON],
  ['2025-03-07T12:00:00.123456Z', NOON + 123.456],
])('reads %s', (text, time) => {
  expect(parseIsoTime(text)).toBe(time);
});

it.each(['2025-03-07T12:00:00', '2025-03-07', 'yesterday', '2025-13-40T99:00:00Z', ''])(
  'does not guess what %j means',
  (text) => {
    expect(parseIsoTime(text)).toBeNull();
  },
);
