/** How many entries one entry of the next level stands for, as a power of two. */
const SHIFT = 4;

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

/** The first of the worst among the places `[from, to)`, which must not be empty. */
export function worstPlace(worst: readonly Uint8Array[], from: number, to: number): number {
  const [levels] = worst;
  if (levels && to - from <= 1 << SHIFT) {
    let best = from;
    for (let place = from + 1; place < to; place += 1) {
      if ((levels[place] as number) > (levels[best] as number)) best = place;
    }
    return best;
  }
  let bestLevel = -1;
  let bestHeight = 0;
  let bestIndex = from;
  let place = from;
  while (place < to) {
    // The largest block that begins here and ends in time.
    let height = 0;
    let size = 1;
    while (height + 1 < worst.length && place % (size << SHIFT) === 0 && place + (size << SHIFT) <= to) {
      height += 1;
      size <<= SHIFT;
    }
    const level = worst[height]?.[place / size] ?? 0;
    if (level > bestLevel) {
      bestLevel = level;
      bestHeight = height;
      bestIndex = place / size;
    }
    place += size;
  }
  while (bestHeight > 0) {
    bestHeight -= 1;
    bestIndex <<= SHIFT;
    while (worst[bestHeight]?.[bestIndex] !== bestLevel) bestIndex += 1;
  }
  return bestIndex;
}
