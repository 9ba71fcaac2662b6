import type { Observation } from '../../model/observation.ts';
import type { EpochMs } from '../../model/units.ts';

/** Whether an observation runs at a moment, its first and its last one included. An event is one moment. */
export function runsAt({ type, startTime, endTime }: Observation, time: EpochMs): boolean {
  const end = type === 'EVENT' ? startTime : (endTime ?? Infinity);
  return startTime <= time && time <= end;
}
