import { BLOCK_SHIFT as SHIFT } from './bar-blocks.ts';

const SIZE = 1 << SHIFT;

/**
 * The worst level among 16 places, among 256, and so on: what bars that share a pixel are painted as is then read
 * from a few dozen entries, however many they are.
 */
export function worstLevels(bars: Int32Array, level: Uint8Array): Uint8Array[] {
  const first = new Uint8Array(bars.length);
  const worst = [first];
  let next = new Uint8Array(Math.ceil(bars.length / (1 << SHIFT)));
  for (let place = 0; place < bars.length; place += 1) {
    const value = level[bars[place] as number] as number;
    first[place] = value;
    if (value > (next[place >> SHIFT] as number)) next[place >> SHIFT] = value;
  }
  for (let below = first; below.length > 1 << SHIFT;) {
    worst.push(next);
    below = next;
    next = new Uint8Array(Math.ceil(below.length / (1 << SHIFT)));
    for (let index = 0; index < below.length; index += 1) {
      const value = below[index] as number;
      if (value > (next[index >> SHIFT] as number)) next[index >> SHIFT] = value;
    }
  }
  return worst;
}

/**
 * The first of the worst among the places `[from, to)`, which must not be empty.
 *
 * ```
 *   16 places each      ▕ 1 ▏ 3 ▏ 1 ▏        the whole ones are asked first,
 *   places          2 1 ▕···▏1 3▏···▏ 1 3    and of them only the winner again
 * ```
 */
export function worstPlace(worst: readonly Uint8Array[], from: number, to: number, height = 0): number {
  const levels = worst[height] as Uint8Array;
  const above = worst[height + 1];
  const firstBlock = (from + SIZE - 1) >> SHIFT;
  const lastBlock = to >> SHIFT;
  if (!above || firstBlock >= lastBlock) return firstWorst(levels, from, to);
  const before = firstBlock << SHIFT;
  let best = from < before ? firstWorst(levels, from, before) : -1;
  const block = worstPlace(worst, firstBlock, lastBlock, height + 1);
  const level = above[block] as number;
  if (best === -1 || level > (levels[best] as number))
    best = firstWorst(levels, block << SHIFT, (block + 1) << SHIFT);
  const after = lastBlock << SHIFT;
  if (after < to) {
    const last = firstWorst(levels, after, to);
    if ((levels[last] as number) > (levels[best] as number)) best = last;
  }
  return best;
}

function firstWorst(levels: Uint8Array, from: number, to: number): number {
  let best = from;
  let level = levels[from] as number;
  for (let place = from + 1; place < to; place += 1) {
    const other = levels[place] as number;
    if (other <= level) continue;
    best = place;
    level = other;
  }
  return best;
}
