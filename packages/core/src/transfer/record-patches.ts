import { primaryRoot } from '../merge/primary-root.ts';
import type { JsonValue } from '../model/json.ts';
import type { Observation, ObservationPayload } from '../model/observation.ts';
import type { ObservationPatch, ScorePatch, TracePatch } from '../model/patch.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Score } from '../model/score.ts';
import type { TracePayload, TraceStructure } from '../model/trace.ts';
import type { EpochMs } from '../model/units.ts';

/**
 * The patch that makes a trace what it is, together with those of its observations and scores; `null` when they alone
 * do. What reads the same without being said (a name that is its root's, a default) is not said: the trace goes on
 * following its root, and no default overrides what another store knows.
 */
export function tracePatch(
  { trace, observations, scores }: TraceStructure,
  payload: TracePayload,
  rootPayload: ObservationPayload | null,
  at: EpochMs,
): TracePatch | null {
  const root = primaryRoot(observations);
  const said = {
    isRecord: trace.isVirtual ? undefined : true,
    name: unless(trace.name, root?.name ?? null),
    userId: orNothing(trace.userId),
    sessionId: orNothing(trace.sessionId),
    environment: unless(trace.environment, root?.environment ?? 'default'),
    release: orNothing(trace.release),
    version: orNothing(trace.version),
    tags: unlessEmpty(trace.tags),
    public: trace.public || undefined,
    sampleRate: orNothing(trace.sampleRate),
    input: unlessSame(payload.input, rootPayload?.input),
    output: unlessSame(payload.output, rootPayload?.output),
    metadata: unlessEmpty(payload.metadata),
  };
  const saysNothing = Object.values(said).every((value) => value === undefined);
  // Without a patch of its own, a trace begins with its first observation, else with its first score.
  const implied = observations[0]?.startTime ?? (saysNothing ? scores[0]?.timestamp : undefined);
  const timestamp = unless(trace.timestamp, implied);
  if (saysNothing && timestamp === undefined) return null;
  return { kind: 'trace', id: trace.id, at, timestamp, ...said };
}

/** The patch that makes an observation what it is. */
export function observationPatch(
  observation: Observation,
  payload: ObservationPayload,
  at: EpochMs,
): ObservationPatch {
  const provenance = saidProvenance(payload.provenance);
  const isComputed = provenance.pricing !== undefined;
  return {
    kind: 'observation',
    id: observation.id,
    traceId: observation.traceId,
    at,
    parentId: orNothing(observation.parentId),
    type: unless(observation.type, 'SPAN'),
    name: orNothing(observation.name),
    startTime: observation.startTime,
    endTime: orNothing(observation.endTime),
    completionStartTime: orNothing(observation.completionStartTime),
    level: unless(observation.level, 'DEFAULT'),
    statusMessage: orNothing(observation.statusMessage),
    model: orNothing(observation.model),
    modelParameters: unlessEmpty(payload.modelParameters),
    usage: unlessEmpty(observation.usage),
    // A price list is named exactly where no client said a cost.
    cost: isComputed ? undefined : unlessEmpty(observation.cost),
    computedCost: isComputed ? unlessEmpty(observation.cost) : undefined,
    prompt: orNothing(observation.prompt),
    environment: unless(observation.environment, 'default'),
    version: orNothing(observation.version),
    isAppRoot: observation.isAppRoot || undefined,
    isInterrupted: observation.isInterrupted || undefined,
    graph: orNothing(observation.graph),
    // Messages that came one by one are a list by now.
    input: orNothing(payload.input),
    output: orNothing(payload.output),
    tools: unlessEmpty(payload.tools),
    provenance: unlessEmpty(provenance),
    metadata: unlessEmpty(payload.metadata),
  };
}

/** The patch that makes a score what it is. */
export function scorePatch(score: Score, at: EpochMs): ScorePatch {
  return {
    kind: 'score',
    id: score.id,
    at,
    name: unless(score.name, ''),
    value: score.value,
    dataType: unless(score.dataType, typeof score.value === 'number' ? 'NUMERIC' : 'CATEGORICAL'),
    source: unless(score.source, 'API'),
    traceId: orNothing(score.traceId),
    observationId: orNothing(score.observationId),
    sessionId: orNothing(score.sessionId),
    datasetRunId: orNothing(score.datasetRunId),
    comment: orNothing(score.comment),
    configId: orNothing(score.configId),
    authorId: orNothing(score.authorId),
    metadata: unlessEmpty(score.metadata),
    environment: unless(score.environment, 'default'),
    timestamp: score.timestamp,
  };
}

/** The members that say something; an absent one and `null` say the same. */
function saidProvenance(provenance: Provenance): Partial<Provenance> {
  return Object.fromEntries(Object.entries(provenance).filter(([, member]) => member !== null));
}

function orNothing<Value>(value: Value | null): Value | undefined {
  return value ?? undefined;
}

function unless<Value>(value: Value | null, implied: Value | null | undefined): Value | undefined {
  return value === implied ? undefined : orNothing(value);
}

function unlessSame(value: JsonValue, implied: JsonValue | undefined): JsonValue | undefined {
  return JSON.stringify(value) === JSON.stringify(implied ?? null) ? undefined : orNothing(value);
}

function unlessEmpty<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
