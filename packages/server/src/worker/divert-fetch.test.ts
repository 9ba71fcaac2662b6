import { expect, it } from 'vitest';
import { divertFetch } from './divert-fetch.ts';

const answer = (text: string) => () => Promise.resolve(new Response(text));
const fetch = divertFetch(answer('network'), {
  origin: 'https://oriel.invalid/any',
  to: answer('collector'),
});

it.each([
  ['https://oriel.invalid/v1/traces', 'collector'],
  [new URL('https://ORIEL.invalid:443/v1/traces?x'), 'collector'],
  [new Request('https://oriel.invalid/', { method: 'POST' }), 'collector'],
  ['http://oriel.invalid/', 'network'],
  ['https://oriel.invalid.example.com/', 'network'],
  ['https://example.com/?to=https://oriel.invalid/', 'network'],
  ['/relative', 'network'],
])('sends %s to the %s', async (input, where) => {
  expect(await (await fetch(input)).text()).toBe(where);
});
