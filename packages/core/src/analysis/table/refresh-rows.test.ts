import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refreshRows } from './refresh-rows.ts';

interface Row {
  readonly id: string;
  readonly version: number;
}

const row = (id: string, version = 0): Row => ({ id, version });
const rows = (ids: string, version = 0) => Array.from(ids, (id) => row(id, version));
const draw = (pages: readonly (readonly Row[])[] | null) =>
  pages?.map((page) => page.map(({ id, version }) => id + (version || '')).join('')).join('|') ?? null;

describe('a list that was loaded page by page', () => {
  const pages = [rows('abc'), rows('def')];
  const refresh = (head: Row[], again: Row[] = [], asked = '') =>
    draw(refreshRows(pages, { head, again, askedIds: new Set(asked) }, ({ id }) => id));

  it('shows what is new first, and no row twice', () => {
    expect(refresh(rows('xab'))).toBe('xabc|def');
  });

  it('changes rows where they are', () => {
    expect(refresh(rows('abc', 1), rows('e', 1), 'e')).toBe('a1b1c1|de1f');
  });

  it('leaves out what is gone', () => {
    expect(refresh(rows('abc'), [], 'df')).toBe('abc|e');
  });

  it('moves a row to the front when it is there now', () => {
    expect(refresh(rows('fab'))).toBe('fabc|de');
  });

  it('does not pretend to know what lies between the new rows and the loaded ones', () => {
    expect(refresh(rows('xyz'))).toBeNull();
    expect(refresh([])).toBeNull();
  });
});

it('is the list as it is now, whatever came and went', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 10 }), (before, came, size) => {
      const old = before.map((id) => row(`o${id}`));
      const gone = new Set(before.filter((id) => id % 5 === 0).map((id) => `o${id}`));
      const now = [...came.map((id) => row(`n${id}`)), ...old.filter(({ id }) => !gone.has(id))];
      const pages = Array.from({ length: Math.ceil(old.length / size) }, (_, page) =>
        old.slice(page * size, (page + 1) * size),
      );
      const head = now.slice(0, came.length + size);
      const fresh = refreshRows(pages, { head, again: [], askedIds: gone }, ({ id }) => id);
      const isReached = head.some(({ id }) => id.startsWith('o'));
      expect(fresh?.flat() ?? null).toEqual(isReached ? now : null);
    }),
  );
});
