import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OBSERVATION_LEVELS } from '../../model/observation.ts';
import type { Observation } from '../../model/observation.ts';
import { observationWith, randomObservations } from '../../testing/random-observations.ts';
import { arrangeRows } from './arrange-rows.ts';
import { arrangeSums } from './arrange-sums.ts';
import { arrangeTraceTree } from './arrange-trace-tree.ts';
import type { ArrangedTraceTree } from './arrange-trace-tree.ts';
import { findArrangedRow } from './find-arranged-row.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';
import { rowsOfNodes } from './rows-of-nodes.ts';
import { subtreeSums } from './subtree-sums.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import { visibleTraceTreeRows } from './visible-trace-tree-rows.ts';

/** A line is `name`, two blanks a level, then what differs: `retry DEBUG`. */
function observations(drawing: string): Observation[] {
  const parents: string[] = [];
  return drawing
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const depth = (line.search(/\S/) - 4) / 2;
      const [name = '', level = 'DEFAULT'] = line.trim().split(' ');
      parents[depth] = `${index}`;
      return observationWith({
        id: `${index}`,
        parentId: depth === 0 ? null : (parents[depth - 1] ?? null),
        name,
        startTime: index,
        level: level as Observation['level'],
      });
    });
}

const agent = observations(`
    agent
      retry DEBUG
        search
      search ERROR
        page DEBUG
      search
      answer
`);

function draw(tree: ArrangedTraceTree, rows: Iterable<number> = tree.order.keys()): string[] {
  return Array.from(rows, (row) => {
    const name = tree.observations[tree.order[row] ?? -1]?.name ?? '∴';
    const size = tree.groupSize[row] ? ` ×${tree.groupSize[row]}` : '';
    return '  '.repeat(tree.depth[row] ?? 0) + name + size;
  });
}

it('leaves the tree as it is where nothing is asked', () => {
  const whole = layoutTraceTree({ observations: agent });
  const { wholeRow, groupSize, ...layout } = arrangeTraceTree(whole);

  expect(layout).toEqual(whole);
  expect([...wholeRow]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect([...groupSize]).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

it('hangs the children of a row that is left out from the nearest one that stays, in their place', () => {
  const tree = arrangeTraceTree(layoutTraceTree({ observations: agent }), { minimumLevel: 'DEFAULT' });

  expect(draw(tree)).toEqual(['agent', '  search', '  search', '  search', '  answer']);
  expect([...tree.position]).toEqual([1, 1, 2, 3, 4]);
  expect([...tree.childCount]).toEqual([4, 0, 0, 0, 0]);
});

it('makes roots of what is left without anything above', () => {
  const tree = arrangeTraceTree(layoutTraceTree({ observations: agent }), { minimumLevel: 'ERROR' });

  expect(draw(tree)).toEqual(['search']);
  expect(tree.rootCount).toBe(1);
});

it('gathers neighbours of one type and name, those lifted among them', () => {
  const tree = arrangeTraceTree(layoutTraceTree({ observations: agent }), {
    minimumLevel: 'DEFAULT',
    isGrouped: true,
  });

  expect(draw(tree)).toEqual(['agent', '  search ×3', '    search', '    search', '    search', '  answer']);
  expect(draw(tree, visibleTraceTreeRows(tree, new Set()))).toEqual(['agent', '  search ×3', '  answer']);
  expect(draw(tree, visibleTraceTreeRows(tree, new Set(), new Set(['2'])))).toHaveLength(6);
});

it('shows every observation of the chosen levels exactly once, whatever arrived', () => {
  fc.assert(
    fc.property(
      randomObservations(),
      fc.constantFrom(...OBSERVATION_LEVELS),
      fc.boolean(),
      (all, level, isGrouped) => {
        const tree = arrangeTraceTree(layoutTraceTree({ observations: all }), {
          minimumLevel: level,
          isGrouped,
        });
        const shown = Array.from(tree.order).filter((_, row) => tree.groupSize[row] === 0);
        const wanted = all.flatMap((observation, index) =>
          OBSERVATION_LEVELS.indexOf(observation.level) >= OBSERVATION_LEVELS.indexOf(level) ? [index] : [],
        );

        expect(shown.toSorted((a, b) => a - b)).toEqual(wanted);
      },
    ),
  );
});

it('keeps what is below a row below it, and groups no larger than what they hold', () => {
  fc.assert(
    fc.property(randomObservations(), fc.constantFrom(...OBSERVATION_LEVELS), (all, minimumLevel) => {
      const whole = layoutTraceTree({ observations: all });
      const tree = arrangeTraceTree(whole, { minimumLevel, isGrouped: true });
      for (let row = 0; row < tree.rowCount; row += 1) {
        const above = tree.parent[row] ?? -1;
        expect(tree.depth[row]).toBe(above === -1 ? 0 : (tree.depth[above] ?? 0) + 1);
        const size = tree.groupSize[row];
        expect(size === 0 || size === tree.childCount[row]).toBe(true);
        if (above === -1 || tree.groupSize[above]) continue;
        const outer = tree.wholeRow[above] ?? -1;
        expect(tree.wholeRow[row]).toBeGreaterThan(outer);
        expect(tree.wholeRow[row]).toBeLessThan(whole.subtreeEnd[outer] ?? 0);
      }
    }),
  );
});

it('sums a group as its members, and a row as all that is below it in the whole', () => {
  fc.assert(
    fc.property(randomObservations(), fc.constantFrom(...OBSERVATION_LEVELS), (all, minimumLevel) => {
      const whole = layoutTraceTree({ observations: all });
      const tree = arrangeTraceTree(whole, { minimumLevel, isGrouped: true });
      const { errors, input, start } = arrangeSums(tree, subtreeSums(whole));
      for (let row = 0; row < tree.rowCount; row += 1) {
        const heads = tree.groupSize[row]
          ? Array.from(tree.parent.keys()).filter((child) => tree.parent[child] === row)
          : [row];
        const members = heads.flatMap((head) => below(tree.wholeRow[head] ?? -1, whole));
        expect(errors[row]).toBe(members.filter(({ level }) => level === 'ERROR').length);
        expect(start[row]).toBe(Math.min(...members.map(({ startTime }) => startTime)));
        const counted = members.map(({ usage }) => summarizeUsage(usage).input).filter((sum) => sum !== null);
        const expected = counted.length === 0 ? Number.NaN : counted.reduce((sum, units) => sum + units, 0);
        expect(input[row]).toBe(expected);
      }
    }),
  );
});

function below(top: number, { order, subtreeEnd, observations: all }: ReturnType<typeof layoutTraceTree>) {
  return Array.from(order.subarray(top, subtreeEnd[top]), (index) => all[index]).filter(
    (observation) => observation !== undefined,
  );
}

it('marks only observations whose parent never arrived as orphans', () => {
  const all = [
    observationWith({ id: 'root' }),
    observationWith({ id: 'child', parentId: 'root', startTime: 1 }),
    observationWith({ id: 'orphan', parentId: 'lost', startTime: 2 }),
    observationWith({ id: 'app', parentId: 'elsewhere', startTime: 3, isAppRoot: true }),
    observationWith({ id: 'self', parentId: 'self', startTime: 4 }),
  ];
  const whole = layoutTraceTree({ observations: all });

  expect([...whole.orphanRows]).toEqual([2]);
  expect([...arrangeTraceTree(whole, { isGrouped: true }).orphanRows]).toEqual([2]);
});

it('finds a row where it went, in front of where it is left out, and never the group around it', () => {
  const tree = arrangeTraceTree(layoutTraceTree({ observations: agent }), {
    minimumLevel: 'DEFAULT',
    isGrouped: true,
  });

  expect([0, 1, 2, 3, 4, 5, 6].map((row) => findArrangedRow(tree, row))).toEqual([0, 0, 2, 3, 3, 4, 5]);
  expect(findArrangedRow(tree, -1)).toBe(-1);
});

it('leads rows of the whole to where they are shown', () => {
  const tree = arrangeTraceTree(layoutTraceTree({ observations: agent }), {
    minimumLevel: 'DEFAULT',
    isGrouped: true,
  });

  expect([...arrangeRows(tree, Int32Array.of(0, 1, 2, 4, 5))]).toEqual([0, 2, 4]);
  expect([
    ...rowsOfNodes(layoutTraceTree({ observations: agent }), new Set(['5', '2']), Int32Array.of(1, 5)),
  ]).toEqual([1, 2, 5]);
});
