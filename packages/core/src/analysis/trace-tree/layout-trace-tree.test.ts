import { expect, it } from 'vitest';
import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import { expandableNodeIds } from './expandable-node-ids.ts';
import { findRowByPrefix } from './find-row-by-prefix.ts';
import { findTraceTreeRow } from './find-trace-tree-row.ts';
import { findVisibleIndex } from './find-visible-index.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';
import { siblingRows } from './sibling-rows.ts';
import { traceTreeNodeId } from './trace-tree-node-id.ts';
import { visibleTraceTreeRows } from './visible-trace-tree-rows.ts';
import { ancestorRows } from './ancestor-rows.ts';

/** Reads `child<parent@start`; parent and start may be left out. */
function observations(...drawings: string[]): Observation[] {
  return drawings.map((drawing) => {
    const [family = '', start = '0'] = drawing.split('@');
    const [id = '', parentId = null] = family.split('<');
    return observation(id, parentId, Number(start));
  });
}

function observation(id: string, parentId: string | null, startTime: number): Observation {
  return {
    id,
    parentId,
    startTime,
    name: id,
    traceId: 'trace',
    type: 'SPAN',
    endTime: null,
    completionStartTime: null,
    level: 'DEFAULT',
    statusMessage: null,
    model: null,
    usage: {},
    cost: {},
    prompt: null,
    environment: 'default',
    version: null,
    isAppRoot: false,
    isInterrupted: false,
    graph: null,
  };
}

function trace(overrides: Partial<Trace>): Trace {
  return { id: 'trace', name: 'the trace', isVirtual: false, ...overrides } as Trace;
}

/** `agent` at depth 0 and `llm` below it read as `['agent', '  llm']`. */
function draw(layout: TraceTreeLayout, rows: Iterable<number> = layout.order.keys()): string[] {
  return Array.from(
    rows,
    (row) => '  '.repeat(layout.depth[row] ?? 0) + (traceTreeNodeId(layout, row) ?? '∴'),
  );
}

it('shows children below their parent by start, ties by id, whatever order they are given in', () => {
  const layout = layoutTraceTree({
    observations: observations('tool<agent@3', 'llm<plan@2', 'b<agent@1', 'agent@0', 'plan<agent@1'),
  });

  expect(draw(layout)).toEqual(['agent', '  b', '  plan', '    llm', '  tool']);
  expect([...layout.subtreeEnd]).toEqual([5, 2, 4, 4, 5]);
  expect([...layout.parent]).toEqual([-1, 0, 0, 2, 0]);
  expect([...layout.position]).toEqual([1, 1, 2, 1, 3]);
  expect([...layout.childCount]).toEqual([3, 0, 1, 0, 0]);
});

it('keeps an observation whose parent never arrived, as a root', () => {
  const layout = layoutTraceTree({
    observations: observations('agent@0', 'orphan<lost@1', 'child<orphan@2'),
  });

  expect(draw(layout)).toEqual(['agent', 'orphan', '  child']);
  expect(layout.rootCount).toBe(2);
});

it('opens a cycle at its earliest member and loses nobody', () => {
  const layout = layoutTraceTree({
    observations: observations('into<b@0', 'b<c@3', 'a<b@1', 'c<a@2', 'self<self@4'),
  });

  expect(draw(layout)).toEqual(['a', '  c', '    b', '      into', 'self']);
});

it('shows both copies of a duplicate id, and each child once', () => {
  const layout = layoutTraceTree({ observations: observations('twin@0', 'child<twin@1', 'twin@2') });

  expect(draw(layout)).toEqual(['twin', '  child', 'twin']);
});

it('puts a trace that is a record of its own at the head', () => {
  const source = { observations: observations('a@0', 'b@1'), trace: trace({}) };

  expect(draw(layoutTraceTree(source))).toEqual(['∴', '  a', '  b']);
  expect(layoutTraceTree(source).position).toEqual(Int32Array.of(1, 1, 2));
  expect(layoutTraceTree(source).subtreeEnd[0]).toBe(3);
});

it('shows a trace without observations as its own row', () => {
  expect(draw(layoutTraceTree({ observations: [], trace: trace({}) }))).toEqual(['∴']);
  expect(draw(layoutTraceTree({ observations: [] }))).toEqual([]);
});

it.each([
  ['nobody sent it as a record', trace({ isVirtual: true })],
  ['its single root is its twin', trace({ id: 'a' })],
])('shows observations only when %s', (_, head) => {
  expect(draw(layoutTraceTree({ observations: observations('a@0', 'b<a@1'), trace: head }))).toEqual([
    'a',
    '  b',
  ]);
});

it('lays out a chain of 200,000 observations without recursion', () => {
  const chain = Array.from({ length: 200_000 }, (_, index) =>
    observation(`${index}`, index === 0 ? null : `${index - 1}`, index),
  );
  const layout = layoutTraceTree({ observations: chain });

  expect(layout.parent[199_999]).toBe(199_998);
  expect(layout.depth[199_999]).toBe(65_535);
  expect(layout.subtreeEnd[0]).toBe(200_000);
});

const family = () =>
  layoutTraceTree({ observations: observations('agent', 'plan<agent@1', 'llm<plan@2', 'tool<agent@3') });

it('hides what is inside a collapsed row', () => {
  const layout = family();

  expect(draw(layout, visibleTraceTreeRows(layout, new Set(['plan'])))).toEqual([
    'agent',
    '  plan',
    '  tool',
  ]);
  expect(draw(layout, visibleTraceTreeRows(layout, new Set(['agent', 'plan'])))).toEqual(['agent']);
  expect(draw(layout, visibleTraceTreeRows(layout, new Set(['llm'])))).toHaveLength(4);
});

it('collapses all by the nodes that have children', () => {
  expect([...expandableNodeIds(family())]).toEqual(['agent', 'plan']);
});

it('finds the row of a node, with or without a hint', () => {
  const layout = family();

  expect(findTraceTreeRow(layout, 'tool')).toBe(3);
  expect(findTraceTreeRow(layout, 'tool', 3)).toBe(3);
  expect(findTraceTreeRow(layout, 'tool', 1)).toBe(3);
  expect(findTraceTreeRow(layout, 'gone')).toBe(-1);
  expect(findTraceTreeRow(layout, null)).toBe(-1);
});

it('knows the family of a row', () => {
  const layout = family();

  expect(ancestorRows(layout, 2)).toEqual([1, 0]);
  expect(siblingRows(layout, 3)).toEqual([1, 3]);
  expect(siblingRows(layout, 0)).toEqual([0]);
});

it('finds a row among the visible ones, or the collapsed row it hides in', () => {
  const visible = Int32Array.of(0, 1, 3);

  expect(findVisibleIndex(visible, 3)).toBe(2);
  expect(findVisibleIndex(visible, 2)).toBe(1);
  expect(findVisibleIndex(visible, -1)).toBe(-1);
});

it('finds the next name that begins with what was typed, going round', () => {
  const layout = family();
  const visible = visibleTraceTreeRows(layout, new Set());

  expect(findRowByPrefix(layout, visible, 0, 'T')).toBe(3);
  expect(findRowByPrefix(layout, visible, 3, 'p')).toBe(1);
  expect(findRowByPrefix(layout, visible, 3, 'tool')).toBe(3);
  expect(findRowByPrefix(layout, visible, 0, 'x')).toBe(-1);
});
