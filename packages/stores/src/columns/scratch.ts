import type { Bytes } from '@oriel/core';

/** Shorter arrays are not worth keeping. */
const MIN_LENGTH = 4096;
/** What is kept between answers at most. */
const MAX_KEPT: Bytes = 128 * 2 ** 20;

/**
 * Large arrays that an answer needs for a moment. A million numbers are eight megabytes: thrown away after each of the
 * ten steps of a query, they make the garbage collector walk the whole heap several times a second. So they are kept
 * and handed out again.
 */
const kept: { readonly floats: Float64Array[]; readonly integers: Uint32Array[] } = {
  floats: [],
  integers: [],
};
const lent: { readonly floats: Float64Array[]; readonly integers: Uint32Array[] } = {
  floats: [],
  integers: [],
};
let depth = 0;

/**
 * Runs a step that may take scratch arrays. They are handed out again once it has returned (or thrown), so no part of
 * its result may lie in one.
 */
export function withScratch<Answer>(step: () => Answer): Answer {
  depth += 1;
  try {
    return step();
  } finally {
    depth -= 1;
    if (depth === 0) giveBack();
  }
}

/** An array of the length, with anything in it. */
export function scratchFloats(length: number): Float64Array {
  if (depth === 0 || length < MIN_LENGTH) return new Float64Array(length);
  const array = takeFitting(kept.floats, length) ?? new Float64Array(roomFor(length));
  lent.floats.push(array);
  return array.subarray(0, length);
}

/** An array of the length, with anything in it. */
export function scratchIntegers(length: number): Uint32Array {
  if (depth === 0 || length < MIN_LENGTH) return new Uint32Array(length);
  const array = takeFitting(kept.integers, length) ?? new Uint32Array(roomFor(length));
  lent.integers.push(array);
  return array.subarray(0, length);
}

/** What is kept for the next answers, of all stores of this page or process. */
export function scratchMemory(): Bytes {
  return [...kept.floats, ...kept.integers].reduce((bytes, array) => bytes + array.byteLength, 0);
}

/** A little more than asked for, so that an array fits again when some rows have come. */
function roomFor(length: number): number {
  return Math.ceil(length / MIN_LENGTH + 1) * MIN_LENGTH;
}

function takeFitting<Values extends Float64Array | Uint32Array>(
  from: Values[],
  length: number,
): Values | null {
  let best = -1;
  for (const [place, array] of from.entries()) {
    if (array.length >= length && (best < 0 || array.length < (from[best]?.length ?? 0))) best = place;
  }
  return best < 0 ? null : (from.splice(best, 1)[0] ?? null);
}

function giveBack(): void {
  kept.floats.push(...lent.floats.splice(0));
  kept.integers.push(...lent.integers.splice(0));
  while (scratchMemory() > MAX_KEPT) (kept.floats.length > 0 ? kept.floats : kept.integers).shift();
}
