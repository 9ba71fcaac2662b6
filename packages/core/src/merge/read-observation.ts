import type { GraphTask } from '../model/graph-task.ts';
import type { ObservationId, TraceId } from '../model/ids.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type {
  Cost,
  Observation,
  ObservationLevel,
  ObservationPayload,
  ObservationType,
  PromptLink,
  Usage,
} from '../model/observation.ts';
import type { PricingProvenance, Provenance } from '../model/provenance.ts';
import type { ToolDefinition } from '../model/tool-definition.ts';
import type { EpochMs } from '../model/units.ts';
import type { ObservationState } from './merge-observation.ts';
import { readField, readMember, readMessages, readMetadata } from './read-register.ts';

/** The observation that a state describes now, without its payload. */
export function readObservation(traceId: TraceId, id: ObservationId, state: ObservationState): Observation {
  const startTime = readField<EpochMs>(state, 'startTime') ?? state.firstAt;
  const endTime = readField<EpochMs>(state, 'endTime');
  return {
    id,
    traceId,
    parentId: readField<string>(state, 'parentId'),
    type: readField<ObservationType>(state, 'type') ?? 'SPAN',
    name: readField<string>(state, 'name'),
    startTime,
    endTime: endTime === null ? null : Math.max(startTime, endTime),
    completionStartTime: readField<EpochMs>(state, 'completionStartTime'),
    level: readField<ObservationLevel>(state, 'level') ?? 'DEFAULT',
    statusMessage: readField<string>(state, 'statusMessage'),
    model: readField<string>(state, 'model'),
    usage: readField<Usage & JsonObject>(state, 'usage') ?? {},
    cost: clientCost(state) ?? computedCost(state) ?? {},
    prompt: readField<PromptLink & JsonObject>(state, 'prompt'),
    environment: readField<string>(state, 'environment') ?? 'default',
    version: readField<string>(state, 'version'),
    isAppRoot: readField<boolean>(state, 'isAppRoot') ?? false,
    isInterrupted: readField<boolean>(state, 'isInterrupted') ?? false,
    graph: readField<GraphTask & JsonObject>(state, 'graph'),
  };
}

/** What the observation was given and what it answered. */
export function readObservationPayload(id: ObservationId, state: ObservationState): ObservationPayload {
  return {
    id,
    input: readField<JsonValue>(state, 'input') ?? readMessages(state, 'inputMessages'),
    output: readField<JsonValue>(state, 'output') ?? readMessages(state, 'outputMessages'),
    metadata: readMetadata(state),
    modelParameters: readField<JsonObject>(state, 'modelParameters') ?? {},
    tools: readField<(ToolDefinition & JsonObject)[]>(state, 'tools') ?? [],
    provenance: readProvenance(state),
  };
}

function clientCost(state: ObservationState): Cost | null {
  return readField<Cost & JsonObject>(state, 'cost');
}

function computedCost(state: ObservationState): Cost | null {
  return readField<Cost & JsonObject>(state, 'computedCost');
}

function readProvenance(state: ObservationState): Provenance {
  return {
    convention: readMember<string>(state, 'provenance', 'convention'),
    usageRule: readMember<string>(state, 'provenance', 'usageRule'),
    rawUsage: readMember<JsonObject>(state, 'provenance', 'rawUsage'),
    usageWarning: readMember<string>(state, 'provenance', 'usageWarning'),
    pricing:
      clientCost(state) !== null || computedCost(state) === null
        ? null
        : readMember<PricingProvenance & JsonObject>(state, 'provenance', 'pricing'),
  };
}
