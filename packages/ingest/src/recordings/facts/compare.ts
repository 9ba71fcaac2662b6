import { expect } from 'vitest';
import type { JsonObject } from '@oriel/core';

/** The same items, in any order. */
export function expectSameItems(
  actual: readonly unknown[],
  expected: readonly unknown[],
  what: string,
): void {
  expect(inOrder(actual), what).toEqual(inOrder(expected));
}

function inOrder(items: readonly unknown[]): string[] {
  return items.map((item) => JSON.stringify(item)).toSorted();
}

/** How often each key occurs. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

/** Metadata holds at least these members. Clients that send text only turn scalars into it. */
export function holdsMetadata(actual: JsonObject, expected: JsonObject): boolean {
  return Object.entries(expected).every(([key, value]) => {
    const found = JSON.stringify(actual[key]);
    return (
      found === JSON.stringify(value) ||
      (typeof value !== 'object' && found === JSON.stringify(String(value)))
    );
  });
}
