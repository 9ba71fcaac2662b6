import type { ObservationId, TraceId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';
import type { TraceStructure } from '../../model/trace.ts';
import type { Tokens, Usd } from '../../model/units.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import { totalCost } from '../usage/total-cost.ts';

/** A step that reports the usage of the calls below it once more. */
export interface RepeatedUsage {
  readonly traceId: TraceId;
  readonly observationId: ObservationId;
  readonly name: string | null;
  readonly tokens: Tokens;
  /** What is counted twice; `null` where it has no cost. */
  readonly cost: Usd | null;
}

/** Sums of the calls below are rounded differently now and then. */
const TOLERANCE = 0.01;

/**
 * Steps whose tokens are, within a percent, the sum of what the nearest calls below them report: frameworks put the usage
 * of a whole run on its agent, too. A step with one call below it that used as much is among them. A step that used more
 * than its calls made some of its own, and is not.
 */
export function findRepeatedUsage({ observations }: Pick<TraceStructure, 'observations'>): RepeatedUsage[] {
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const below = new Map<ObservationId, Tokens>();
  for (const observation of observations) {
    const tokens = tokensOf(observation);
    const above = tokens > 0 ? nearestWithUsage(observation, byId) : undefined;
    if (above) below.set(above.id, (below.get(above.id) ?? 0) + tokens);
  }
  return observations.flatMap((observation) => {
    const sum = below.get(observation.id);
    const tokens = tokensOf(observation);
    if (sum === undefined || Math.abs(sum - tokens) > tokens * TOLERANCE) return [];
    const { traceId, id, name, cost } = observation;
    return [{ traceId, observationId: id, name, tokens, cost: totalCost(cost) }];
  });
}

function tokensOf({ usage }: Observation): Tokens {
  return summarizeUsage(usage).total ?? 0;
}

function nearestWithUsage(
  observation: Observation,
  byId: ReadonlyMap<ObservationId, Observation>,
): Observation | undefined {
  // Parents may form a circle in what clients send.
  const seen = new Set<ObservationId>([observation.id]);
  let { parentId } = observation;
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId);
    const parent = byId.get(parentId);
    if (!parent) return undefined;
    if (tokensOf(parent) > 0) return parent;
    ({ parentId } = parent);
  }
  return undefined;
}
