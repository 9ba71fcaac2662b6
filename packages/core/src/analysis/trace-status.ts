import type { TraceStructure } from '../model/trace.ts';
import { observationTiming } from './observation/observation-timing.ts';

/** How a trace stands as a whole. */
export type TraceStatus = 'running' | 'paused' | 'failed' | 'completed';

/**
 * How a trace stands: `running` while a step has no end, `paused` when nothing followed a step that stopped to wait
 * for a person, `failed` when a root ended with an error, else `completed`. An error further down that the roots
 * survived leaves the trace completed; its level counts still tell of it.
 */
export function traceStatus({ observations }: TraceStructure): TraceStatus {
  const ids = new Set<string>();
  for (const { id } of observations) ids.add(id);
  let status: TraceStatus = 'completed';
  let pausedAt: number | null = null;
  let latestStart = Number.NEGATIVE_INFINITY;
  for (const observation of observations) {
    const { parentId, startTime, endTime, level, isInterrupted } = observation;
    if (observationTiming(observation).isRunning) return 'running';
    if (isInterrupted) pausedAt = Math.max(pausedAt ?? startTime, endTime ?? startTime);
    latestStart = Math.max(latestStart, startTime);
    const isRoot = parentId === null || !ids.has(parentId);
    if (isRoot && level === 'ERROR') status = 'failed';
  }
  return pausedAt !== null && pausedAt >= latestStart ? 'paused' : status;
}
