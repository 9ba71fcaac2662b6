import type { Observation } from '../model/observation.ts';

/**
 * The observation that speaks for its trace where the trace does not speak for itself: the earliest true root
 * (without a parent, or marked as the application's). Late roots from elsewhere do not take a trace over. Until a
 * true root has arrived, the earliest observation whose parent is missing stands in.
 */
export function primaryRoot(observations: readonly Observation[]): Observation | null {
  const ids = new Set(observations.map((observation) => observation.id));
  let best: Observation | null = null;
  let bestRank = 0;
  for (const observation of observations) {
    const rank = rootRank(observation, ids);
    if (best === null || rank > bestRank || (rank === bestRank && compareByStart(observation, best) < 0)) {
      best = observation;
      bestRank = rank;
    }
  }
  return best;
}

function rootRank({ parentId, isAppRoot }: Observation, ids: ReadonlySet<string>): number {
  if (parentId === null || isAppRoot) return 2;
  return ids.has(parentId) ? 0 : 1;
}

/** The order of a trace's observations: by start time, ties by id. */
export function compareByStart(a: Observation, b: Observation): number {
  return a.startTime - b.startTime || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
