import { expect, it } from 'vitest';
import type { JsonValue } from '../model/json.ts';
import { payloadTexts } from './payload-texts.ts';

it('finds every text, number, boolean and key, and nothing for null', () => {
  const payload = { role: 'user', parts: ['a "b"', 7, true, null, { deep: [0.5] }] };
  expect(payloadTexts(payload).toSorted()).toEqual(
    ['role', 'user', 'parts', 'a "b"', '7', 'true', 'deep', '0.5'].toSorted(),
  );
  expect(payloadTexts(null)).toEqual([]);
  expect(payloadTexts('plain')).toEqual(['plain']);
});

it('reads payloads nested far deeper than calls can be', () => {
  let payload: JsonValue = 'core';
  for (let depth = 0; depth < 200_000; depth += 1) payload = [payload];
  expect(payloadTexts(payload)).toEqual(['core']);
});
