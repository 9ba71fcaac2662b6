import { expect, it } from 'vitest';
import type { JsonValue } from '../../model/json.ts';
import { layoutJson } from './layout-json.ts';

const none = new Set<string>();

function pointers(value: JsonValue, toggled: ReadonlySet<string> = none, limit = 100): string[] {
  return layoutJson(value, { toggled, limit }).rows.map((row) => row.pointer);
}

it('lists members and elements in their own order', () => {
  expect(pointers({ b: [1, 2], a: 'x' })).toEqual(['', '/b', '/b/0', '/b/1', '/a']);
});

it('folds deep and long containers, and opens what somebody toggles', () => {
  const deep = { a: { b: { c: { d: 1 } } } };

  expect(pointers(deep)).toEqual(['', '/a', '/a/b', '/a/b/c']);
  expect(pointers(deep, new Set(['/a/b/c']))).toEqual(['', '/a', '/a/b', '/a/b/c', '/a/b/c/d']);
  expect(pointers(deep, new Set(['/a']))).toEqual(['', '/a']);
  expect(pointers({ long: Array.from({ length: 41 }, () => 0) })).toEqual(['', '/long']);
});

it('stops at the limit and says so', () => {
  const layout = layoutJson(
    Array.from({ length: 1_000_000 }, () => 0),
    { toggled: none, limit: 50 },
  );

  expect(layout.rows).toHaveLength(50);
  expect(layout.isCut).toBe(true);
});

it('keeps names with slashes apart from nested names', () => {
  expect(pointers({ 'a/b': 1, 'a~b': 2 })).toEqual(['', '/a~1b', '/a~0b']);
});

it.each([[null], [true], [0], [''], [[]], [{}]])('shows %j as one row', (value) => {
  expect(pointers(value)).toEqual(['']);
});
