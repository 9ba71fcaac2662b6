import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonValue } from '../../model/json.ts';
import { JsonOutline } from './json-outline.ts';
import { jsonPathText, jsonPreview } from './json-path-text.ts';
import { searchJson } from './search-json.ts';

function drawn(outline: JsonOutline): string[] {
  return Array.from({ length: outline.rowCount }, (_, index) => {
    const row = outline.row(index);
    if (!row) return 'missing';
    const folded = row.size === null || row.size === 0 ? '' : row.isOpen ? ' -' : ' +';
    const value = typeof row.value === 'object' ? '' : `=${row.value}`;
    return `${'  '.repeat(row.depth)}${row.label ?? (row.isLine ? '|' : '$')}${row.size && row.isOpen ? '' : value}${folded}`;
  });
}

it('lists members and elements in their own order, short ones open', () => {
  expect(drawn(new JsonOutline({ b: [1, 2], a: 'x' }))).toEqual([
    '$ -',
    '  b -',
    '    0=1',
    '    1=2',
    '  a=x',
  ]);
});

it('folds what is deep or long, and opens what is asked for', () => {
  const outline = new JsonOutline({ a: { b: { c: { d: 1 } } }, long: Array.from({ length: 41 }, () => 0) });
  expect(drawn(outline)).toEqual(['$ -', '  a -', '    b -', '      c +', '  long +']);

  outline.setOpen([0, 0, 0], true);
  expect(drawn(outline)).toEqual(['$ -', '  a -', '    b -', '      c -', '        d=1', '  long +']);

  outline.setOpen([0], false);
  expect(drawn(outline)).toEqual(['$ -', '  a +', '  long +']);
});

it('breaks long texts into lines, folded where they are very long', () => {
  const outline = new JsonOutline({ poem: 'one\ntwo', novel: 'word '.repeat(1000) });
  expect(drawn(outline).slice(0, 4)).toEqual(['$ -', '  poem -', '    |=one', '    |=two']);
  expect(outline.rowCount).toBe(5);

  outline.setOpen([1], true);
  expect(outline.rowCount).toBe(55);
  expect(outline.row(5)?.value).toBe('word '.repeat(20));
});

it('opens a million elements without looking at them', () => {
  const outline = new JsonOutline(Array.from({ length: 1_000_000 }, (_, place) => ({ place })));
  outline.setOpen([999_999], true);

  expect(outline.rowCount).toBe(1_000_002);
  const last = outline.row(1_000_001);
  expect([last?.path, last?.label, last?.value]).toEqual([[999_999, 0], 'place', 999_999]);
});

it('finds the line of any place, and any line its place', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.array(fc.nat(60), { maxLength: 20 }), (json, toggles) => {
      const outline = new JsonOutline(json as JsonValue);
      for (const toggle of toggles) {
        const row = outline.row(toggle % outline.rowCount);
        if (row?.size) outline.setOpen(row.path, !row.isOpen);
      }
      const seen = new Set<string>();
      const found: number[] = [];
      for (let index = 0; index < outline.rowCount; index += 1) {
        const row = outline.row(index);
        if (!row) throw new Error(`Line ${index} is missing.`);
        seen.add(row.path.join('/'));
        found.push(row.isLine ? index : outline.indexOf(row.path));
      }
      expect(found).toEqual(found.map((_, index) => index));
      expect(seen.size).toBe(outline.rowCount);
      expect(outline.row(outline.rowCount)).toBeUndefined();
    }),
  );
});

it('opens level after level, and folds everything again', () => {
  const outline = new JsonOutline({ a: { b: { c: { d: { e: 1 } } } } });
  for (const rows of [5, 6, 6]) {
    for (const _ of outline.openLevel()) continue;
    expect(outline.rowCount).toBe(rows);
  }
  outline.foldAll();
  expect(drawn(outline)).toEqual(['$ -', '  a +']);
});

it('finds names and values in any case, in the order of the lines, and shows where they are', () => {
  const value = { Paris: 1, list: [{ town: 'paris' }, 'x'], deep: { a: { b: ['PARIS 20'] } } };
  const search = searchJson(value, 'paris');
  let step = search.next();
  while (!step.done) step = search.next();

  expect(step.value).toEqual([[0], [1, 0, 0], [2, 0, 0, 0]]);
  const outline = new JsonOutline(value);
  const rows = step.value.map((path) => outline.row(outline.reveal(path))?.value);
  expect(rows).toEqual([1, 'paris', 'PARIS 20']);
});

it('writes places as code does', () => {
  const value = { messages: [{ 'odd "name"': 1 }] };

  expect(jsonPathText(value, [0, 0, 0])).toBe('$.messages[0]["odd \\"name\\""]');
  expect(jsonPathText(value, [])).toBe('$');
});

it('says in a line what is in a folded container', () => {
  expect(jsonPreview({ id: 1, name: 'Ada', tags: ['a'], more: {} })).toBe(
    'id: 1, name: "Ada", tags: [1], more: {…}',
  );
  expect(jsonPreview(Array.from({ length: 1000 }, (_, place) => place)).length).toBeLessThan(110);
});
