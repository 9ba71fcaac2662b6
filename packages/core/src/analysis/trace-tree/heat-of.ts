/** How much of a whole something takes: `high` from three quarters on, `medium` from a half on, else `null`. */
export type Heat = 'high' | 'medium' | null;

/** How hot a cost or a length is beside the one of the whole trace, with the thresholds that Langfuse colours by. */
export function heatOf(part: number, whole: number): Heat {
  const share = part / whole;
  if (share >= HIGH) return 'high';
  return share >= MEDIUM ? 'medium' : null;
}

const HIGH = 0.75;
const MEDIUM = 0.5;
