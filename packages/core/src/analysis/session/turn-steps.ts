import type { ObservationId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';
import type { Usd } from '../../model/units.ts';
import { totalCost } from '../usage/total-cost.ts';

/** One step of how an answer came to be. */
export interface TurnStep {
  readonly observation: Observation;
  /** How many steps are around it, at most {@link MAX_DEPTH}: deeper ones stand no further in. */
  readonly depth: number;
  /** `null` when nothing was priced. */
  readonly cost: Usd | null;
}

const MAX_DEPTH = 5;

/** The first observations of a trace as steps, in the order they are given: a parent mostly begins before its children. */
export function turnSteps(observations: readonly Observation[], limit: number): TurnStep[] {
  const depths = new Map<ObservationId, number>();
  return observations.slice(0, limit).map((observation) => {
    const { id, parentId, cost } = observation;
    const above = parentId === null ? undefined : depths.get(parentId);
    const depth = above === undefined ? 0 : Math.min(MAX_DEPTH, above + 1);
    depths.set(id, depth);
    return { observation, depth, cost: totalCost(cost) };
  });
}
