import type { Observation } from '../../model/observation.ts';
import type { Milliseconds } from '../../model/units.ts';

/** How long an observation took. */
export interface ObservationTiming {
  /** `null` while it runs, and for events. */
  readonly duration: Milliseconds | null;
  /** From the start to the first token; `null` where nobody measured it. */
  readonly timeToFirstToken: Milliseconds | null;
  /** It has no end yet. An event is a moment and never runs. */
  readonly isRunning: boolean;
}

/** Reads the times of an observation. */
export function observationTiming(observation: Observation): ObservationTiming {
  const { type, startTime, endTime, completionStartTime } = observation;
  return {
    duration: endTime === null || type === 'EVENT' ? null : endTime - startTime,
    timeToFirstToken: completionStartTime === null ? null : Math.max(0, completionStartTime - startTime),
    isRunning: endTime === null && type !== 'EVENT',
  };
}
