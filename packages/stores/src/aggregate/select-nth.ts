/**
 * Puts the value that sorting would put at `nth` there, smaller ones before it and larger ones behind it, and returns
 * it: Hoare's quickselect between `from` and `to` (exclusive), in time that grows with the length alone.
 */
export function selectNth(values: Float64Array, from: number, to: number, nth: number): number {
  let left = from;
  let right = to - 1;
  while (left < right) {
    const pivot = median(values[left] ?? 0, values[(left + right) >>> 1] ?? 0, values[right] ?? 0);
    let low = left;
    let high = right;
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low += 1;
      while ((values[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      const swapped = values[low] ?? 0;
      values[low] = values[high] ?? 0;
      values[high] = swapped;
      low += 1;
      high -= 1;
    }
    if (nth <= high) right = high;
    else if (nth >= low) left = low;
    else break;
  }
  return values[nth] ?? NaN;
}

function median(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
