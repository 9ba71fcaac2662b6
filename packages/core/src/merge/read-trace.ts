import type { TraceId } from '../model/ids.ts';
import type { JsonValue } from '../model/json.ts';
import { OBSERVATION_LEVELS } from '../model/observation.ts';
import type { Observation, ObservationLevel, ObservationPayload } from '../model/observation.ts';
import type { Trace, TracePayload } from '../model/trace.ts';
import type { EpochMs } from '../model/units.ts';
import type { TraceState } from './merge-trace.ts';
import { primaryRoot } from './primary-root.ts';
import { readField, readMetadata } from './read-register.ts';
import { sumAmounts } from './sum-amounts.ts';

/**
 * The trace that its own state and its observations describe now. Either may be missing: a trace opens with
 * whatever has arrived. `since` is the earliest moment known otherwise, such as that of a score that came first.
 */
export function readTrace(
  id: TraceId,
  state: TraceState | undefined,
  observations: readonly Observation[],
  since: EpochMs,
): Trace {
  const root = primaryRoot(observations);
  const { firstStart, lastEnd } = extent(observations);
  const sent = readField<EpochMs>(state, 'timestamp');
  const timestamp = sent ?? firstStart ?? state?.firstAt ?? since;
  const levelCounts = countLevels(observations);
  return {
    id,
    name: readField<string>(state, 'name') ?? root?.name ?? null,
    timestamp,
    startTime: Math.min(timestamp, firstStart ?? timestamp),
    endTime: lastEnd,
    latency: firstStart === null || lastEnd === null ? null : lastEnd - firstStart,
    userId: readField<string>(state, 'userId'),
    sessionId: readField<string>(state, 'sessionId'),
    environment: readField<string>(state, 'environment') ?? root?.environment ?? 'default',
    release: readField<string>(state, 'release'),
    version: readField<string>(state, 'version'),
    tags: state?.sets['tags'] ?? [],
    public: readField<boolean>(state, 'public') ?? false,
    isVirtual: readField<boolean>(state, 'isRecord') !== true,
    sampleRate: readField<number>(state, 'sampleRate'),
    level: OBSERVATION_LEVELS.findLast((level) => levelCounts[level] > 0) ?? 'DEFAULT',
    levelCounts,
    observationCount: observations.length,
    usage: sumAmounts(observations.map((observation) => observation.usage)),
    cost: sumAmounts(observations.map((observation) => observation.cost)),
  };
}

/** The trace's own payload, its root's where it has none. */
export function readTracePayload(
  state: TraceState | undefined,
  root: Pick<ObservationPayload, 'input' | 'output'> | null,
): TracePayload {
  return {
    input: readField<JsonValue>(state, 'input') ?? root?.input ?? null,
    output: readField<JsonValue>(state, 'output') ?? root?.output ?? null,
    metadata: readMetadata(state),
  };
}

function extent(observations: readonly Observation[]) {
  let firstStart: EpochMs | null = null;
  let lastEnd: EpochMs | null = null;
  for (const { startTime, endTime } of observations) {
    firstStart = firstStart === null ? startTime : Math.min(firstStart, startTime);
    lastEnd = Math.max(lastEnd ?? -Infinity, endTime ?? startTime);
  }
  return { firstStart, lastEnd };
}

function countLevels(observations: readonly Observation[]): Record<ObservationLevel, number> {
  const counts = { DEBUG: 0, DEFAULT: 0, WARNING: 0, ERROR: 0 };
  for (const { level } of observations) counts[level] += 1;
  return counts;
}
