import { expect } from 'vitest';
import type { Observation, TraceStructure } from '@oriel/core';

/** How recordings write trees: a name and the children, in order of start. */
export type Tree = readonly [name: string, children: readonly Tree[]];

interface TimedTree {
  readonly name: string;
  readonly startTime: number;
  readonly children: readonly TimedTree[];
}

/** Roots first: observations without a parent, or whose parent is not in the trace. */
export function rootsOf({ observations }: TraceStructure): readonly Observation[] {
  const ids = new Set(observations.map(({ id }) => id));
  return observations.filter(({ parentId }) => parentId === null || !ids.has(parentId));
}

/** The trees of a trace's roots are these, siblings of the same millisecond in any order. */
export function expectForest(structure: TraceStructure, expected: readonly Tree[]): void {
  expectSameTrees(
    rootsOf(structure).map((root) => treeOf(structure, root)),
    expected,
  );
}

/**
 * The tree of a trace is this one. Outermost is the trace where it was sent as a record of its own, unless its root
 * is its other half: LangChain's handler gives both the same id.
 */
export function expectTree(structure: TraceStructure, expected: Tree): void {
  const { trace } = structure;
  const roots = rootsOf(structure);
  const isOutermost = !trace.isVirtual && !(roots.length === 1 && roots[0]?.id === trace.id);
  if (isOutermost) {
    expect(trace.name).toBe(expected[0]);
    expectForest(structure, expected[1]);
  } else {
    expectForest(structure, [expected]);
  }
}

function treeOf(structure: TraceStructure, { id, name, startTime }: Observation): TimedTree {
  const children = structure.observations.filter(({ parentId }) => parentId === id);
  return { name: name ?? '', startTime, children: children.map((child) => treeOf(structure, child)) };
}

function expectSameTrees(actual: readonly TimedTree[], expected: readonly Tree[]): void {
  // The comparison that knows about ties decides; the plain one shows what differs.
  if (!areSame(actual, expected)) expect(actual.map(withoutTime)).toEqual(expected);
}

function withoutTime({ name, children }: TimedTree): Tree {
  return [name, children.map(withoutTime)];
}

function areSame(actual: readonly TimedTree[], expected: readonly Tree[]): boolean {
  if (actual.length !== expected.length) return false;
  const left = [...actual];
  return expected.every(([name, children]) => {
    const moment = Math.floor(left[0]?.startTime ?? 0);
    const match = left.findIndex(
      (tree) =>
        Math.floor(tree.startTime) === moment && tree.name === name && areSame(tree.children, children),
    );
    if (match === -1) return false;
    left.splice(match, 1);
    return true;
  });
}
