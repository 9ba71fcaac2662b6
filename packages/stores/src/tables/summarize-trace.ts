import type { EpochMs } from '@oriel/core';
import type { ObservationTable } from './observation-table.ts';
import type { ScoreTable } from './score-table.ts';
import type { TraceTable } from './trace-table.ts';

/** The tables of one engine. */
export interface Tables {
  readonly traces: TraceTable;
  readonly observations: ObservationTable;
  readonly scores: ScoreTable;
}

/** Writes what a trace's observations make of it into its row: core's `readTrace`, over columns. */
export function summarizeTrace({ traces, observations, scores }: Tables, row: number): void {
  const members = membersOf(traces, observations, row);
  let firstStart: EpochMs | null = null;
  let lastEnd: EpochMs | null = null;
  const counts = [0, 0, 0, 0];
  for (const member of members) {
    const start = observations.startTime.get(member) ?? 0;
    const end = observations.endTime.get(member) ?? start;
    firstStart = firstStart === null ? start : Math.min(firstStart, start);
    lastEnd = lastEnd === null ? end : Math.max(lastEnd, end);
    const place = observations.level.get(member) - 1;
    counts[place] = (counts[place] ?? 0) + 1;
  }

  const root = primaryRootRow(observations, members);
  const [score] = scores.ofTrace(row);
  const timestamp =
    traces.ownTimestamp.get(row) ?? firstStart ?? traces.firstAt.get(row) ?? score?.timestamp ?? 0;
  const rootName = root < 0 ? null : observations.names.valueOf(observations.name.get(root));
  const rootEnvironment =
    root < 0 ? 'default' : observations.environments.valueOf(observations.environment.get(root));

  traces.root.set(row, root + 1);
  traces.timestamp.set(row, timestamp);
  traces.startTime.set(row, Math.min(timestamp, firstStart ?? timestamp));
  traces.endTime.set(row, lastEnd);
  traces.latency.set(row, firstStart === null || lastEnd === null ? null : lastEnd - firstStart);
  traces.observationCount.set(row, members.length);
  for (const [place, column] of traces.levelCounts.entries()) column.set(row, counts[place] ?? 0);
  const worst = counts.findLastIndex((count) => count > 0);
  traces.level.set(row, worst < 0 ? traces.levels.codeOf('DEFAULT') : worst + 1);
  traces.name.set(row, traces.ownName.get(row) || traces.names.codeOf(rootName));
  traces.environment.set(row, traces.ownEnvironment.get(row) || traces.environments.codeOf(rootEnvironment));
  traces.usage.set(row, observations.usage.sumOf(members));
  traces.cost.set(row, observations.cost.sumOf(members));
}

/** The rows of a trace's observations, in no order. */
export function membersOf(traces: TraceTable, observations: ObservationTable, row: number): number[] {
  const members: number[] = [];
  for (let next = traces.firstObservation.get(row); next !== 0; next = observations.next.get(next - 1)) {
    members.push(next - 1);
  }
  return members;
}

/** Core's `primaryRoot`, over columns; -1 without observations. */
function primaryRootRow(observations: ObservationTable, members: readonly number[]): number {
  let best = -1;
  let bestRank = 0;
  for (const row of members) {
    const rank = observations.rootRank(row);
    if (best < 0 || rank > bestRank || (rank === bestRank && startsBefore(observations, row, best))) {
      best = row;
      bestRank = rank;
    }
  }
  return best;
}

function startsBefore({ startTime, ids }: ObservationTable, row: number, other: number): boolean {
  const start = startTime.get(row) ?? 0;
  const otherStart = startTime.get(other) ?? 0;
  return start < otherStart || (start === otherStart && ids.get(row) < ids.get(other));
}
