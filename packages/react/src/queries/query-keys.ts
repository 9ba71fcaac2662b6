import type { TraceStore } from '@oriel/core';

const numbers = new WeakMap<TraceStore, number>();
let count = 0;

/**
 * Start of every query key of one store. Two stores in one query client (two tenants, two tokens) must never
 * answer for each other, so each has a number.
 */
export function storeKey(store: TraceStore): readonly ['oriel', number] {
  let number = numbers.get(store);
  if (number === undefined) {
    number = count += 1;
    numbers.set(store, number);
  }
  return ['oriel', number];
}
