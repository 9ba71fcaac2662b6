import type { Observation } from './observation.ts';

/** A name of an observation that no other one has: ids of observations are unique in their trace only. */
export function observationKey({ traceId, id }: Pick<Observation, 'traceId' | 'id'>): string {
  return `${traceId}\r${id}`;
}
