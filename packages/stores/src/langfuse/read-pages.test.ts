import { expect, it } from 'vitest';
import { walkBack } from './read-pages.ts';

const START = Date.parse('2026-11-24T02:00:00.000Z');

/** A server's list, newest first, at these many milliseconds after a moment. */
function serverList(times: readonly number[]) {
  const items = times
    .toSorted((a, b) => b - a)
    .map((time, index) => ({ id: `i-${index}`, startTime: new Date(START + time).toISOString() }));
  const pages: string[] = [];
  const read: Parameters<typeof walkBack>[2] = (page, limit, [bound]) => {
    const before = typeof bound?.value === 'string' ? Date.parse(bound.value) : Infinity;
    const left = items.filter(({ startTime }) => Date.parse(startTime) < before);
    pages.push(`${limit}/${page}`);
    return Promise.resolve({ data: left.slice((page - 1) * limit, page * limit), meta: {} });
  };
  return { items, pages, read };
}

async function walk(times: readonly number[], from: number | null = null) {
  const { items, pages, read } = serverList(times);
  const seen = new Set<string>();
  let before: number | null = null;
  for await (const page of walkBack('startTime', { from, limit: 10 }, read)) {
    for (const item of page.data) seen.add((item as { readonly id: string }).id);
    before = page.before;
  }
  expect(before).toBeNull();
  return { seen, items, pages };
}

it('comes to the end of a list, with pages that grow', async () => {
  const { seen, items, pages } = await walk(Array.from({ length: 250 }, (_, n) => n));
  expect(seen.size).toBe(items.length);
  expect(pages).toEqual(['10/1', '100/1', '100/1', '100/1']);
});

it('passes a moment that has more items than a page', async () => {
  const { seen, items } = await walk([...Array.from({ length: 350 }, () => 7), 1, 2, 3, 9]);
  expect(seen.size).toBe(items.length);
});

it('begins before a time', async () => {
  const { seen } = await walk([1, 2, 3, 4, 5], START + 3);
  expect([...seen]).toEqual(['i-3', 'i-4']);
});

it('says what everything behind a page is before', async () => {
  const { read } = serverList(Array.from({ length: 30 }, (_, n) => n));
  const first = await walkBack('startTime', { from: null, limit: 10 }, read).next();
  expect(first.value).toMatchObject({ before: START + 21 });
});
