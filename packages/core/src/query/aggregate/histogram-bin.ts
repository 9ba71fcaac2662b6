/** The bin, from 0, of a value between `min` and `max`: equally wide ranges, the last one with its upper end. */
export function histogramBin(value: number, min: number, max: number, bins: number): number {
  return max === min ? 0 : Math.min(bins - 1, Math.floor(((value - min) / (max - min)) * bins));
}
