/** How many bars of a lane stand side by side in a block, as a power of two. */
export const BLOCK_SHIFT = 4;

/** When the last bar of each full block ends. */
export function blockEnds(bars: Int32Array, end: Float64Array): Float64Array {
  const ends = new Float64Array(bars.length >> BLOCK_SHIFT);
  for (let block = 0; block < ends.length; block += 1) {
    ends[block] = end[bars[((block + 1) << BLOCK_SHIFT) - 1] as number] as number;
  }
  return ends;
}
