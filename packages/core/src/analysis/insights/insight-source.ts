import type { ObservationId } from '../../model/ids.ts';
import type { Observation, ObservationPayload } from '../../model/observation.ts';
import type { RowTimes } from '../critical-path/row-times.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import type { RowSteps } from './row-steps.ts';

/** Payloads by observation, as many as were read. */
export type PayloadMap = ReadonlyMap<ObservationId, ObservationPayload>;

/** What insights are found in. */
export interface InsightSource {
  readonly layout: TraceTreeLayout;
  readonly times: RowTimes;
  readonly steps: RowSteps;
  readonly payloads: PayloadMap;
}

/** The observation of a row; `undefined` for the row of the trace itself. */
export function observationOf(
  { observations, order }: TraceTreeLayout,
  row: number,
): Observation | undefined {
  return observations[order[row] as number];
}

/** How long a row itself ran, in milliseconds. */
export function lengthOf({ start, end }: RowTimes, row: number): number {
  return (end[row] as number) - (start[row] as number);
}

/** Ids of rows, in their order. */
export function idsOf(layout: TraceTreeLayout, rows: readonly number[]): ObservationId[] {
  const ids: ObservationId[] = [];
  for (const row of rows) {
    const observation = observationOf(layout, row);
    if (observation) ids.push(observation.id);
  }
  return ids;
}
