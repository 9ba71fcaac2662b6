/** Of more values than this, a sample tells where to divide. */
const FEW = 200;

/**
 * Puts the value that sorting would put at `nth` there, smaller ones before it and larger ones behind it, and returns
 * it, looking between `from` and `to` (exclusive): Floyd and Rivest's selection, in time that grows with the length alone.
 *
 *     from           nth             to
 *      │    < pivot    │    ≥ pivot    │     the part with nth is divided again; where none is smaller, what equals the
      │ =  │        > pivot             │     pivot is set apart, until nth is among that
 */
export function selectNth(values: Float64Array, from: number, to: number, nth: number): number {
  let left = from;
  let right = to;
  while (right - left > 1) {
    const pivot = choosePivot(values, left, right, nth);
    const smaller = moveSmaller(values, left, right, pivot);
    if (nth < smaller) right = smaller;
    else if (left < smaller) left = smaller;
    else left = moveEqual(values, left, right, pivot);
    if (nth < left) break;
  }
  return values[nth] ?? NaN;
}

/** A value that comes as close before `nth` or behind it as a small part of the values can tell. */
function choosePivot(values: Float64Array, left: number, right: number, nth: number): number {
  const count = right - left;
  if (count <= FEW) {
    const [a, b, c] = [values[left] ?? 0, values[(left + right) >>> 1] ?? 0, values[right - 1] ?? 0];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
  const share = (nth - left + 1) / count;
  const size = 0.5 * Math.exp((2 * Math.log(count)) / 3);
  const spread = 0.5 * Math.sqrt((Math.log(count) * size * (count - size)) / count);
  const first = nth - share * size + (share < 0.5 ? -spread : spread);
  return selectNth(
    values,
    Math.max(left, Math.floor(first)),
    Math.min(right, Math.floor(first + size) + 1),
    nth,
  );
}

// Which values go to the front is nothing a processor can guess, so nothing branches on it: each is moved, and counted
// if it stays.

/** Moves what is smaller than the pivot to the front; returns where the others begin. */
function moveSmaller(values: Float64Array, from: number, to: number, pivot: number): number {
  let next = from;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? 0;
    values[i] = values[next] ?? 0;
    values[next] = value;
    next = (next + Number(value < pivot)) | 0;
  }
  return next;
}

/** As {@link moveSmaller}, of what equals the pivot. */
function moveEqual(values: Float64Array, from: number, to: number, pivot: number): number {
  let next = from;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? 0;
    values[i] = values[next] ?? 0;
    values[next] = value;
    next = (next + Number(value === pivot)) | 0;
  }
  return next;
}
