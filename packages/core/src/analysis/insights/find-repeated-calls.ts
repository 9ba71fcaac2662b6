import { canonicalJson } from '../../model/canonical-json.ts';
import type { ObservationType } from '../../model/observation.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { totalCost } from '../usage/total-cost.ts';
import { lengthOf, observationOf } from './insight-source.ts';
import type { InsightSource } from './insight-source.ts';

/** Calls of one tool or model with one input, all of which were answered. */
export interface RepeatedCall {
  readonly rows: readonly number[];
  /** What all but the first took, in milliseconds. */
  readonly spentTime: number;
  /** What all but the first cost; `null` when nothing was priced. */
  readonly spentCost: number | null;
}

/** What is asked something, and answers. */
const ASKED: ReadonlySet<ObservationType> = new Set(['TOOL', 'RETRIEVER', 'GENERATION', 'EMBEDDING']);

/** Rows whose payloads say whether a call repeats another, in tree order. */
export function* askedRows({ layout }: Pick<InsightSource, 'layout'>): Pausable<number[]> {
  const rows: number[] = [];
  for (let row = 0; row < layout.rowCount; row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const observation = observationOf(layout, row);
    if (observation && ASKED.has(observation.type)) rows.push(row);
  }
  return rows;
}

/** Finds calls that ask again what was answered before. Failures do not count: asking again is right there. */
export function* findRepeatedCalls(
  { layout, times, steps, payloads }: InsightSource,
  asked: readonly number[],
): Pausable<RepeatedCall[]> {
  if (payloads.size === 0) return [];
  const rowsOf = new Map<string, number[]>();
  const keyOf = new Map<number, string>();
  for (const [place, row] of asked.entries()) {
    if (place % ROWS_AT_ONCE === 0) yield;
    const observation = observationOf(layout, row);
    const input = observation && payloads.get(observation.id)?.input;
    if (!observation || input === undefined || input === null || steps.hasFailed[row]) continue;
    yield;
    const key = `${observation.type} ${observation.name} ${observation.model} ${canonicalJson(input)}`;
    keyOf.set(row, key);
    // Frameworks wrap a call in another of the same name: that is one call.
    if (keyOf.get(layout.parent[row] as number) === key) continue;
    const rows = rowsOf.get(key);
    if (rows) rows.push(row);
    else rowsOf.set(key, [row]);
  }
  return [...rowsOf.values()]
    .filter((rows) => rows.length > 1)
    .map((rows) => {
      const again = rows.slice(1);
      let spentCost: number | null = null;
      for (const row of again) {
        const cost = totalCost(observationOf(layout, row)?.cost ?? {});
        if (cost !== null) spentCost = (spentCost ?? 0) + cost;
      }
      return { rows, spentTime: again.reduce((sum, row) => sum + lengthOf(times, row), 0), spentCost };
    });
}
