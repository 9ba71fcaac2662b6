import type { Observation } from '../../model/observation.ts';
import type { EpochMs } from '../../model/units.ts';

/** When the first of some observations began; `Infinity` where there are none. */
export function earliestStart(observations: readonly Observation[]): EpochMs {
  let earliest = Number.POSITIVE_INFINITY;
  // Counted, not iterated: this runs once, before anything is drawn, and cold iterators are slow.
  for (let index = 0; index < observations.length; index += 1) {
    const { startTime } = observations[index] as Observation;
    if (startTime < earliest) earliest = startTime;
  }
  return earliest;
}
