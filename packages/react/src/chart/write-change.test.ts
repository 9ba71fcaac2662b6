import { expect, it } from 'vitest';
import { numberChange } from '@oriel/core';
import { createFormat } from '../format/create-format.ts';
import { baseEn } from '../messages/base-en.ts';
import { chartEn } from '../messages/chart-messages.ts';
import { writeChange } from './write-change.ts';

const presentation = {
  format: createFormat({ locale: 'en', timeZone: 'UTC' }),
  messages: { ...baseEn, chart: chartEn },
  navigation: {},
  allowRemote: () => false,
};

function written(value: number, before: number) {
  const change = numberChange(value, before);
  return change && writeChange(change, before, 'count', presentation);
}

it.each([
  [12, 10, '▲ 20%', 'Up 20% from 10 in the period before'],
  [5, 10, '▼ 50%', 'Down 50% from 10 in the period before'],
  [3040, 1, '▲ ×3,040', 'Up 3,039 from 1 in the period before'],
  [7, 0, '▲ new', 'Up 7 from 0 in the period before'],
  [7, 7, '=', 'Same as before: 7'],
])('writes that %d came after %d as %s', (value, before, brief, sentence) => {
  expect(written(value, before)).toEqual({ brief, sentence });
});
