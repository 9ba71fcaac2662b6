import type { Observation } from '../../model/observation.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { observationOf } from './insight-source.ts';

/** Which rows are the same step, and which failed: one entry per row, read once for all who look for patterns. */
export interface RowSteps {
  /** Rows of one type and name have the same number, from 1; 0 for the row of the trace itself. */
  readonly step: Int32Array;
  /** Numbers are below this. */
  readonly stepCount: number;
  readonly hasFailed: Uint8Array;
  /** Rows with a failed child, each once, by where their first failure is; -1 stands for the trace. */
  readonly parentsOfFailed: readonly number[];
}

/** Reads the steps of all rows. */
export function* rowSteps(layout: TraceTreeLayout): Pausable<RowSteps> {
  const { rowCount, parent } = layout;
  const step = new Int32Array(rowCount);
  const hasFailed = new Uint8Array(rowCount);
  const parentsOfFailed = new Set<number>();
  const numbers = new Map<string, Map<string | null, number>>();
  let stepCount = 1;
  for (let row = 0; row < rowCount; row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const observation = observationOf(layout, row);
    if (!observation) continue;
    let numberOf = numbers.get(observation.type);
    if (!numberOf) numbers.set(observation.type, (numberOf = new Map()));
    let number = numberOf.get(observation.name);
    if (number === undefined) {
      number = stepCount;
      stepCount += 1;
      numberOf.set(observation.name, number);
    }
    step[row] = number;
    if (isFailed(observation)) {
      hasFailed[row] = 1;
      parentsOfFailed.add(parent[row] as number);
    }
  }
  return { step, stepCount, hasFailed, parentsOfFailed: [...parentsOfFailed] };
}

/** It failed. A step that waits for a person did not, whatever its level says. */
function isFailed({ level, isInterrupted }: Observation): boolean {
  return level === 'ERROR' && !isInterrupted;
}
