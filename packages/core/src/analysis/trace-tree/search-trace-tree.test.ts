import { expect, it } from 'vitest';
import { observationWith } from '../../testing/random-observations.ts';
import { heatOf } from './heat-of.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';
import { searchTraceTree } from './search-trace-tree.ts';
import { stickyAncestorRows } from './sticky-ancestor-rows.ts';
import { visibleTraceTreeRows } from './visible-trace-tree-rows.ts';

const layout = layoutTraceTree({
  observations: [
    observationWith({ id: 'a1', name: 'Support agent', type: 'AGENT', startTime: 0 }),
    observationWith({ id: 'b2', name: 'plan', type: 'CHAIN', parentId: 'a1', startTime: 1 }),
    observationWith({ id: 'c3', name: null, type: 'TOOL', parentId: 'b2', startTime: 2 }),
    observationWith({ id: 'd4', name: 'search orders', type: 'TOOL', parentId: 'b2', startTime: 3 }),
    observationWith({ id: 'e5', name: 'answer', type: 'GENERATION', parentId: 'a1', startTime: 4 }),
  ],
});

it.each([
  ['AGENT', [0]],
  ['  search ', [3]],
  ['c3', [2]],
  ['tool', [2, 3]],
  ['GENERATION', [4]],
  ['nothing', []],
  ['', []],
])('finds "%s" in names, types and ids', (text, rows) => {
  expect([...searchTraceTree(layout, text)]).toEqual(rows);
});

it('finds types by what the reader calls them', () => {
  expect([...searchTraceTree(layout, '工具', { typeNames: { TOOL: '工具' } })]).toEqual([2, 3]);
});

it('colours what takes half and three quarters of the whole', () => {
  expect([0.49, 0.5, 0.74, 0.75, 1, Number.NaN].map((part) => heatOf(part, 1))).toEqual([
    null,
    'medium',
    'medium',
    'high',
    'high',
    null,
  ]);
  expect(heatOf(0, 0)).toBeNull();
});

it('pins what the first row in sight is inside of', () => {
  const visible = visibleTraceTreeRows(layout, new Set());

  expect(stickyAncestorRows(layout, visible, 0, 5)).toEqual([]);
  expect(stickyAncestorRows(layout, visible, 1, 5)).toEqual([0, 1]);
  expect(stickyAncestorRows(layout, visible, 2, 5)).toEqual([0]);
  expect(stickyAncestorRows(layout, visible, 1, 1)).toEqual([1]);
});

it('pins the nearest of a long chain', () => {
  const chain = layoutTraceTree({
    observations: Array.from({ length: 2000 }, (_, index) =>
      observationWith({ id: `${index}`, parentId: index === 0 ? null : `${index - 1}`, startTime: index }),
    ),
  });

  expect(stickyAncestorRows(chain, visibleTraceTreeRows(chain, new Set()), 1000, 3)).toEqual([
    1000, 1001, 1002,
  ]);
});
