import type { ObservationId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';

/** The observation that speaks for a trace without a payload of its own: its last call of a model. */
export function turnSource(observations: readonly Observation[]): ObservationId | null {
  let last: Observation | null = null;
  for (const observation of observations) {
    if (observation.type !== 'GENERATION') continue;
    if (last === null || observation.startTime >= last.startTime) last = observation;
  }
  return last?.id ?? null;
}
